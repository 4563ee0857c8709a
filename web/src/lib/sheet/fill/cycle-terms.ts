import { numeral, readWrittenNumber } from './written-number.ts'
import type { Term } from './term.ts'

const counted: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^(第?)(${numeral})(季度\\D*)$`, 'u'), 4],
  [/^(\D*[Qq])([1-4])()$/u, 4],
  [new RegExp(`^()(${numeral})(月(?:份|底|末|初|前)?前?)$`, 'u'), 12],
]
const named: readonly (readonly [RegExp, string])[] = [
  [/^(星期|礼拜|周)([一二三四五六日])()$/u, '一二三四五六日'],
  [/^()([甲乙丙丁戊己庚辛壬癸])()$/u, '甲乙丙丁戊己庚辛壬癸'],
]

const day = 86_400_000
/** A year without a 29 February, which only some years have. */
const anyYear = 2025

/** 6月30日, 6月30日前: a date of every year. */
export function readDayOfYear(text: string): Term | null {
  const [, before = '', month = '', date = '', behind = ''] =
    /^(\D*)(\d{1,2})月(\d{1,2})(日\D*)$/u.exec(text) ?? []
  const at = new Date(Date.UTC(anyYear, Number(month) - 1, Number(date)))
  if (month === '' || at.getUTCMonth() + 1 !== Number(month)) return null
  const write = (value: number): string => {
    const then = new Date(Date.UTC(anyYear, 0, 1) + value * day)
    return `${before}${then.getUTCMonth() + 1}月${then.getUTCDate()}${behind}`
  }
  const value = (at.getTime() - Date.UTC(anyYear, 0, 1)) / day
  return { frame: `${before}#${behind}`, value, cycle: 365, write }
}

/** What begins anew: 第4季度 → 第1季度, 十二月 → 一月, 星期日 → 星期一. */
export function readCycle(text: string): Term | null {
  for (const [pattern, cycle] of counted) {
    const [, before = '', printed = '', behind = ''] = pattern.exec(text) ?? []
    const number = readWrittenNumber(printed)
    if (number === null || number.value < 1 || number.value > cycle) continue
    const write = (value: number): string => before + number.write(value + 1) + behind
    return { frame: `${before}#${behind} ${number.style}`, value: number.value - 1, cycle, write }
  }
  for (const [pattern, names] of named) {
    const [, before = '', name = ''] = pattern.exec(text) ?? []
    if (name === '') continue
    const write = (value: number): string => before + names.charAt(value)
    return { frame: `${before}# ${names}`, value: names.indexOf(name), cycle: names.length, write }
  }
  return null
}
