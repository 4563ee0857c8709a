import type { Sql } from '@biaochi/prisma'
import { updateRows, type Column } from '../bulk.ts'
import { cellColumns } from '../rows/indicator-columns.ts'
import type { ChangedRow, Rescored } from './rescore.ts'

const rowColumns: readonly Column<ChangedRow>[] = [
  { name: 'version', type: 'int', of: ({ version }) => version },
  { name: 'rule_score', type: 'numeric', of: ({ ruleScore }) => ruleScore },
  { name: 'met', type: 'boolean', of: ({ met }) => met },
  ...cellColumns.map(({ of, ...column }) => ({ ...column, of: ({ cells }: ChangedRow) => of(cells) })),
]

interface Totals extends Rescored {
  readonly id: string
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
]

/** Writes the changed rows and the totals of their projects: two statements. */
export const saveRows = async (sql: Sql, rescored: readonly Rescored[]): Promise<void> => {
  await updateRows(
    sql,
    'indicator',
    rowColumns,
    rescored.flatMap(({ rows }) => rows),
  )
  await updateRows(
    sql,
    'project',
    totalColumns,
    rescored.map((project) => ({ ...project, id: project.project.id })),
  )
}
