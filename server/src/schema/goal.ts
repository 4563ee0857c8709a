import { builder } from '../builder.ts'
import { GoalPeriod } from './enums.ts'

builder.prismaObject('Goal', {
  select: { id: true },
  fields: (t) => ({
    period: t.expose('period', { type: GoalPeriod }),
    label: t.exposeString('label'),
    text: t.exposeString('text'),
  }),
})

builder.prismaObject('Narrative', {
  select: { id: true },
  fields: (t) => ({
    key: t.exposeString('key'),
    text: t.exposeString('text'),
  }),
})
