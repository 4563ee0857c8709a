import type { Indicator, Measure } from '@biaochi/domain'

/** The digits a decimal column keeps exactly; what has more is refused, never rounded. */
export interface Digits {
  readonly integer: number
  readonly fraction: number
}

// As in schema.prisma: Decimal(38, 10), Decimal(14, 6), Decimal(28, 8).
export const measureDigits: Digits = { integer: 28, fraction: 10 }
export const pointDigits: Digits = { integer: 8, fraction: 6 }
export const amountDigits: Digits = { integer: 20, fraction: 8 }

/** Whether a canonical decimal fits. */
export const fits = (decimal: string | null, { integer, fraction }: Digits): boolean => {
  if (decimal === null) return true
  const [whole = '', part = ''] = decimal.replace('-', '').split('.')
  return whole.length <= integer && part.length <= fraction
}

const measureFits = (measure: Measure): boolean =>
  measure.kind !== 'quantitative' || fits(measure.value, measureDigits)

/** The digits an indicator's numbers break, or null when all can be kept. */
export const brokenDigits = (indicator: Indicator): Digits | null => {
  if (!measureFits(indicator.target) || !measureFits(indicator.actual)) return measureDigits
  return fits(indicator.weight, pointDigits) && fits(indicator.score, pointDigits) ? null : pointDigits
}

/** Text PostgreSQL can keep: no NUL, no half of a character. */
export const isStorableText = (text: string): boolean => !text.includes('\0') && text.isWellFormed()
