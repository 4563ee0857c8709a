import type { DecimalText } from '@biaochi/domain'

export type AmountUnit = '元' | '万元'

/** An amount in 元 with thousands separators, in 元 or 万元; digits are moved, never calculated. */
export function formatAmount(amount: DecimalText, unit: AmountUnit): string {
  const negative = amount.startsWith('-')
  const [whole = '0', fraction = ''] = (negative ? amount.slice(1) : amount).split('.')
  const digits = unit === '元' ? whole : whole.slice(0, -4) || '0'
  const rest = unit === '元' ? fraction : whole.padStart(5, '0').slice(-4) + fraction
  const trimmed = rest.replace(/0+$/u, '')
  const grouped = digits.replace(/\B(?=(\d{3})+(?!\d))/gu, ',')
  return `${negative ? '-' : ''}${grouped}${trimmed === '' ? '' : `.${trimmed}`}`
}

/** A difference with its sign said aloud. */
export const formatSigned = (value: DecimalText): string =>
  value === '0' ? '0' : value.startsWith('-') ? `−${value.slice(1)}` : `+${value}`
