import type { ColumnSpec } from '../columns.ts'
import type { GridRow } from '../grid-row.ts'
import type { IndicatorModel } from '../sheet.svelte.ts'
import { changesOf, compareColumnNames } from './compare-cells.ts'
import type { CompareColumn } from './compare-cells.ts'
import type { RowComparison } from './row-comparison.ts'

type InRow = (params: { readonly data?: GridRow | undefined }) => boolean

/** The columns of the comparison, hidden until somebody wants them. */
export function compareSpecs(
  model: IndicatorModel,
  comparison: RowComparison,
): Readonly<Record<CompareColumn, ColumnSpec>> {
  const changed =
    (...kinds: readonly string[]): InRow =>
    ({ data }) => {
      const row = data?.kind === 'row' ? model.row(data.id) : undefined
      return row !== undefined && changesOf(comparison.lastYear(row)).some((change) => kinds.includes(change))
    }
  const isOneSided: InRow = ({ data }) => {
    const row = data?.kind === 'row' ? model.row(data.id) : undefined
    return row !== undefined && comparison.midterm(row).kind.startsWith('only')
  }
  const marks = {
    'is-relaxed': changed('relaxed'),
    'is-tightened': changed('tightened'),
    'is-changed': changed('changed', 'renamed', 'moved'),
    'is-added': changed('added'),
  }
  const spec = (id: CompareColumn, options: Omit<ColumnSpec, 'id' | 'name'>): ColumnSpec => ({
    editable: false,
    cellClass: 'is-computed',
    hide: true,
    ...options,
    id,
    name: compareColumnNames[id](),
  })
  return {
    midterm: spec('midterm', { width: 116, cellClassRules: { 'is-one-sided': isOneSided } }),
    lastTarget: spec('lastTarget', { width: 116, cellClassRules: marks }),
    yearChange: spec('yearChange', { width: 92, cellClassRules: { ...marks, 'is-change': () => true } }),
    lastActual: spec('lastActual', { width: 116 }),
    lastScore: spec('lastScore', {
      width: 76,
      type: 'rightAligned',
      cellClass: ['is-number', 'is-computed'],
    }),
  }
}
