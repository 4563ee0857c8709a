import type { LevelContext } from '../levels/level-context.ts'
import type { LevelVocabulary } from '../levels/level-vocabulary.ts'
import { takeLevels } from '../levels/take-levels.ts'
import type { RowLevels } from '../levels/take-levels.ts'
import type { Column } from '../draft.ts'
import type { SectionContext } from '../section-context.ts'
import type { Cell, Row } from '../text/row.ts'
import type { TableColumns } from './table-columns.ts'
import { isDash } from '../text/noise.ts'

/** What the row readers of one table share. */
export interface TableContext extends SectionContext {
  readonly vocabulary: LevelVocabulary
  readonly levels: LevelContext
  readonly columns: TableColumns
  /** Where the header says the columns stand; rows may be shifted against it. */
  readonly places: ReadonlyMap<Column, number>
  /** How long the longest name of the table is. */
  readonly longestName: number
}

/** Reads one row of a table that is neither header nor total. */
export type RowReader = (row: Row) => void

/** Cells with something in them; a dash printed for an empty cell is booked and left out. */
export function withoutDashes(cells: readonly Cell[], { ledger }: TableContext): readonly Cell[] {
  const dashes = cells.filter((cell) => isDash(cell.text))
  ledger.book('boilerplate', dashes)
  return dashes.length === 0 ? cells : cells.filter((cell) => !dashes.includes(cell))
}

/** The length of the longest name that stands beside a value. */
export const longestNameOf = (rows: readonly Row[], vocabulary: LevelVocabulary): number =>
  rows.reduce((longest, row) => {
    const [name, value] = takeLevels(row.cells, vocabulary, 2).rest
    return name === undefined || value === undefined ? longest : Math.max(longest, name.text.length)
  }, 0)

/** Whether a row prints a label of a level. */
export const hasLevel = (row: RowLevels): boolean => row.level1 !== null || row.level2 !== null

/** Books a row's labels; the end of a label whose beginning is lost is named. */
export function bookLabels(row: RowLevels, { ledger, report }: TableContext): void {
  ledger.book('data', row.labels)
  ledger.book('named', row.fragments)
  for (const cell of row.fragments) report('text-orphaned', cell.line, { text: cell.text })
}

/** A row of nothing but labels sets the levels of the rows below; one with a level 2 may have lost an indicator. */
export function noteLabels(row: RowLevels, line: number, context: TableContext): void {
  const { levels, report } = context
  bookLabels(row, context)
  levels.note(row, line)
  if (row.level2 !== null) report('row-without-name', line, { text: row.level2.word })
}
