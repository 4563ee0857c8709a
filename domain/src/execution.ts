import { big, compareDecimals, divideHalfUp, formatFixed2, roundHalfUp } from './decimal.ts'
import type { DecimalText } from './decimal.ts'
import { message } from './message.ts'
import type { Message } from './message.ts'
import type { Fund, FundStage } from './project.ts'
import type { Scheme } from './scheme.ts'

/** Points for spending the adjusted budget of the year: rate in percent (2 decimals half-up, not capped) and score. */
export type ExecutionScore =
  | {
      readonly kind: 'scored'
      readonly rate: DecimalText
      readonly score: DecimalText
      readonly explanation: Message
    }
  | { readonly kind: 'not-computable' | 'missing'; readonly explanation: Message }

/** Executed ÷ adjusted budget (never another one) of the year's total, times the execution weight, capped there. */
export function scoreExecution(funds: readonly Fund[], scheme: Scheme): ExecutionScore {
  const amount = (stage: FundStage) =>
    funds.find((fund) => fund.period === 'annual' && fund.source === 'all' && fund.stage === stage)?.amount
  const adjusted = amount('adjusted')
  const executed = amount('executed')
  if (adjusted === undefined) return { kind: 'missing', explanation: message('execution.adjusted-missing') }
  if (executed === undefined) return { kind: 'missing', explanation: message('execution.executed-missing') }
  if (compareDecimals(adjusted, '0') <= 0)
    return { kind: 'not-computable', explanation: message('execution.no-budget') }
  const weight = scheme.executionWeight
  const rate = divideHalfUp(big(executed).times(100), big(adjusted))
  const earned =
    scheme.scoreExecutionFrom === 'displayed'
      ? roundHalfUp(big(weight).times(rate).times('0.01'))
      : divideHalfUp(big(weight).times(executed), big(adjusted))
  const above = compareDecimals(executed, adjusted) > 0
  const score = above ? weight : compareDecimals(earned, '0') < 0 ? '0' : earned
  const params = { executed, adjusted, rate: formatFixed2(rate), weight, score: formatFixed2(score) }
  const code = above ? 'execution.above-budget' : `execution.${scheme.scoreExecutionFrom}`
  return { kind: 'scored', rate, score, explanation: message(code, params) }
}
