import type { Column } from '../bulk.ts'
import type { IndicatorCells } from './indicator-row.ts'

type CellColumn = readonly [keyof IndicatorCells, string, string]

/** Each cell's column with its SQL type: what a declaration says, in the order of the table. */
const declared = [
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
  ['weight', 'weight', 'numeric'],
] as const satisfies readonly CellColumn[]

/** What a self-evaluation adds. */
const reported = [
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
  ['score', 'score', 'numeric'],
  ['reason', 'reason', 'text'],
  ['grade', 'grade', '"QualitativeGrade"'],
] as const satisfies readonly CellColumn[]

const columns = [...declared, ...reported]

const written = ([key, name, type]: CellColumn): Column<IndicatorCells> => ({
  name,
  type,
  of: (row) => row[key],
})

/** For writing the cells of indicators in bulk. */
export const cellColumns: readonly Column<IndicatorCells>[] = columns.map(written)

/** For writing no more than what was reported. */
export const reportedColumns: readonly Column<IndicatorCells>[] = reported.map(written)

const selected = (name: string, type: string): string =>
  type === 'numeric' ? `trim_scale("${name}")::text` : `"${name}"`

/** The SELECT list that reads the cells as they are written, decimals as canonical text. */
export const cellSelectList = columns
  .map(([key, name, type]) => `${selected(name, type)} AS "${key}"`)
  .join(', ')

/** Whether two sets of cells are the same in every column. */
export const sameCells = (a: IndicatorCells, b: IndicatorCells): boolean =>
  columns.every(([key]) => a[key] === b[key])

/** Whether they can only differ in what was reported. */
export const sameDeclared = (a: IndicatorCells, b: IndicatorCells): boolean =>
  declared.every(([key]) => a[key] === b[key])
