import { localLevel } from '../levels/level-vocabulary.ts'
import type { LevelLabel } from '../levels/level-vocabulary.ts'
import { valueKind } from '../table/value-kind.ts'
import { createCell } from '../text/row.ts'
import type { Cell, Row } from '../text/row.ts'

const localLevel1 = /^[\p{Script=Han}]{2,6}目标$/u
const localLevel2 = /^[\p{Script=Han}]{2,6}$/u
const labelEnd = /(?:管理|实施|效益|影响|满意度|资源|协助|设施|共享)$/

/** The words of a line: its cells where it has tabs, else what blanks part. */
export const wordsOf = (row: Row): readonly Cell[] =>
  row.cells.length > 1
    ? row.cells
    : row.cells.flatMap((cell) =>
        cell.text.split(/\s+/).map((word) => createCell(cell.ids, cell.line, cell.column, word)),
      )

/** Takes the labels off the front of a line. */
export function takeWords(words: readonly Cell[]): {
  level1: LevelLabel | null
  level2: LevelLabel | null
  rest: readonly Cell[]
} {
  let level1: LevelLabel | null = null
  let level2: LevelLabel | null = null
  let at = 0
  const onlyLabels = words.every((word) => localLevel(word.key) !== null)
  for (; at < words.length; at++) {
    const word = words[at]
    if (word === undefined) break
    const left = words.length - at - 1
    const label: LevelLabel | null = localLevel(word.key) ?? strangeLabel(word, level1, left)
    // 满意度 may be a label or a name: it is a name where only a value follows.
    const isName = left === 0 || (left === 1 && valueKind(words[at + 1]?.text ?? '') === 'certain')
    if (
      label === null ||
      (!onlyLabels && label.level === 2 && isName) ||
      (label.level === 1 ? level1 : level2) !== null
    )
      break
    if (label.level === 1) level1 = label
    else level2 = label
  }
  return { level1, level2, rest: words.slice(at) }
}

/** A label no framework knows, by its place: …目标 in front, the word behind a level 1, or a word labels end with. */
function strangeLabel(word: Cell, level1: LevelLabel | null, left: number): LevelLabel | null {
  if (level1 === null && localLevel1.test(word.key))
    return { level: 1, word: word.key, level1: null, unknown: true }
  const isLevel2 = localLevel2.test(word.key) && (level1 !== null || labelEnd.test(word.key))
  return isLevel2 && left >= 2 ? { level: 2, word: word.key, level1: null, unknown: true } : null
}

// An operator or a number; a word in front of them (满意度 >=90%) may be the name.
const beginsValue = /^(?:[≥≤<>=＞＜＝≧≦]|\d)/

// 2022 年 12 月 31 日前: a date printed with gaps is one value.
const date =
  /^\d{4}年(?:第?[一二三四1-4]季度|\d{1,2}月(?:\d{1,2}日)?)?(?:[上中下]旬)?(?:[初末底]|以?前|之前)*$/
const longestDate = 8

const joined = (words: readonly Cell[], glue: string): Cell | null => {
  const [first] = words
  return first === undefined
    ? null
    : createCell(first.ids, first.line, first.column, words.map((word) => word.text).join(glue))
}

/** The value is the last word, or the last words where an operator or unit stands apart (>= 90 %). */
export function nameAndValue(words: readonly Cell[]): { name: Cell | null; target: Cell | null } {
  if (words.length === 1) {
    const [only] = words
    if (only === undefined) return { name: null, target: null }
    return valueKind(only.text) === 'certain' ? { name: null, target: only } : { name: only, target: null }
  }
  for (let from = Math.max(1, words.length - longestDate); from < words.length - 1; from++) {
    const value = joined(words.slice(from), '')
    if (value !== null && date.test(value.text))
      return { name: joined(words.slice(0, from), ' '), target: value }
  }
  for (let from = Math.max(1, words.length - 3); from < words.length; from++) {
    const value = joined(words.slice(from), '')
    const begins = from === words.length - 1 || beginsValue.test(words[from]?.text ?? '')
    if (begins && value !== null && valueKind(value.text) === 'certain')
      return { name: joined(words.slice(0, from), ' '), target: value }
  }
  return { name: joined(words.slice(0, -1), ' '), target: words.at(-1) ?? null }
}
