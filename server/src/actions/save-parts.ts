import { parseProjectCell, type Goal, type NarrativeKey, type ProjectCell } from '@biaochi/domain'
import { newId, type Transaction } from '@biaochi/prisma'
import { insertRows, type Column } from '../bulk.ts'
import { toUpper } from '../words.ts'
import type { Fact, Rescored } from './rescore.ts'

/** The project's own columns that an edit can change. */
export const projectCellColumns: readonly Column<Pick<Rescored, 'document' | 'supervisorId'>>[] = [
  { name: 'name', type: 'text', of: ({ document }) => document.name },
  { name: 'nature', type: 'text', of: ({ document }) => document.nature },
  { name: 'category', type: 'text', of: ({ document }) => document.category },
  { name: 'start_date', type: 'date', of: ({ document }) => document.startDate },
  { name: 'end_date', type: 'date', of: ({ document }) => document.endDate },
  { name: 'period_label', type: 'text', of: ({ document }) => document.periodLabel },
  { name: 'government_procurement', type: 'text', of: ({ document }) => document.governmentProcurement },
  { name: 'performance_type', type: 'text', of: ({ document }) => document.performanceType },
  { name: 'execution_weight', type: 'numeric', of: ({ document }) => document.execution?.weight ?? null },
  { name: 'execution_rate', type: 'numeric', of: ({ document }) => document.execution?.rate ?? null },
  { name: 'execution_score', type: 'numeric', of: ({ document }) => document.execution?.score ?? null },
  { name: 'printed_total_weight', type: 'numeric', of: ({ document }) => document.totalWeight },
  { name: 'printed_total_score', type: 'numeric', of: ({ document }) => document.totalScore },
  { name: 'supervisor_id', type: 'uuid', of: ({ supervisorId }) => supervisorId },
]

/** A cell of a part that differs, with the project it belongs to. */
interface Part<Cell extends ProjectCell> extends Fact {
  readonly edited: Rescored
  readonly cell: Cell
}

const partColumns: readonly Column<Part<ProjectCell>>[] = [
  { name: 'id', type: 'uuid', of: () => newId() },
  { name: 'project_id', type: 'uuid', of: ({ edited }) => edited.project.id },
  { name: 'fiscal_year', type: 'int', of: ({ edited }) => edited.project.fiscalYear },
  { name: 'implementer_id', type: 'uuid', of: ({ edited }) => edited.project.implementerId },
]

type FundPart = Part<Extract<ProjectCell, { of: 'fund' }>>
type GoalPart = Part<Extract<ProjectCell, { of: 'goal' }>>
type NarrativePart = Part<Extract<ProjectCell, { of: 'narrative' }>>

const fundKey: readonly Column<FundPart>[] = [
  { name: 'period', type: '"FundPeriod"', of: ({ cell }) => toUpper(cell.period) },
  { name: 'source', type: '"FundSource"', of: ({ cell }) => toUpper(cell.source) },
  { name: 'stage', type: '"FundStage"', of: ({ cell }) => toUpper(cell.stage) },
]

// Forms print the texts of a project in the order they have here, and a new one comes last.
const goalOf = ({
  edited,
  cell,
}: GoalPart): { readonly goal: Goal | undefined; readonly position: number } => {
  const position = edited.document.goals.findIndex(({ period }) => period === cell.period)
  return { goal: edited.document.goals[position], position }
}
const narrativePosition = ({ edited, cell }: NarrativePart): number =>
  edited.document.narratives.findIndex(({ key }: { key: NarrativeKey }) => key === cell.key)

const goalColumns: readonly Column<GoalPart>[] = [
  ...partColumns,
  { name: 'period', type: '"GoalPeriod"', of: ({ cell }) => toUpper(cell.period) },
  { name: 'label', type: 'text', of: (part) => goalOf(part).goal?.label ?? '' },
  { name: 'position', type: 'int', of: (part) => goalOf(part).position },
  { name: 'text', type: 'text', of: ({ after }) => after },
]

const narrativeColumns: readonly Column<NarrativePart>[] = [
  ...partColumns,
  { name: 'key', type: 'text', of: ({ cell }) => cell.key },
  { name: 'position', type: 'int', of: narrativePosition },
  { name: 'text', type: 'text', of: ({ after }) => after },
]

const saveFunds = (sql: Transaction, parts: readonly FundPart[]): void => {
  if (parts.length === 0) return
  const values = [parts.map(({ edited }) => edited.project.id), ...fundKey.map(({ of }) => parts.map(of))]
  sql.write(
    `DELETE FROM "fund" AS kept USING unnest($1::uuid[], $2::"FundPeriod"[], $3::"FundSource"[], $4::"FundStage"[])
       AS sent("project_id", "period", "source", "stage")
     WHERE kept."project_id" = sent."project_id" AND kept."period" = sent."period"
       AND kept."source" = sent."source" AND kept."stage" = sent."stage"`,
    values,
  )
  insertRows(
    sql,
    'fund',
    [...partColumns, ...fundKey, { name: 'amount', type: 'numeric', of: ({ after }) => after }],
    parts.filter(({ after }) => after !== ''),
  )
}

const saveTexts = <P extends GoalPart | NarrativePart>(
  sql: Transaction,
  table: 'goal' | 'narrative',
  columns: readonly Column<P>[],
  parts: readonly P[],
): void => {
  const idOf = ({ edited, name }: P): string | null => edited.project.partIds.get(name) ?? null
  const kept = parts.filter((part) => idOf(part) !== null)
  if (kept.length > 0)
    sql.write(
      `UPDATE "${table}" AS kept SET "text" = sent."text" FROM unnest($1::uuid[], $2::text[]) AS sent("id", "text")
       WHERE kept."id" = sent."id"`,
      [kept.map(idOf), kept.map(({ after }) => after)],
    )
  insertRows(
    sql,
    table,
    columns,
    parts.filter((part) => idOf(part) === null),
  )
}

/** Writes the funds, goals and narratives that differ: at most two statements a table, however many. */
export const saveParts = (sql: Transaction, edited: readonly Rescored[]): void => {
  const funds: FundPart[] = []
  const goals: GoalPart[] = []
  const narratives: NarrativePart[] = []
  for (const project of edited)
    for (const fact of project.facts) {
      const cell = parseProjectCell(fact.name)
      const part = { ...fact, edited: project }
      if (cell?.of === 'fund') funds.push({ ...part, cell })
      else if (cell?.of === 'goal') goals.push({ ...part, cell })
      else if (cell?.of === 'narrative') narratives.push({ ...part, cell })
    }
  saveFunds(sql, funds)
  saveTexts(sql, 'goal', goalColumns, goals)
  saveTexts(sql, 'narrative', narrativeColumns, narratives)
}
