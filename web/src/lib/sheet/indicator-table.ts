import {
  editIndicator,
  emptyIndicator,
  equalDecimals,
  explainDifference,
  formatCell,
  indicatorFields,
  lockOf,
  rowLockOf,
} from '@biaochi/domain'
import type { Indicator, IndicatorField, Message, RuleScore } from '@biaochi/domain'
import type { CompareColumn } from './compare/compare-cells.ts'
import { viewProject } from './project-view.ts'
import type { LoadedProject, ProjectView } from './project-view.ts'
import type { ColumnId, Row, SheetTable, ShownCell } from './sheet-table.ts'

/** The columns of the indicators: the editable cells and what is computed beside them. */
export type IndicatorColumn = IndicatorField | 'period' | 'ruleScore' | 'met' | CompareColumn

/** Words of the interface the sheet itself has no business knowing. */
export interface IndicatorWords {
  readonly describe: (message: Message | string) => string
  readonly period: Readonly<Record<Indicator['period'], string>>
  readonly met: string
  readonly notMet: string
  readonly excluded: string
}

export type IndicatorRow = Row<Indicator, RuleScore>
export type IndicatorTable = SheetTable<Indicator, LoadedProject, RuleScore, ProjectView>

export const isIndicatorField = (column: string | null | undefined): column is IndicatorField =>
  indicatorFields.some((field) => field === column)

/** Indicators under their projects, each scored by its project's scheme; `beside` shows what they are compared with. */
export function indicatorTable(
  words: IndicatorWords,
  beside: (row: IndicatorRow, column: ColumnId) => ShownCell | null,
): IndicatorTable {
  return {
    fields: indicatorFields,
    inherited: ['level1', 'level2'],
    blank: (seed) => ({ ...emptyIndicator, period: seed === 'midterm' ? 'midterm' : 'annual' }),
    seedOf: ({ period }) => period,
    titleOf: ({ name }) => name ?? '',
    format: (indicator, field) => (isIndicatorField(field) ? formatCell(indicator, field) : ''),
    edit: (indicator, field, text) => {
      if (!isIndicatorField(field)) throw new Error(`no cell to edit: ${field}`)
      const result = editIndicator(indicator, field, text)
      return 'refused' in result ? result : { record: result.indicator }
    },
    same,
    compute: (project, rows) => {
      const view = viewProject(project, rows)
      return { view, rows: view.score.indicators, findings: view.findings }
    },
    show: (row, column) => beside(row, column) ?? show(row, column, words),
    lockOf: (project, field) => (isIndicatorField(field) ? lockOf(project.state, field) : null),
    rowLockOf: (project) => rowLockOf(project.state),
    describe: words.describe,
  }
}

/** The same printed text under the same target means the same: it is not read again to be compared. */
const rawOf = (measure: Indicator['target'] | Indicator['actual']): string | null =>
  'raw' in measure ? measure.raw : null

const same = (a: Indicator, b: Indicator): boolean =>
  rawOf(a.target) === rawOf(b.target) &&
  rawOf(a.actual) === rawOf(b.actual) &&
  plainFields.every((field) => a[field] === b[field])

const plainFields = ['period', 'level1', 'level2', 'name', 'weight', 'score', 'reason', 'grade'] as const

function show({ record, computed }: IndicatorRow, column: string, words: IndicatorWords): ShownCell {
  switch (column) {
    case 'period':
      return { text: words.period[record.period], explanation: null }
    case 'ruleScore':
      return { text: ruleText(computed, words), explanation: words.describe(computed.explanation) }
    case 'met':
      return { text: metText(computed, words), explanation: words.describe(computed.explanation) }
    case 'score':
      return { text: record.score ?? '', explanation: explainScore(record, computed, words) }
    default:
      return { text: isIndicatorField(column) ? formatCell(record, column) : '', explanation: null }
  }
}

const ruleText = (rule: RuleScore, words: IndicatorWords): string =>
  rule.kind === 'scored' ? rule.score : rule.kind === 'excluded' ? words.excluded : ''

const metText = ({ met }: RuleScore, words: IndicatorWords): string =>
  met === null ? '' : met ? words.met : words.notMet

/** Why an awarded score differs from the rule's. */
function explainScore({ score }: Indicator, rule: RuleScore, words: IndicatorWords): string | null {
  if (score === null || rule.kind !== 'scored' || equalDecimals(score, rule.score)) return null
  return words.describe(explainDifference(score, rule))
}
