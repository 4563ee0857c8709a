import type { Row } from '../text/row.ts'
import type { Column } from '../draft.ts'

const columns: readonly (readonly [RegExp, Column | 'level1' | 'level2' | 'other'])[] = [
  [/^一级(?:指标|目标)$/, 'level1'],
  [/^二级(?:指标|目标)$/, 'level2'],
  [/^三级(?:指标|目标)(?:名称)?$/, 'name'],
  [/^(?:年度|中期|指标|全年|项目|年度\(\/项目\))*(?:指标|目标)值$/, 'target'],
  [/^(?:年度|全年|实际)*(?:完成值|实际值|完成情况)$/, 'actual'],
  [/^分值(?:权重)?(?:\(\d+分?\))?$/, 'weight'],
  [/^得分$/, 'score'],
  [/^(?:偏差|未完成)(?:原因).*$/, 'reason'],
  [/^(?:项目)?绩效(?:指标|目标)?$/, 'other'],
  [/^指标名称$/, 'name'],
  [/^备注$/, 'other'],
]
const pieces =
  /^(?:年度|指标|指标值|实际|完成值|\(\/项目\)指标值|及?改进措施|偏差原因分析及?|偏差原因|分析及改进措施|[一二三]级|级指标|原因分析及)$/

/** The column a header cell heads, or null where it is no header. */
export const headerColumn = (key: string): Column | 'level1' | 'level2' | 'other' | null =>
  columns.find(([pattern]) => pattern.test(key))?.[1] ?? null

/** Whether a row heads the columns of the table of indicators. */
export function isTableHeader(row: Row): boolean {
  const heads = row.cells.map((cell) => headerColumn(cell.key))
  const telling = heads.filter(
    (head) => head !== null && head !== 'other' && head !== 'weight' && head !== 'score',
  )
  return telling.length >= 2 && heads.filter((head) => head === null).length <= 1
}

/** Whether a row below a header only holds the rest of its broken cells. */
export const isHeaderRest = (row: Row): boolean =>
  row.cells.every((cell) => pieces.test(cell.key) || headerColumn(cell.key) !== null)

/** Where the columns stand in a header; the first of two columns with the same head. */
export function headerPlaces(row: Row): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>()
  for (const cell of row.cells) {
    const column = headerColumn(cell.key)
    if (
      column !== null &&
      column !== 'level1' &&
      column !== 'level2' &&
      column !== 'other' &&
      !places.has(column)
    )
      places.set(column, cell.column)
  }
  return places
}
