import { message } from './message.ts'
import type { Message } from './message.ts'

// Folding takes the exclamation mark at the end away.
const spreadsheetError = /^#(?:REF|DIV\/0|VALUE|N\/A|NAME\?|NUM|NULL|SPILL|CALC)!?$/i
const date = /^(?:19|20)\d\d[.\-/年]/

/**
 * Why a folded text that holds no quantity looks like a broken one ("≥", "12..5次", "≥≥12次", "1,2,3次"), or null when
 * it is simply words: ranges, dates and service windows are words, never their first number.
 */
export function reasonUnreadable(text: string): Message | null {
  if (spreadsheetError.test(text)) return message('measure.spreadsheet-error', { text })
  if (/[≥≤<>=]{2}/.test(text)) return message('measure.operators-conflict')
  if (/[≥≤<>=]$/.test(text)) return message('measure.number-missing')
  if (!/[\p{L}\p{N}]/u.test(text)) return message('measure.only-symbols')
  const value = /(?:^|[≥≤<>=])[-+]?([\d.][\d., ]*)(.*)$/.exec(text)
  const [, printed = '', rest = ''] = value ?? []
  if (printed === '' || date.test(text)) return null
  if (/[.,]{2}|^\.|\.\d+\.|[.,]$/.test(printed) || !groups.test(printed))
    return message('measure.number-malformed', { text: printed.trim() })
  if (/^[eE][-+]?\d/.test(rest)) return message('measure.number-malformed', { text: printed + rest })
  if (/^[%‰]{2}/.test(rest)) return message('measure.unit-unreadable', { text: rest })
  return tooLong(printed) ? message('measure.number-too-long', { text: printed }) : null
}

const groups = /^(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?$/

const tooLong = (printed: string): boolean => {
  const [whole = '', places = ''] = printed.replace(/[, ]/g, '').split('.')
  return whole.replace(/^0+/, '').length > 14 || places.replace(/0+$/, '').length > 10
}
