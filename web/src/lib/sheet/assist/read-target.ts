import { formatOperator, formatQuantity, formatTarget, parseTarget } from '@biaochi/domain'
import type { Message, Quantity } from '@biaochi/domain'
import { m } from '#lib/i18n.ts'
import type { Reading } from './assist.ts'

/** How the text of a target is understood, part by part, or why it is not. */
export function readTarget(text: string, describe: (message: Message) => string): Reading {
  const target = parseTarget(text)
  const say = (note: string, tone: Reading['tone'] = 'plain'): Reading => ({ parts: [], note, tone })
  switch (target.kind) {
    case 'quantitative':
      return {
        parts: quantityParts(target),
        note: formatTarget(target) === text ? '' : m.target_written({ text: formatTarget(target) }),
        tone: 'plain',
      }
    case 'qualitative':
      return say(m.target_words())
    case 'not-applicable':
      return say(m.target_not_applicable())
    case 'missing':
      return say(m.target_empty())
    case 'invalid':
      return say(describe(target.reason), 'problem')
  }
}

const quantityParts = (quantity: Quantity): Reading['parts'] => {
  const { operator, value, multiplier, unit, approximate } = quantity
  const number = formatQuantity({ operator: null, value, multiplier, unit: null, approximate: false })
  return [
    {
      name: m.target_operator(),
      text: operator === null ? m.target_operator_assumed() : formatOperator(operator),
    },
    { name: m.target_number(), text: approximate ? m.target_about({ number }) : number },
    { name: m.target_unit(), text: unit ?? m.target_no_unit() },
  ]
}
