import { builder } from '../builder.ts'

/** Parts of filters that several types share. */
export const IntRange = builder.inputType('IntRange', {
  description: '整数的范围；给出的条件同时满足。',
  fields: (t) => ({
    in: t.intList({ required: false, description: '其中之一。' }),
    from: t.int({ required: false, description: '不小于。' }),
    to: t.int({ required: false, description: '不大于。' }),
  }),
})

export const DecimalRange = builder.inputType('DecimalRange', {
  description: '小数的范围；给出的条件同时满足，空缺的不在任何范围内。',
  fields: (t) => ({
    from: t.field({ type: 'Decimal', required: false, description: '不小于。' }),
    to: t.field({ type: 'Decimal', required: false, description: '不大于。' }),
    above: t.field({ type: 'Decimal', required: false, description: '大于。' }),
    below: t.field({ type: 'Decimal', required: false, description: '小于。' }),
  }),
})

export const AgencyChoice = builder.inputType('AgencyChoice', {
  description: '单位的条件；给出的条件同时满足。',
  fields: (t) => ({
    in: t.idList({ required: false, description: '就是其中之一，不含下级。' }),
    within: t.id({ required: false, description: '这个单位或其下级。' }),
  }),
})

export const OrderDirection = builder.enumType('OrderDirection', {
  description: '次序：从小到大 ASC，从大到小 DESC；空缺的总在最后。',
  values: ['ASC', 'DESC'] as const,
})
