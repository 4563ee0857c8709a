import { compareDecimals, formatFixed2 } from './decimal.ts'
import type { DecimalText } from './decimal.ts'
import { message } from './message.ts'
import type { Message } from './message.ts'
import type { RuleScore } from './score.ts'

/** One sentence on how an awarded score stands to the rule's. */
export function explainDifference(awarded: DecimalText, rule: RuleScore): Message {
  const params = { awarded: formatFixed2(awarded) }
  if (rule.kind !== 'scored') return message('difference.no-rule-score', params)
  const order = compareDecimals(awarded, rule.score)
  const code = order === 0 ? 'difference.same' : order > 0 ? 'difference.above' : 'difference.below'
  return message(order < 0 && rule.met ? 'difference.below-though-met' : code, {
    ...params,
    rule: formatFixed2(rule.score),
  })
}
