import { createIndicatorDraft, putColumn } from '../draft.ts'
import type { IndicatorDraft } from '../draft.ts'
import { createLevelContext } from '../levels/level-context.ts'
import { localLevel } from '../levels/level-vocabulary.ts'
import type { SectionContext } from '../section-context.ts'
import { valueKind } from '../table/value-kind.ts'
import { fillsColumn, isBrokenOff } from '../text/continues.ts'
import { labelKey } from '../text/clean-text.ts'
import { isNoise } from '../text/noise.ts'
import type { Row } from '../text/row.ts'
import { nameAndValue, takeWords, wordsOf } from './text-words.ts'

const heading = /^(?:\d{4}年?度?)?(?:项目)?绩效目标(?:表)?:?$/
const columnHeads = /^(?:[一二三]级(?:目标|指标)|(?:指标)?目标值|指标值|指标)+$/

const keyOf = (row: Row): string => row.cells.map((cell) => labelKey(cell.text)).join('')

/** Whether a line begins or heads the indicators of the 2020 target form. */
export const isTextTableHead = (row: Row): boolean => heading.test(keyOf(row)) || columnHeads.test(keyOf(row))

/** Reads lines of words: level 1, level 2, name and target, each alone or together. */
export function readTextTable(rows: readonly Row[], context: SectionContext): void {
  const { draft, ledger, report } = context
  const levels = createLevelContext(report)
  const printed = printedLevel1(rows)
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
  for (const indicator of draft.indicators)
    if (indicator.level1 !== null) indicator.level1 = printed.get(indicator.level1) ?? indicator.level1
}

/** Level 1 in this form's own words, by the framework's (投入和管理目标 for 投入与管理). */
const printedLevel1 = (rows: readonly Row[]): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap((row) => {
      const [first] = wordsOf(row)
      const label = first === undefined ? null : localLevel(first.key)
      return first === undefined || label === null || label.level !== 1
        ? []
        : [[label.word, first.key] as const]
    }),
  )

/** Whether a line without labels goes on with the cell above: told by the texts, or by what is longest in the table. */
function goesOnBelow(above: IndicatorDraft, row: Row, text: string, longest: number): boolean {
  const name = above.columns.get('name')?.text ?? ''
  return (
    !row.afterBlank ||
    isBrokenOff(name, text) ||
    (!above.columns.has('target') && fillsColumn(name, text, longest))
  )
}
