import type { SqlValue } from '@biaochi/prisma'

/** Collects the parameters of a statement while its text is written. */
export class SqlValues {
  readonly list: SqlValue[] = []

  /** The placeholder of a value. */
  add(value: SqlValue, type: string): string {
    this.list.push(value)
    return `$${this.list.length}::${type}`
  }
}

/** numerator ÷ denominator in SQL, half-up to so many places from the exact fraction, as canonical text; null for ÷ 0. */
export const exactRatio = (numerator: string, denominator: string, places: number): string => {
  const scale = 10 ** places
  return `CASE WHEN ${denominator} > 0 THEN trim_scale(sign(${numerator})
    * div(abs(${numerator}) * ${2 * scale} + ${denominator}, 2 * ${denominator}) / ${scale}.0)::text END`
}
