import { equalDecimals, explainDifference, formatCell } from '@biaochi/domain'
import type { Indicator, IndicatorField, Message, RuleScore, Severity } from '@biaochi/domain'
import type { SheetFinding } from './project-view.ts'

/** The columns of the sheet: the editable cells and what is computed beside them. */
export type ColumnId = IndicatorField | 'period' | 'ruleScore' | 'met'

/** Saying aloud where a typed value is on its way to the database. */
export type CellState = 'idle' | 'pending' | 'waiting' | 'saved' | 'failed'

/** Typed text that was not taken: it stays in its cell with the reason. */
export interface Draft {
  readonly rowId: string
  readonly field: IndicatorField
  readonly text: string
  readonly reason: string
  readonly code: string
  readonly title: string
  readonly place: string
}

/** All there is to say about one cell; the grid compares these by identity. */
export interface CellView {
  readonly text: string
  readonly state: CellState
  /** Why the text was not taken. */
  readonly reason: string | null
  /** How a score came about. */
  readonly explanation: string | null
  readonly severity: Severity | null
  readonly findings: readonly string[]
}

export interface CellSource {
  readonly indicator: Indicator
  readonly rule: RuleScore
  readonly draft: Draft | undefined
  readonly state: CellState
  readonly findings: readonly SheetFinding[]
}

/** Words of the interface the sheet itself has no business knowing. */
export interface SheetWords {
  readonly describe: (message: Message | string) => string
  readonly period: Readonly<Record<Indicator['period'], string>>
  readonly met: string
  readonly notMet: string
  readonly excluded: string
}

const severities: readonly Severity[] = ['block', 'explain', 'warn']

export function viewCell(column: ColumnId, source: CellSource, words: SheetWords): CellView {
  const { draft, findings } = source
  return {
    text: draft?.text ?? textOf(column, source, words),
    state: source.state,
    reason: draft?.reason ?? null,
    explanation: explain(column, source, words),
    severity: severities.find((severity) => findings.some((at) => at.severity === severity)) ?? null,
    findings: findings.map((at) => words.describe(at.message)),
  }
}

export const sameCell = (a: CellView, b: CellView): boolean =>
  a.text === b.text &&
  a.state === b.state &&
  a.reason === b.reason &&
  a.explanation === b.explanation &&
  a.severity === b.severity &&
  a.findings.length === b.findings.length &&
  a.findings.every((finding, index) => finding === b.findings[index])

function textOf(column: ColumnId, { indicator, rule }: CellSource, words: SheetWords): string {
  switch (column) {
    case 'period':
      return words.period[indicator.period]
    case 'ruleScore':
      return rule.kind === 'scored' ? rule.score : rule.kind === 'excluded' ? words.excluded : ''
    case 'met':
      return rule.met === null ? '' : rule.met ? words.met : words.notMet
    default:
      return formatCell(indicator, column)
  }
}

function explain(column: ColumnId, { indicator, rule }: CellSource, words: SheetWords): string | null {
  if (column === 'ruleScore' || column === 'met') return words.describe(rule.explanation)
  if (column !== 'score' || indicator.score === null || rule.kind !== 'scored') return null
  if (equalDecimals(indicator.score, rule.score)) return null
  return words.describe(explainDifference(indicator.score, rule))
}
