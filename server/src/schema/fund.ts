import { builder } from '../builder.ts'
import { FundPeriod, FundSource, FundStage } from './enums.ts'

builder.prismaObject('Fund', {
  select: { id: true },
  fields: (t) => ({
    period: t.expose('period', { type: FundPeriod }),
    source: t.expose('source', { type: FundSource }),
    stage: t.expose('stage', { type: FundStage }),
    amount: t.expose('amount', { type: 'Decimal' }),
  }),
})
