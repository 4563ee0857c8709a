import { createLevelContext } from '../levels/level-context.ts'
import { createVocabulary, isCostLevel2 } from '../levels/level-vocabulary.ts'
import type { LevelVocabulary } from '../levels/level-vocabulary.ts'
import { takeLevels } from '../levels/take-levels.ts'
import type { Column } from '../draft.ts'
import type { SectionContext } from '../section-context.ts'
import type { Row } from '../text/row.ts'
import { isFootnote, isFootnoteRest } from './footnote.ts'
import { createDeclarationReader } from './read-declaration-row.ts'
import { createEvaluationReader } from './read-evaluation-row.ts'
import { createMidtermReader } from './read-midterm-row.ts'
import { isTotalRow, readTotalRow } from './read-total-row.ts'
import { createTableColumns } from './table-columns.ts'
import { headerPlaces, isHeaderRest, isTableHeader } from './table-header.ts'
import { hasLevel, longestNameOf } from './table-context.ts'
import type { RowReader, TableContext } from './table-context.ts'

/** The index of the row the table of indicators begins at: its header, or its first label where that is lost. */
export function tableStart(rows: readonly Row[]): number {
  const vocabulary = createVocabulary(true)
  const at = rows.findIndex(
    (row) =>
      isTableHeader(row) ||
      row.cells
        .slice(0, 3)
        .some((cell) => vocabulary.strict(cell.key, { before: null, nextKey: '' }) !== null),
  )
  return at < 0 ? rows.length : at
}

/** Reads the rows from the table's header on. */
export function readTable(rows: readonly Row[], section: SectionContext): void {
  const costIsLevel1 =
    section.layout === 'declaration-2026' ||
    rows.some((row) => row.cells.some((cell) => isCostLevel2(cell.key)))
  const header = rows.find(isTableHeader)
  const vocabulary = createVocabulary(costIsLevel1)
  const columns = createTableColumns(
    section.layout === 'declaration-midterm-2023' ? undefined : header,
    vocabulary,
    section,
  )
  const body = rows.map((row) => (isTableHeader(row) || isTotalRow(row) ? row : columns.free(row)))
  const context: TableContext = {
    ...section,
    columns,
    vocabulary,
    longestName: longestNameOf(
      body.filter((row) => !isTableHeader(row)),
      vocabulary,
    ),
    levels: createLevelContext(section.report),
    places: header === undefined ? new Map<Column, number>() : headerPlaces(header),
  }
  const read = rowReader(body, context)
  let belowHeader = false
  let belowTotal = false
  let inNotes = false
  for (const row of body) {
    inNotes = isFootnote(row) || (inNotes && isFootnoteRest(row))
    if (inNotes) {
      context.ledger.book('boilerplate', row.cells)
      belowTotal = true
      continue
    }
    if (isTableHeader(row) || (belowHeader && isHeaderRest(row))) {
      context.ledger.book('boilerplate', row.cells)
      belowHeader = true
      continue
    }
    belowHeader = false
    if (section.layout === 'self-evaluation-2022' && isTotalRow(row)) {
      readTotalRow(row, context)
      belowTotal = true
    } else if (!belowTotal || startsWithLabel(row, vocabulary)) {
      read(row)
      belowTotal = false
    }
  }
  columns.nameUnkept()
  const names = new Map<object, string>(
    section.draft.indicators.map((one) => [one, one.columns.get('name')?.text ?? '']),
  )
  // Two tables side by side share their labels and stay as they are.
  if (section.layout !== 'declaration-midterm-2023')
    context.levels.settle((indicator) => names.get(indicator) ?? '')
}

/** Below the total and the notes only a row with a level can belong to the table again. */
const startsWithLabel = (row: Row, vocabulary: LevelVocabulary): boolean =>
  hasLevel(takeLevels(row.cells, vocabulary, row.cells.length))

function rowReader(rows: readonly Row[], context: TableContext): RowReader {
  if (context.layout === 'self-evaluation-2022') return createEvaluationReader(rows, context)
  if (context.layout === 'declaration-midterm-2023') return createMidtermReader(context)
  return createDeclarationReader(
    rows.filter((row) => !isTableHeader(row)),
    context,
  )
}
