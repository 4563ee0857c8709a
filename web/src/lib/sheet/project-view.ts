import { findProblems, rollUp, subtractDecimals } from '@biaochi/domain'
import type {
  CellRef,
  DecimalText,
  Finding,
  Fix,
  Fund,
  FundStage,
  Indicator,
  IndicatorField,
  Message,
  Project,
  ProjectScore,
  ProjectState,
  Scheme,
  Severity,
} from '@biaochi/domain'
import type { LoadedGroup, PlainRow } from './sheet-table.ts'

/** A project as it is loaded: everything scoring and findings need, and its rows in order. */
export interface LoadedProject extends LoadedGroup<Indicator> {
  readonly document: Omit<Project, 'indicators'>
  readonly scheme: Scheme
  readonly state: ProjectState
  readonly agencyId: string
  /** Line in the imported file. */
  readonly line: number | null
  /** Lines of cells outside the indicators, by the cell's path (`execution.rate`, `goal.annual`). */
  readonly lines: ReadonlyMap<string, number>
  readonly readerFindings: readonly ReaderFinding[]
}

/** What the reader of the form said, in words already; it stays as it was said. */
export interface ReaderFinding {
  readonly rule: string
  readonly severity: Severity
  readonly text: string
  readonly line: number | null
}

export type FindingCounts = Readonly<Record<Severity, number>>

/** A finding with the row it points at, or none when it points at the project itself. */
export interface SheetFinding {
  readonly projectId: string
  readonly rowId: string | null
  readonly field: IndicatorField | null
  readonly line: number | null
  readonly rule: string
  readonly severity: Severity
  readonly message: Message | string
  readonly fix: Fix | null
}

/** A project as it is shown: recomputed whole whenever one of its cells changes. */
export interface ProjectView {
  readonly id: string
  readonly project: LoadedProject
  readonly rowCount: number
  readonly score: ProjectScore
  /** Awarded total minus rule total. */
  readonly difference: DecimalText | null
  readonly findings: readonly SheetFinding[]
  readonly counts: FindingCounts
}

export function viewProject(project: LoadedProject, rows: readonly PlainRow<Indicator>[]): ProjectView {
  const document: Project = { ...project.document, indicators: rows.map((row) => row.record) }
  const score = rollUp(document, project.scheme)
  const findings = [
    ...project.readerFindings.map((finding) => quote(project, finding)),
    ...findProblems(document, project.scheme, score).map((finding) => place(project, rows, finding)),
  ]
  const counts = { block: 0, explain: 0, warn: 0 }
  for (const { severity } of findings) counts[severity] += 1
  const { awarded, rule } = score
  const difference =
    awarded.total === null || rule.total === null ? null : subtractDecimals(awarded.total, rule.total)
  return { id: project.id, project, rowCount: rows.length, score, difference, findings, counts }
}

function place(
  project: LoadedProject,
  rows: readonly PlainRow<Indicator>[],
  { at, rule, severity, message, fix }: Finding,
): SheetFinding {
  const row = at.of === 'indicator' ? rows[at.index] : undefined
  return {
    projectId: project.id,
    rowId: row?.id ?? null,
    field: at.of === 'indicator' ? at.field : null,
    line: row?.line ?? project.lines.get(pathOf(at)) ?? project.line,
    rule,
    severity,
    message,
    fix,
  }
}

/** A cell's path as the server names it. */
function pathOf(at: CellRef): string {
  switch (at.of) {
    case 'fund':
      return `fund.${at.period}.${at.source}.${at.stage}`
    case 'goal':
      return `goal.${at.period}`
    case 'narrative':
      return `narrative.${at.key}`
    case 'indicator':
      return `indicator.${at.index}.${at.field}`
    default:
      return `${at.of}.${at.field}`
  }
}

const quote = (project: LoadedProject, { rule, severity, text, line }: ReaderFinding): SheetFinding => ({
  projectId: project.id,
  rowId: null,
  field: null,
  line,
  rule,
  severity,
  message: text,
  fix: null,
})

const fundPeriods = ['annual', 'total', 'midterm'] as const

/** The amount a project header shows for one stage: this year's printed total, else the widest one printed. */
export function fundOf(funds: readonly Fund[], stage: FundStage): DecimalText | null {
  for (const period of fundPeriods) {
    const printed = funds.filter((fund) => fund.period === period && fund.stage === stage)
    const total = printed.find((fund) => fund.source === 'all') ?? (printed.length === 1 ? printed[0] : null)
    if (total !== null && total !== undefined) return total.amount
  }
  return null
}
