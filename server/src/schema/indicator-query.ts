import { builder } from '../builder.ts'
import { fixedByIndicator, indicatorCondition } from '../reads/indicator-filter.ts'
import { defaultIndicatorOrder, indicatorOrders } from '../reads/indicator-order.ts'
import { orderKeys } from '../reads/order-keys.ts'
import { readPage } from '../reads/page.ts'
import { OrderDirection } from './conditions.ts'
import { connectionOf } from './connection.ts'
import { IndicatorFilterInput } from './indicator-filter.ts'
import { IndicatorRef } from './indicator.ts'

const MAX_PAGE = 5000

const IndicatorConnection = connectionOf('Indicator', IndicatorRef)

const OrderField = builder.enumType('IndicatorOrderField', {
  description: '指标可以按什么排列。',
  values: {
    FISCAL_YEAR: { description: '财政年度' },
    IMPLEMENTER: { description: '实施单位（同一单位的在一起）' },
    PROJECT: { description: '项目（同一项目的在一起）' },
    PROJECT_NAME: { description: '项目名称' },
    PERIOD: { description: '时期' },
    POSITION: { description: '表上的次序' },
    LEVEL1: { description: '一级指标' },
    LEVEL2: { description: '二级指标' },
    NAME: { description: '三级指标名称' },
    TARGET_VALUE: { description: '指标值的大小，不论单位' },
    ACTUAL_VALUE: { description: '实际完成值的大小，不论单位' },
    WEIGHT: { description: '分值' },
    RULE_SCORE: { description: '规则得分' },
    SCORE: { description: '自评得分' },
    MET: { description: '是否达到：未达到在前' },
    GRADE: { description: '定性等次' },
    UPDATED_AT: { description: '最近修改时间' },
    ID: { description: '标识，即登记次序' },
  } satisfies Record<keyof typeof indicatorOrders, { description: string }>,
})

const Order = builder.inputType('IndicatorOrder', {
  description: '指标排列的一步。',
  fields: (t) => ({
    field: t.field({ type: OrderField, description: '按什么。' }),
    direction: t.field({ type: OrderDirection, defaultValue: 'ASC', description: '次序。' }),
  }),
})

builder.queryField('indicators', (t) =>
  t.field({
    type: IndicatorConnection,
    description: '指标：次序与项目相同，项目内按表上的次序；orderBy 另定。',
    args: {
      filter: t.arg({ type: IndicatorFilterInput, required: false, description: '筛选条件。' }),
      orderBy: t.arg({ type: [Order], required: false, description: '依次按这些排列，最后按标识。' }),
      first: t.arg.int({ required: true, defaultValue: 100, description: `一页的行数，最多 ${MAX_PAGE}。` }),
      after: t.arg.string({ required: false, description: '上一页的 endCursor；排列须与上一页相同。' }),
    },
    resolve: (_root, { filter, orderBy, first, after }, context, info) => {
      const listing = {
        source: '"indicator" i',
        where: indicatorCondition(filter ?? {}, context),
        fixed: fixedByIndicator(filter ?? {}),
        order: orderKeys(indicatorOrders, orderBy ?? defaultIndicatorOrder, context),
      }
      return readPage('Indicator', listing, { first, after, max: MAX_PAGE }, context, info)
    },
  }),
)
