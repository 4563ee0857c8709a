import type { Column } from '../bulk.ts'
import type { IndicatorCells } from './indicator-row.ts'

/** Each cell's column with its SQL type, in the order of the table. */
const columns = [
  ['period', 'period', '"IndicatorPeriod"'],
  ['level1', 'level1', 'text'],
  ['level2', 'level2', 'text'],
  ['name', 'name', 'text'],
  ['targetKind', 'target_kind', '"MeasureKind"'],
  ['targetRaw', 'target_raw', 'text'],
  ['targetOperator', 'target_operator', 'text'],
  ['targetValue', 'target_value', 'numeric'],
  ['targetMultiplier', 'target_multiplier', 'int'],
  ['targetUnit', 'target_unit', 'text'],
  ['targetText', 'target_text', 'text'],
  ['targetOperatorAssumed', 'target_operator_assumed', 'boolean'],
  ['targetUnitAssumed', 'target_unit_assumed', 'boolean'],
  ['targetApproximate', 'target_approximate', 'boolean'],
  ['actualKind', 'actual_kind', '"MeasureKind"'],
  ['actualRaw', 'actual_raw', 'text'],
  ['actualOperator', 'actual_operator', 'text'],
  ['actualValue', 'actual_value', 'numeric'],
  ['actualMultiplier', 'actual_multiplier', 'int'],
  ['actualUnit', 'actual_unit', 'text'],
  ['actualText', 'actual_text', 'text'],
  ['actualOperatorAssumed', 'actual_operator_assumed', 'boolean'],
  ['actualUnitAssumed', 'actual_unit_assumed', 'boolean'],
  ['actualApproximate', 'actual_approximate', 'boolean'],
  ['weight', 'weight', 'numeric'],
  ['score', 'score', 'numeric'],
  ['reason', 'reason', 'text'],
  ['grade', 'grade', '"QualitativeGrade"'],
] as const satisfies readonly (readonly [keyof IndicatorCells, string, string])[]

/** For writing the cells of indicators in bulk. */
export const cellColumns: readonly Column<IndicatorCells>[] = columns.map(([key, name, type]) => ({
  name,
  type,
  of: (row) => row[key],
}))

const selected = (name: string, type: string): string =>
  type === 'numeric' ? `trim_scale("${name}")::text` : `"${name}"`

/** The SELECT list that reads the cells as they are written, decimals as canonical text. */
export const cellSelectList = columns
  .map(([key, name, type]) => `${selected(name, type)} AS "${key}"`)
  .join(', ')

/** Whether two sets of cells are the same in every column. */
export const sameCells = (a: IndicatorCells, b: IndicatorCells): boolean =>
  columns.every(([key]) => a[key] === b[key])
