import { frameworkFor, type Project } from '@biaochi/domain'
import type { ReadProject } from '@biaochi/forms'
import type { Column } from '../bulk.ts'
import { countFindings, type FindingCounts, type FormFinding } from '../findings.ts'
import { indicatorSumColumns, sumIndicators, type IndicatorSums } from '../rows/indicator-sums.ts'
import { toUpper } from '../words.ts'
import type { PlannedProject } from './plan-import.ts'

/** A project ready to be written: what was planned, and who implements it. */
export interface ProjectToInsert {
  readonly id: string
  readonly implementerId: string
  readonly name: string
  readonly fiscalYear: number
  readonly batchId: string
  readonly readerFindings: readonly FormFinding[]
  readonly plan: PlannedProject
}

/** The lines of the cells; those of the indicators stand on their own rows. */
const sourceLines = ({ lines }: ReadProject): Record<string, number> =>
  Object.fromEntries(Object.entries(lines).filter(([key]) => !key.startsWith('indicator/')))

/** A project's own row. */
export interface ProjectRow extends ProjectToInsert {
  readonly lines: Record<string, number>
  readonly framework: { readonly id: string; readonly version: number }
  readonly counts: FindingCounts
  readonly sums: IndicatorSums
}

export const projectRow = (project: ProjectToInsert): ProjectRow => {
  const { readerFindings, plan } = project
  const { read, scheme, score } = plan
  return {
    ...project,
    lines: sourceLines(read),
    framework: frameworkFor(read.project),
    counts: countFindings({ project: read.project, scheme, readerFindings }, score),
    sums: sumIndicators(read.project.indicators, score.indicators),
  }
}

const printed = (of: (project: Project) => string | null) => (row: ProjectRow) => of(row.plan.read.project)

export const projectColumns: readonly Column<ProjectRow>[] = [
  { name: 'id', type: 'uuid', of: ({ id }) => id },
  { name: 'fiscal_year', type: 'int', of: ({ fiscalYear }) => fiscalYear },
  { name: 'implementer_id', type: 'uuid', of: ({ implementerId }) => implementerId },
  { name: 'supervisor_id', type: 'uuid', of: ({ plan }) => plan.supervisorId },
  { name: 'name', type: 'text', of: ({ name }) => name },
  { name: 'form', type: '"ProjectForm"', of: ({ plan }) => toUpper(plan.read.project.form) },
  { name: 'nature', type: 'text', of: printed(({ nature }) => nature) },
  { name: 'category', type: 'text', of: printed(({ category }) => category) },
  { name: 'start_date', type: 'date', of: printed(({ startDate }) => startDate) },
  { name: 'end_date', type: 'date', of: printed(({ endDate }) => endDate) },
  { name: 'period_label', type: 'text', of: printed(({ periodLabel }) => periodLabel) },
  {
    name: 'government_procurement',
    type: 'text',
    of: printed(({ governmentProcurement }) => governmentProcurement),
  },
  { name: 'performance_type', type: 'text', of: printed(({ performanceType }) => performanceType) },
  { name: 'execution_weight', type: 'numeric', of: printed(({ execution }) => execution?.weight ?? null) },
  { name: 'execution_rate', type: 'numeric', of: printed(({ execution }) => execution?.rate ?? null) },
  { name: 'execution_score', type: 'numeric', of: printed(({ execution }) => execution?.score ?? null) },
  { name: 'printed_total_weight', type: 'numeric', of: printed(({ totalWeight }) => totalWeight) },
  { name: 'printed_total_score', type: 'numeric', of: printed(({ totalScore }) => totalScore) },
  { name: 'rule_total', type: 'numeric', of: ({ plan }) => plan.score.rule.total },
  { name: 'rule_grade', type: 'text', of: ({ plan }) => plan.score.rule.grade },
  { name: 'awarded_total', type: 'numeric', of: ({ plan }) => plan.score.awarded.total },
  { name: 'awarded_grade', type: 'text', of: ({ plan }) => plan.score.awarded.grade },
  { name: 'incomplete', type: 'boolean', of: ({ plan }) => plan.score.incomplete },
  { name: 'blocking_findings', type: 'int', of: ({ counts }) => counts.block },
  { name: 'explain_findings', type: 'int', of: ({ counts }) => counts.explain },
  { name: 'warning_findings', type: 'int', of: ({ counts }) => counts.warn },
  ...indicatorSumColumns,
  { name: 'framework_id', type: 'text', of: ({ framework }) => framework.id },
  { name: 'framework_version', type: 'int', of: ({ framework }) => framework.version },
  { name: 'scheme_id', type: 'text', of: ({ plan }) => plan.scheme.id },
  { name: 'scheme_version', type: 'int', of: ({ plan }) => plan.scheme.version },
  { name: 'import_batch_id', type: 'uuid', of: ({ batchId }) => batchId },
  { name: 'source_line', type: 'int', of: ({ plan }) => plan.read.line },
  { name: 'source_lines', type: 'jsonb', of: ({ lines }) => JSON.stringify(lines) },
  { name: 'reader_findings', type: 'jsonb', of: ({ readerFindings }) => JSON.stringify(readerFindings) },
]
