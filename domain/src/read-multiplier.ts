import { big, canonical, fractionDigits } from './decimal.ts'
import type { DecimalText } from './decimal.ts'
import { parseDecimal } from './parse-decimal.ts'
import type { Multiplier } from './quantity.ts'

/** A printed multiplier: its text, its length inside an enclosed unit, and what it stands for. */
export interface PrintedMultiplier {
  readonly text: string
  readonly inUnit: number
  readonly multiplier: Multiplier
  /** 百 and 千 have no place of their own: they go into the value. */
  readonly factor: string
}

const names: readonly (readonly [string, Multiplier, string])[] = [
  ['万亿', 100000000, '10000'],
  ['千亿', 100000000, '1000'],
  ['百亿', 100000000, '100'],
  ['十亿', 100000000, '10'],
  ['亿', 100000000, '1'],
  ['千万', 10000, '1000'],
  ['百万', 10000, '100'],
  ['十万', 10000, '10'],
  ['万', 10000, '1'],
]
const none: PrintedMultiplier = { text: '', inUnit: 0, multiplier: 1, factor: '1' }

/** The multiplier a text begins with; 千米, 千瓦 and 百分点 are units. */
export function readMultiplier(text: string): PrintedMultiplier {
  const first = text.charAt(0)
  if (first === '' || !'十百千万亿'.includes(first)) return none
  for (const [name, multiplier, factor] of names)
    if (text.startsWith(name)) return { text: name, inUnit: name.length, multiplier, factor }
  if (/^千(?![米克瓦卡帕伏赫欧字兆比])/.test(text))
    return { text: '千', inUnit: 1, multiplier: 1, factor: '1000' }
  if (/^百(?![分帕])/.test(text)) return { text: '百', inUnit: 1, multiplier: 1, factor: '100' }
  return none
}

/** Value and multiplier as kept, 百 and 千 folded into the value; null when the number grows too long. */
export function foldMultiplier(
  value: DecimalText,
  printed: PrintedMultiplier,
): { value: DecimalText; multiplier: Multiplier } | null {
  const scaled = printed.factor === '1' ? value : canonical(big(value).times(printed.factor))
  return parseDecimal(scaled) === null || fractionDigits(scaled) > 10
    ? null
    : { value: scaled, multiplier: printed.multiplier }
}
