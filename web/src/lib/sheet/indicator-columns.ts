import { m } from '#lib/i18n.ts'
import { indicatorAssists } from './assist/indicator-assist.ts'
import type { FindNames } from './assist/name-assist.ts'
import type { ColumnSpec } from './columns.ts'
import { compareColumnNames } from './compare/compare-cells.ts'
import { compareSpecs } from './compare/compare-specs.ts'
import type { RowComparison } from './compare/row-comparison.ts'
import type { IndicatorColumn } from './indicator-table.ts'
import type { FieldId } from './save.ts'
import type { ColumnId } from './sheet-table.ts'
import type { IndicatorModel } from './sheet.svelte.ts'

/** Names of the columns, for headers, sentences and labels alike. */
const names: Readonly<Record<IndicatorColumn, () => string>> = {
  level1: m.column_level1,
  level2: m.column_level2,
  name: m.column_name,
  period: m.column_period,
  target: m.column_target,
  actual: m.column_actual,
  weight: m.column_weight,
  ruleScore: m.column_rule_score,
  score: m.column_score,
  met: m.column_met,
  grade: m.column_grade,
  reason: m.column_reason,
  ...compareColumnNames,
}

const isColumn = (id: ColumnId): id is IndicatorColumn => Object.hasOwn(names, id)

/** What a column is called; a column of another table has no name here. */
export const columnName = (id: ColumnId | FieldId): string => (isColumn(id) ? names[id]() : '')

export function indicatorColumns(
  model: IndicatorModel,
  findNames: FindNames,
  comparison: RowComparison,
): readonly ColumnSpec[] {
  const beside = compareSpecs(model, comparison)
  const assists = indicatorAssists(model, findNames)
  const column = (id: IndicatorColumn, options: Omit<ColumnSpec, 'id' | 'name'>): ColumnSpec => ({
    ...options,
    id,
    name: names[id](),
  })
  const number = { type: 'rightAligned', cellClass: 'is-number' }
  const computed = { editable: false, cellClass: 'is-computed' }
  return [
    column('level1', { width: 94, pinned: 'left', assist: assists.level1 }),
    column('level2', { width: 138, pinned: 'left', assist: assists.level2 }),
    column('name', {
      width: 214,
      minWidth: 120,
      pinned: 'left',
      cellClass: 'is-name',
      assist: assists.name,
    }),
    column('period', { width: 64, ...computed }),
    column('target', { width: 116, assist: assists.target }),
    beside.midterm,
    beside.lastTarget,
    beside.yearChange,
    column('actual', { width: 116 }),
    beside.lastActual,
    column('weight', { width: 58, ...number }),
    column('ruleScore', { width: 76, ...computed, ...number, cellClass: ['is-number', 'is-computed'] }),
    column('score', { width: 60, ...number }),
    beside.lastScore,
    column('met', {
      width: 58,
      ...computed,
      cellClassRules: {
        'is-yes': ({ value }) => value?.text === m.met_yes(),
        'is-no': ({ value }) => value?.text === m.met_no(),
      },
    }),
    column('grade', { width: 84, assist: assists.grade }),
    column('reason', { minWidth: 170, flex: 4 }),
  ]
}
