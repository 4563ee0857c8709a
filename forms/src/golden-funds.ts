import type { Fund } from '@biaochi/domain'
import type { Layout } from './layout.ts'

type Key = `${Fund['period']}/${Fund['source']}/${Fund['stage']}`

/** The keys a layout's funds are published under in the hand-read documents. */
export const goldenFundKeys: Readonly<Record<Layout, Readonly<Record<string, Key>>>> = {
  'declaration-2026': {
    totalFunds: 'total/all/requested',
    totalFiscal: 'total/fiscal/requested',
    totalOther: 'total/other/requested',
    annualRequested: 'annual/all/requested',
    annualFiscal: 'annual/fiscal/requested',
    annualCarryover: 'annual/carryover/requested',
    annualOther: 'annual/other/requested',
  },
  'self-evaluation-2022': {
    yearStartBudget: 'annual/all/initial',
    yearBudget: 'annual/all/adjusted',
    yearExecuted: 'annual/all/executed',
    yearStartBudgetFiscal: 'annual/fiscal/initial',
    yearBudgetFiscal: 'annual/fiscal/adjusted',
    yearExecutedFiscal: 'annual/fiscal/executed',
    yearStartBudgetCarryover: 'annual/carryover/initial',
    yearBudgetCarryover: 'annual/carryover/adjusted',
    yearExecutedCarryover: 'annual/carryover/executed',
    yearStartBudgetOther: 'annual/other/initial',
    yearBudgetOther: 'annual/other/adjusted',
    yearExecutedOther: 'annual/other/executed',
  },
  'declaration-2020': {
    projectBudgetTotal: 'total/all/requested',
    projectBudgetYear: 'annual/all/requested',
    priorYearBudget: 'prior/all/initial',
    priorYearExecuted: 'prior/all/executed',
  },
  'declaration-midterm-2023': {
    midTermTotal: 'midterm/all/requested',
    midTermFiscal: 'midterm/fiscal/requested',
    midTermOther: 'midterm/other/requested',
    annualRequested: 'annual/all/requested',
    annualFiscal: 'annual/fiscal/requested',
    annualOther: 'annual/other/requested',
  },
}

/** A layout's funds by their published keys, in 元; a blank cell is null. */
export function goldenFunds(layout: Layout, funds: readonly Fund[]): Readonly<Record<string, string | null>> {
  const amounts = new Map(funds.map((fund) => [`${fund.period}/${fund.source}/${fund.stage}`, fund.amount]))
  return Object.fromEntries(
    Object.entries(goldenFundKeys[layout]).map(([name, key]) => [name, amounts.get(key) ?? null]),
  )
}
