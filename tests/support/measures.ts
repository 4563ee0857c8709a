import type { Measure } from '@biaochi/domain'

/** A measure in one line, for tables: "≥ 12 ×10000 次 ~", "words 提升", "invalid measure.number-missing". */
export function inShort(measure: Measure): string {
  switch (measure.kind) {
    case 'quantitative': {
      const { operator, value, multiplier, unit, approximate } = measure
      const number = multiplier === 1 ? value : `${value}×${multiplier}`
      return [operator, number, unit, approximate ? '~' : null].filter((part) => part !== null).join(' ')
    }
    case 'qualitative':
      return `words ${measure.text}`
    case 'invalid':
      return `invalid ${measure.reason.code}`
    default:
      return measure.kind
  }
}

/** A measure without what it keeps of the text it was read from. */
export function withoutRaw(measure: Measure): object {
  return { ...measure, raw: null }
}
