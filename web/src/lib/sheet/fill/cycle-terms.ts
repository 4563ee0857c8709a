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
