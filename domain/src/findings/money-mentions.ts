import { big } from '../decimal.ts'
import type { Big } from '../decimal.ts'

/** An amount of money in running text. */
export interface MoneyMention {
  readonly start: number
  readonly end: number
  /** As printed: "64.32万元". */
  readonly text: string
  readonly unit: string
  /** In 元. */
  readonly amount: Big
  /** Half of the last printed place, in 元: what rounding may hide. */
  readonly slack: Big
  readonly approximate: boolean
}

const factors: Readonly<Record<string, string>> = {
  元: '1',
  千元: '1000',
  万元: '10000',
  百万元: '1000000',
  亿元: '100000000',
}
const money = /(\d{1,3}(?:,\d{3})+|\d{1,18})(\.\d{1,6})?([余多])?(元|千元|百万元|万元|亿元)/gu

/** The amounts in a text, in order; `text` has no white space. */
export function moneyMentions(text: string): readonly MoneyMention[] {
  const mentions: MoneyMention[] = []
  for (const match of text.matchAll(money)) {
    const [whole, integer = '0', fraction = '', more, unit = '元'] = match
    if (/\d[.,]?$/u.test(text.slice(Math.max(0, match.index - 2), match.index))) continue
    const factor = big(factors[unit] ?? '1')
    const places = Math.max(0, fraction.length - 1)
    mentions.push({
      start: match.index,
      end: match.index + whole.length,
      text: whole,
      unit,
      amount: big(integer.replaceAll(',', '') + fraction).times(factor),
      slack: factor.div(10 ** places).div(2),
      approximate:
        more !== undefined ||
        /(约|近|大约|接近|左右)$/u.test(text.slice(Math.max(0, match.index - 2), match.index)) ||
        /^(左右|上下|以上|以内)/u.test(
          text.slice(match.index + whole.length, match.index + whole.length + 2),
        ),
    })
  }
  return mentions
}
