import { numeral, readWrittenNumber } from './written-number.ts'
import type { Term } from './term.ts'

// Before and behind the number, in this order: 第3期, (3) and 3 alone in Chinese, 项目3, 任务三.
const patterns = [
  new RegExp(`^(\\D*第)(${numeral})((?!季度)\\D*)$`, 'u'),
  new RegExp(`^(\\D*[（(])(${numeral})([）)])$`, 'u'),
  /^()([零〇一二三四五六七八九十百千]{1,9})([、.．]?)$/u,
  /^(\D*[\p{L}_#-])(\d{1,9})()$/u,
  /^(\D*(?:项目|指标|任务|标段|包|阶段|子项|专题|课题|附件|活动|部分))([一二三四五六七八九十百]{1,9})()$/u,
]

/** A text that counts something: 第3期, （三）, 三、, 项目3. A quantity (≥3次) counts nothing and goes on only when asked. */
export function readOrdinal(text: string): Term | null {
  for (const pattern of patterns) {
    const [, before = '', printed = '', behind = ''] = pattern.exec(text) ?? []
    const number = readWrittenNumber(printed)
    if (number === null) continue
    return {
      frame: `${before}#${behind} ${number.style}`,
      value: number.value,
      cycle: null,
      write: (value) => (value < 1 || value > 999_999_999 ? null : before + number.write(value) + behind),
    }
  }
  return null
}
