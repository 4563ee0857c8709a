import { formatActual, formatTarget } from '@biaochi/domain'
import type { Likeness, TargetChange } from '@biaochi/domain'
import { m } from '#lib/i18n.ts'
import type { IndicatorRow } from '../indicator-table.ts'
import type { ColumnId, ShownCell } from '../sheet-table.ts'
import type { LastYearOfRow, RowComparison } from './row-comparison.ts'

/** The columns that show what an indicator was a year ago, and beside it what is to come of it in the medium term. */
export const compareColumns = ['midterm', 'lastTarget', 'yearChange', 'lastActual', 'lastScore'] as const
export type CompareColumn = (typeof compareColumns)[number]

export const isCompareColumn = (id: ColumnId): id is CompareColumn => compareColumns.some((at) => at === id)

/** Those for which last year has to be read. */
export const lastYearColumns: readonly CompareColumn[] = [
  'lastTarget',
  'yearChange',
  'lastActual',
  'lastScore',
]

export const compareColumnNames: Readonly<Record<CompareColumn, () => string>> = {
  midterm: m.column_midterm,
  lastTarget: m.column_last_target,
  yearChange: m.column_year_change,
  lastActual: m.column_last_actual,
  lastScore: m.column_last_score,
}

/** What became of an indicator in a word; the filter of the column has the same. */
export const changeWords: Readonly<Record<TargetChange | Exclude<Likeness, 'same'> | 'added', () => string>> =
  {
    same: m.change_same,
    tightened: m.change_tightened,
    relaxed: m.change_relaxed,
    changed: m.change_changed,
    added: m.change_added,
    renamed: m.change_renamed,
    moved: m.change_moved,
  }

/** Everything that can be said of the change: what became of the target, and whether the name or its place did. */
export function changesOf(year: LastYearOfRow): readonly (keyof typeof changeWords)[] {
  if (year.kind === 'added') return ['added']
  if (year.kind !== 'both') return []
  return year.likeness === 'same' ? [year.change] : [year.change, year.likeness]
}

/** A cell of the comparison, null for any other column. */
export function showComparison(
  comparison: RowComparison,
  row: IndicatorRow,
  column: ColumnId,
): ShownCell | null {
  if (!isCompareColumn(column)) return null
  if (column === 'midterm') return showMidterm(comparison, row)
  const year = comparison.lastYear(row)
  const explanation = explain(year, row)
  if (column === 'yearChange') {
    const words = changesOf(year).map((change) => changeWords[change]())
    return { text: words.join(' · '), explanation }
  }
  if (year.kind !== 'both') return { text: '', explanation }
  const { target, actual, score } = year.indicator
  if (column === 'lastTarget') return { text: formatTarget(target), explanation }
  return { text: column === 'lastActual' ? formatActual(actual) : (score ?? ''), explanation: null }
}

function showMidterm(comparison: RowComparison, row: IndicatorRow): ShownCell {
  const midterm = comparison.midterm(row)
  if (midterm.kind === 'none') return { text: '', explanation: null }
  if (midterm.kind === 'only-annual')
    return { text: m.midterm_only_annual(), explanation: m.midterm_no_midterm() }
  const explanation = midterm.kind === 'only-midterm' ? m.midterm_no_annual() : null
  return { text: formatTarget(midterm.indicator.target), explanation }
}

function explain(year: LastYearOfRow, { record }: IndicatorRow): string | null {
  switch (year.kind) {
    case 'unread':
      return m.last_year_unread()
    case 'no-project':
      return m.last_year_no_project()
    case 'no-midterm':
      return m.last_year_no_midterm()
    case 'added':
      return m.last_year_added()
    case 'both':
      return explainChange(year, formatTarget(record.target))
  }
}

function explainChange(
  { indicator, likeness, change }: Extract<LastYearOfRow, { kind: 'both' }>,
  target: string,
): string | null {
  const before = formatTarget(indicator.target) || m.cell_empty()
  const sentences = [
    change === 'same'
      ? null
      : m.last_year_target({ before, after: target || m.cell_empty(), change: changeWords[change]() }),
    likeness === 'renamed' ? m.last_year_name({ name: indicator.name ?? '' }) : null,
    likeness === 'moved' ? m.last_year_level2({ level2: indicator.level2 ?? m.cell_empty() }) : null,
  ].filter((sentence) => sentence !== null)
  return sentences.length === 0 ? null : sentences.join(m.sentence_separator())
}
