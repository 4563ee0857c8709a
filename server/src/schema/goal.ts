import { builder } from '../builder.ts'
import type { GoalRow, NarrativeRow } from '../reads/row-types.ts'
import { GoalPeriod } from './enums.ts'

export const GoalRef = builder.objectRef<GoalRow>('Goal').implement({
  description: '总体目标。',
  fields: (t) => ({
    id: t.exposeID('id', { description: '标识（UUIDv7）。' }),
    period: t.expose('period', { type: GoalPeriod, description: '时期。' }),
    label: t.exposeString('label', { description: '表上的标题。' }),
    text: t.exposeString('text', { description: '正文。' }),
  }),
})

export const NarrativeRef = builder.objectRef<NarrativeRow>('Narrative').implement({
  description: '文字说明：项目概况、立项依据等。',
  fields: (t) => ({
    key: t.exposeString('key', {
      description: '栏目：项目概况、立项依据、必要性、制度措施、实施计划、总目标。',
    }),
    text: t.exposeString('text', { description: '正文。' }),
  }),
})
