import type { Transaction } from '@biaochi/prisma'
import { deleteRows, insertRows, updateRows, type Column } from '../bulk.ts'
import { cellColumns, reportedColumns, sameDeclared } from '../rows/indicator-columns.ts'
import type { IndicatorCells } from '../rows/indicator-row.ts'
import { indicatorSumColumns, sumIndicators, type IndicatorSums } from '../rows/indicator-sums.ts'
import type { ChangedRow, Rescored } from './rescore.ts'
import { projectCellColumns, saveParts } from './save-parts.ts'

const cellsOfRow = ({ of, ...column }: Column<IndicatorCells>): Column<ChangedRow> => ({
  ...column,
  of: ({ cells }) => of(cells),
})

const ownColumns: readonly Column<ChangedRow>[] = [
  { name: 'version', type: 'int', of: ({ version }) => version },
  { name: 'position', type: 'int', of: ({ position }) => position },
  { name: 'rule_score', type: 'numeric', of: ({ ruleScore }) => ruleScore },
  { name: 'met', type: 'boolean', of: ({ met }) => met },
]
const rowColumns = [...ownColumns, ...cellColumns.map(cellsOfRow)]
// Most edits fill in what was reached: half of the columns need not be sent and written again then.
const reportedRowColumns = [...ownColumns, ...reportedColumns.map(cellsOfRow)]

const onlyReported = ({ before, cells }: ChangedRow): boolean =>
  before !== null && sameDeclared(cells, before.cells)

const newRowColumns: readonly Column<ChangedRow>[] = [
  { name: 'id', type: 'uuid', of: ({ id }) => id },
  { name: 'project_id', type: 'uuid', of: ({ project }) => project.id },
  { name: 'fiscal_year', type: 'int', of: ({ project }) => project.fiscalYear },
  { name: 'implementer_id', type: 'uuid', of: ({ project }) => project.implementerId },
  { name: 'source_line', type: 'int', of: ({ sourceLine }) => sourceLine },
  ...rowColumns,
]

const placeColumns: readonly Column<Rescored['shifted'][number]>[] = [
  { name: 'position', type: 'int', of: ({ position }) => position },
]

interface Totals extends Rescored {
  readonly id: string
  readonly sums: IndicatorSums
}

const totalColumns: readonly Column<Totals>[] = [
  { name: 'version', type: 'int', of: ({ project }) => project.version + 1 },
  { name: 'rule_total', type: 'numeric', of: ({ score }) => score.rule.total },
  { name: 'rule_grade', type: 'text', of: ({ score }) => score.rule.grade },
  { name: 'awarded_total', type: 'numeric', of: ({ score }) => score.awarded.total },
  { name: 'awarded_grade', type: 'text', of: ({ score }) => score.awarded.grade },
  { name: 'incomplete', type: 'boolean', of: ({ score }) => score.incomplete },
  { name: 'blocking_findings', type: 'int', of: ({ counts }) => counts.block },
  { name: 'explain_findings', type: 'int', of: ({ counts }) => counts.explain },
  { name: 'warning_findings', type: 'int', of: ({ counts }) => counts.warn },
  ...indicatorSumColumns,
]

/**
 * Writes the changed rows and the totals of their projects: one statement for each kind of change there is, two for
 * edits of cells.
 */
export const saveRows = (sql: Transaction, rescored: readonly Rescored[]): void => {
  const all = <Item>(of: (project: Rescored) => readonly Item[]): Item[] => rescored.flatMap(of)
  deleteRows(
    sql,
    'indicator',
    all(({ deleted }) => deleted.map(({ id }) => id)),
  )
  const changed = all(({ rows }) => rows)
  updateRows(sql, 'indicator', changed.every(onlyReported) ? reportedRowColumns : rowColumns, changed)
  updateRows(
    sql,
    'indicator',
    placeColumns,
    all(({ shifted }) => shifted),
  )
  insertRows(
    sql,
    'indicator',
    newRowColumns,
    all(({ created }) => created),
  )
  const edited = rescored.filter(({ facts }) => facts.length > 0)
  saveParts(sql, edited)
  updateRows(
    sql,
    'project',
    edited.length === 0 ? totalColumns : [...totalColumns, ...projectCellColumns],
    rescored.map((project) => ({
      ...project,
      id: project.project.id,
      sums: sumIndicators(project.document.indicators, project.score.indicators),
    })),
  )
}
