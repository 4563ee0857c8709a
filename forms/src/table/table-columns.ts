import type { Layout } from '../layout.ts'
import type { LevelVocabulary } from '../levels/level-vocabulary.ts'
import { takeLevels } from '../levels/take-levels.ts'
import type { SectionContext } from '../section-context.ts'
import type { Cell, Row } from '../text/row.ts'
import { createCell } from '../text/row.ts'
import { headerColumn } from './table-header.ts'
import type { Head } from './table-header.ts'

/** The columns a header names that rows are freed of before they are read. */
export interface TableColumns {
  /** The row without its number and its unkept cells, its target in one piece. */
  readonly free: (row: Row) => Row
  /** What the header says of a row's cells, as far as the row stands below it. */
  readonly headsOf: (row: Row) => (cell: Cell) => Head | null
  /** Names the columns that had something in them. */
  readonly nameUnkept: () => void
}

const extra = new Set<Head | null>(['number', 'operator', 'unit', 'unkept', null])
const fewestLeft = 2
const columnsOf = (layout: Layout): readonly Head[] =>
  layout === 'self-evaluation-2022' ? ['name', 'target', 'actual', 'weight', 'score'] : ['name', 'target']

/** Columns as a table's header prints them; where it has none but the usual ones, or is lost, rows stay as they are. */
export function createTableColumns(
  header: Row | undefined,
  vocabulary: LevelVocabulary,
  { layout, ledger, report }: SectionContext,
): TableColumns {
  const heads = new Map((header?.cells ?? []).map((cell) => [cell.column, headerColumn(cell.key)]))
  const printed = new Set(heads.values())
  // A head nobody knows may be a piece of one that is missing.
  const complete = columnsOf(layout).every((column) => printed.has(column))
  const labels = new Map((header?.cells ?? []).map((cell) => [cell.column, cell.text]))
  const plain = ![...printed].some((head) => extra.has(head))
  const unkept = new Map<number, { first: number; last: number }>()

  /** How far a row stands beside its header: a label tells. */
  const shiftOf = (row: Row): number => {
    const { level1, level2, labels: taken } = takeLevels(row.cells, vocabulary, row.cells.length)
    const label = level2 === null && level1 === null ? undefined : taken.at(-1)
    const head: Head = level2 === null ? 'level1' : 'level2'
    const column = [...heads].find(([, each]) => each === head)?.[0]
    return label === undefined || column === undefined ? 0 : label.column - column
  }
  const isUnkept = (column: number): boolean => {
    const head = heads.get(column)
    return head === 'unkept' || (head === null && complete)
  }

  const free = (row: Row): Row => {
    if (plain) return row
    const numbered = withoutNumber(row)
    const shift = shiftOf(numbered)
    const dropped = numbered.cells.filter((cell) => isUnkept(cell.column - shift))
    const left = numbered.cells.filter((cell) => !isUnkept(cell.column - shift))
    if (left.length < fewestLeft) return numbered
    ledger.book('named', dropped)
    for (const cell of dropped) {
      const column = cell.column - shift
      unkept.set(column, { first: unkept.get(column)?.first ?? cell.line, last: cell.line })
    }
    return { ...numbered, cells: withWholeTarget(left, (cell) => heads.get(cell.column - shift) ?? null) }
  }

  /** The number in front of a row is nobody's data. */
  const withoutNumber = (row: Row): Row => {
    if (!printed.has('number')) return row
    const number = row.cells.slice(0, 3).find((cell) => /^\d{1,3}$/.test(cell.key))
    if (number === undefined) return row
    ledger.book('boilerplate', [number])
    return { ...row, cells: row.cells.filter((cell) => cell !== number) }
  }

  return {
    free,
    headsOf: (row) => {
      const shift = shiftOf(row)
      return (cell) => heads.get(cell.column - shift) ?? null
    },
    nameUnkept: () => {
      for (const [column, { first, last }] of unkept)
        report('column-unkept', first, { text: labels.get(column) ?? '' }, undefined, last)
    },
  }
}

/** ≥ | 260 | 人 in columns of their own are one target; 定性 in the first of them is none of it. */
function withWholeTarget(cells: readonly Cell[], headOf: (cell: Cell) => Head | null): readonly Cell[] {
  const part = (head: Head): Cell | undefined => cells.find((cell) => headOf(cell) === head)
  const target = part('target')
  const [operator, unit] = [part('operator'), part('unit')]
  if (target === undefined || (operator === undefined && unit === undefined)) return cells
  const pieces = [operator, target, unit].filter((cell) => cell !== undefined)
  const sign = operator !== undefined && /^[\p{Script=Han}]/u.test(operator.key) ? '' : (operator?.text ?? '')
  const whole = createCell(
    pieces.flatMap((cell) => cell.ids),
    target.line,
    target.column,
    sign + target.text + (unit?.text ?? ''),
  )
  return cells.flatMap((cell) => (cell === target ? [whole] : pieces.includes(cell) ? [] : [cell]))
}
