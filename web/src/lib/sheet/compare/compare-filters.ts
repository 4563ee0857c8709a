import { formatActual, formatTarget, missing } from '@biaochi/domain'
import type { Measure } from '@biaochi/domain'
import type { FilterSubjects } from '../column-filter.ts'
import type { IndicatorRow } from '../indicator-table.ts'
import { changesOf } from './compare-cells.ts'
import type { RowComparison } from './row-comparison.ts'

/** What the filters of the comparison look at. */
export function compareSubjects(comparison: RowComparison): FilterSubjects<IndicatorRow> {
  const measured = (measureOf: (row: IndicatorRow) => Measure, format: (measure: Measure) => string) =>
    ({ kind: 'measure', measureOf, textOf: (row: IndicatorRow) => format(measureOf(row)) }) as const
  const before = (row: IndicatorRow) => {
    const year = comparison.lastYear(row)
    return year.kind === 'both' ? year.indicator : null
  }
  return {
    midterm: measured((row) => {
      const midterm = comparison.midterm(row)
      return 'indicator' in midterm ? midterm.indicator.target : missing
    }, formatTarget),
    lastTarget: measured((row) => before(row)?.target ?? missing, formatTarget),
    lastActual: measured((row) => before(row)?.actual ?? missing, formatActual),
    lastScore: { kind: 'number', numberOf: (row) => before(row)?.score ?? null },
    yearChange: {
      kind: 'set',
      order: ['relaxed', 'tightened', 'changed', 'same', 'added', 'renamed', 'moved'],
      valuesOf: (row) => {
        const changes = changesOf(comparison.lastYear(row))
        return changes.length === 0 ? nothing : changes
      },
    },
  }
}

const nothing = ['']
