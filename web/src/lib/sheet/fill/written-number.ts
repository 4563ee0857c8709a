import { formatChineseNumeral, readChineseNumeral } from '@biaochi/domain'

/** A whole number in digits or in Chinese, and how its row writes another one. */
export interface WrittenNumber {
  readonly value: number
  readonly style: string
  readonly write: (value: number) => string
}

/** Digits or Chinese numerals, for the patterns that look for one. */
export const numeral = '(?:\\d{1,9}|[零〇一二三四五六七八九十百千]{1,9})'

export function readWrittenNumber(text: string): WrittenNumber | null {
  if (/^\d+$/u.test(text)) {
    // 01, 02: as many digits as the first had.
    const digits = text.startsWith('0') ? text.length : 1
    const write = (value: number): string => String(value).padStart(digits, '0')
    return { value: Number(text), style: `${digits} digits`, write }
  }
  const value = readChineseNumeral(text)
  return value === null ? null : { value: Number(value), style: 'Chinese', write: formatChineseNumeral }
}
