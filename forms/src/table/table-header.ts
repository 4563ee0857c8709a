import type { Row } from '../text/row.ts'
import type { Column } from '../draft.ts'

/**
 * What a header cell heads; `caption` stands beside the table, `operator` and `unit` hold parts of the target, `unkept`
 * is a column the product has no field for.
 */
export type Head = Column | 'level1' | 'level2' | 'caption' | 'number' | 'operator' | 'unit' | 'unkept'

const columns: readonly (readonly [RegExp, Head])[] = [
  [/^一级(?:指标|目标)$/, 'level1'],
  [/^二级(?:指标|目标)$/, 'level2'],
  [/^三级(?:指标|目标)(?:名称|内容)?$|^指标(?:名称|内容)$/, 'name'],
  [
    /^(?:年度|年初|全年|中期|项目|绩效|设定|预期|计划|指标|年度\(\/项目\))*(?:指标值|目标值|预期值|计划值)$/,
    'target',
  ],
  [/^(?:年度|全年|实际|指标)*(?:完成值|实际值|完成情况|完成指标值)$/, 'actual'],
  [/^(?:指标|标准|权重)?(?:分值|权重)(?:权重)?$|^标准分$/, 'weight'],
  [/^(?:自评|评价|实际)?得分$|^自评分$/, 'score'],
  [/^(?:偏差|未完成|未达标|未达成|差异)(?:原因|情况|分析|说明).*$/, 'reason'],
  [/^(?:项目)?绩效(?:指标|目标)?$/, 'caption'],
  [/^序号$/, 'number'],
  [/^(?:指标性质|比较符号?|运算符号?|计算符号|符号)$/, 'operator'],
  [/^(?:计量|度量|指标)?单位$/, 'unit'],
  [
    /^备注$|^(?:评分|计分|评价|扣分|考核)(?:标准|规则|细则|方法|办法|依据)$|^(?:数据|指标|资料)来源$|^(?:指标)?(?:解释|说明|释义)$|^佐证(?:材料|资料)$/,
    'unkept',
  ],
]
const pieces =
  /^(?:年度|指标|指标值|实际|完成值|\(\/项目\)指标值|及?改进措施|偏差原因分析及?|偏差原因|分析及改进措施|[一二三]级|级指标|原因分析及)$/
// 分值(10分), 权重(%) and the letters a formula refers to: 全年实际值(B).
const suffix = /\((?:[A-Z](?:[/÷][A-Z])?|\d*分|%)\)$/i
const fewest = 2
const plenty = 3

/** The column a header cell heads, or null where it is no header. */
export const headerColumn = (key: string): Head | null =>
  columns.find(([pattern]) => pattern.test(key.replace(suffix, '')))?.[1] ?? null

const telling = new Set<Head>(['level1', 'level2', 'name', 'target', 'actual', 'reason'])

/** Whether a row heads the columns of the table of indicators; one that is certain may have columns nobody knows. */
export function isTableHeader(row: Row): boolean {
  const heads = row.cells.map((cell) => headerColumn(cell.key))
  const known = heads.filter((head) => head !== null && telling.has(head)).length
  const unknown = heads.filter((head) => head === null).length
  return known > plenty ? unknown <= known : known >= fewest && unknown <= 1
}

/** Whether a row below a header only holds the rest of its broken cells. */
export const isHeaderRest = (row: Row): boolean =>
  row.cells.every((cell) => pieces.test(cell.key) || headerColumn(cell.key) !== null)

const kept = new Set<Head>(['name', 'target', 'actual', 'weight', 'score', 'reason'] satisfies Column[])
const isColumn = (head: Head | null): head is Column => head !== null && kept.has(head)

/** Where the columns stand in a header; the first of two columns with the same head. */
export function headerPlaces(row: Row): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>()
  for (const cell of row.cells) {
    const column = headerColumn(cell.key)
    if (isColumn(column) && !places.has(column)) places.set(column, cell.column)
  }
  return places
}
