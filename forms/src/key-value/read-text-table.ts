import { createIndicatorDraft, putColumn } from '../draft.ts'
import type { IndicatorDraft } from '../draft.ts'
import { createLevelContext } from '../levels/level-context.ts'
import { localLevel } from '../levels/level-vocabulary.ts'
import type { LevelLabel } from '../levels/level-vocabulary.ts'
import type { SectionContext } from '../section-context.ts'
import { valueKind } from '../table/value-kind.ts'
import { fillsColumn, isBrokenOff } from '../text/continues.ts'
import { labelKey } from '../text/clean-text.ts'
import { isNoise } from '../text/noise.ts'
import { createCell } from '../text/row.ts'
import type { Cell, Row } from '../text/row.ts'

const heading = /^(?:\d{4}年?度?)?(?:项目)?绩效目标(?:表)?:?$/
const columnHeads = /^(?:[一二三]级(?:目标|指标)|(?:指标)?目标值|指标值|指标)+$/
const localLevel1 = /^[\p{Script=Han}]{2,6}目标$/u
const localLevel2 = /^[\p{Script=Han}]{2,6}$/u

const keyOf = (row: Row): string => row.cells.map((cell) => labelKey(cell.text)).join('')

/** Whether a line begins or heads the indicators of the 2020 target form. */
export const isTextTableHead = (row: Row): boolean => heading.test(keyOf(row)) || columnHeads.test(keyOf(row))

/** Reads lines of words: level 1, level 2, name and target, each alone or together. */
export function readTextTable(rows: readonly Row[], context: SectionContext): void {
  const { draft, ledger, report } = context
  const levels = createLevelContext(report)
  const longest = rows.reduce(
    (most, row) => Math.max(most, takeWords(wordsOf(row)).rest[0]?.text.length ?? 0),
    0,
  )
  let wrapped = false

  for (const row of rows) {
    if (isTextTableHead(row) || isNoise(row)) {
      ledger.book('boilerplate', row.cells)
      continue
    }
    const { level1, level2, rest } = takeWords(wordsOf(row))
    const above = draft.indicators.at(-1)
    const labelled = level1 !== null || level2 !== null
    if (rest.length === 0) {
      ledger.book('data', row.cells)
      levels.note({ level1, level2 }, row.line)
      if (level2 !== null) report('row-without-name', row.line, { text: level2.word })
      wrapped = false
      continue
    }
    const { name, target } = nameAndValue(rest)
    // A cell wrapped at the page's width goes on in the next line, without a blank line between.
    if (
      !labelled &&
      wrapped &&
      above !== undefined &&
      name !== null &&
      goesOnBelow(above, row, name.text, longest)
    ) {
      const aboveTarget = above.columns.get('target')
      const column = aboveTarget === undefined ? 'name' : 'target'
      const goesOn = aboveTarget === undefined || (target === null && valueKind(aboveTarget.text) === 'words')
      if (goesOn) {
        ledger.book('data', row.cells)
        const certain = isBrokenOff(above.columns.get('name')?.text ?? '', name.text)
        putColumn(above, column, name)
        if (target !== null) putColumn(above, 'target', target)
        if (!certain) report('row-joined', row.line, { text: name.text })
        continue
      }
    }
    ledger.book('data', row.cells)
    const indicator = createIndicatorDraft(row.line)
    indicator.notApplicable = name !== null && valueKind(name.text) === 'not-applicable'
    if (name !== null) putColumn(indicator, 'name', name)
    else report('row-without-name', row.line, { text: target?.text ?? '' })
    if (target !== null) putColumn(indicator, 'target', target)
    levels.give({ level1, level2 }, row.line, indicator)
    draft.indicators.push(indicator)
    wrapped = true
  }
}

/** Whether a line without labels goes on with the cell above: told by the texts, or by what is longest in the table. */
function goesOnBelow(above: IndicatorDraft, row: Row, text: string, longest: number): boolean {
  const name = above.columns.get('name')?.text ?? ''
  return (
    !row.afterBlank ||
    isBrokenOff(name, text) ||
    (!above.columns.has('target') && fillsColumn(name, text, longest))
  )
}

/** The words of a line: its cells where it has tabs, else what blanks part. */
const wordsOf = (row: Row): readonly Cell[] =>
  row.cells.length > 1
    ? row.cells
    : row.cells.flatMap((cell) =>
        cell.text.split(/\s+/).map((word) => createCell(cell.ids, cell.line, cell.column, word)),
      )

function takeWords(words: readonly Cell[]): {
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

/** A label no framework knows, by its place: …目标 in front, or the word behind a level 1. */
function strangeLabel(word: Cell, level1: LevelLabel | null, left: number): LevelLabel | null {
  if (level1 === null && localLevel1.test(word.key)) return { level: 1, word: word.key, level1: null }
  if (level1 !== null && left >= 2 && localLevel2.test(word.key))
    return { level: 2, word: word.key, level1: null }
  return null
}

// An operator or a number; a word in front of them (满意度 >=90%) may be the name.
const beginsValue = /^(?:[≥≤<>=＞＜＝≧≦]|\d)/

const joined = (words: readonly Cell[], glue: string): Cell | null => {
  const [first] = words
  return first === undefined
    ? null
    : createCell(first.ids, first.line, first.column, words.map((word) => word.text).join(glue))
}

/** The value is the last word, or the last words where an operator or unit stands apart (>= 90 %). */
function nameAndValue(words: readonly Cell[]): { name: Cell | null; target: Cell | null } {
  if (words.length === 1) {
    const [only] = words
    if (only === undefined) return { name: null, target: null }
    return valueKind(only.text) === 'certain' ? { name: null, target: only } : { name: only, target: null }
  }
  for (let from = Math.max(1, words.length - 3); from < words.length; from++) {
    const value = joined(words.slice(from), '')
    const begins = from === words.length - 1 || beginsValue.test(words[from]?.text ?? '')
    if (begins && value !== null && valueKind(value.text) === 'certain')
      return { name: joined(words.slice(0, from), ' '), target: value }
  }
  return { name: joined(words.slice(0, -1), ' '), target: words.at(-1) ?? null }
}
