import { builder } from '../builder.ts'
import type { FundRow } from '../reads/row-types.ts'
import { FundPeriod, FundSource, FundStage } from './enums.ts'

export const FundRef = builder.objectRef<FundRow>('Fund').implement({
  description: '资金：某一时期、来源、阶段的金额，单位元；空格没有这一行。',
  fields: (t) => ({
    period: t.expose('period', { type: FundPeriod, description: '时期。' }),
    source: t.expose('source', { type: FundSource, description: '来源。' }),
    stage: t.expose('stage', { type: FundStage, description: '阶段。' }),
    amount: t.expose('amount', { type: 'Decimal', description: '金额（元）。' }),
  }),
})
