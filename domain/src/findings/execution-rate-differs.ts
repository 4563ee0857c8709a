import { big, canonical, compareDecimals, equalDecimals } from '../decimal.ts'
import type { DecimalText } from '../decimal.ts'
import { amountOf } from './amount-of.ts'
import { problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** Half-up to the places of `printed`, of which at least one and at most two count. */
const asPrinted = (exact: DecimalText, printed: DecimalText): DecimalText => {
  const places = Math.min(2, Math.max(1, printed.split('.')[1]?.length ?? 0))
  return canonical(big(exact).round(places))
}

/** Whether a rate is printed as computed; 100 % is no rounding of less. */
export const samePrintedRate = (printed: DecimalText, computed: DecimalText): boolean =>
  compareDecimals(printed, '100') >= 0
    ? equalDecimals(printed, computed)
    : equalDecimals(asPrinted(computed, printed), printed)

/** The printed execution rate is executed ÷ adjusted budget, half-up to 0.01 % (2022 form: 88.82 % printed, 88.81 % computed). */
export const executionRateDiffers: Rule = {
  id: 'execution-rate-differs',
  find({ project, score }) {
    const printed = project.execution?.rate ?? null
    if (printed === null || score.execution.kind !== 'scored') return []
    const computed = score.execution.rate
    if (samePrintedRate(printed, computed)) return []
    const executed = amountOf(project, 'annual', 'all', 'executed') ?? '0'
    const adjusted = amountOf(project, 'annual', 'all', 'adjusted') ?? '0'
    const params = { printed, computed, executed, adjusted }
    return [problem('explain', { of: 'execution', field: 'rate' }, 'execution-rate-differs', params)]
  },
}
