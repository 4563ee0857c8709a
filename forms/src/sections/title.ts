import type { Row } from '../text/row.ts'

const titles = [
  '财政项目支出绩效目标申报表',
  '财政项目支出绩效自评表',
  '财政项目支出绩效目标表',
  '项目支出绩效目标申报表',
  '项目支出绩效自评表',
  '项目支出绩效目标表',
]
const title = /^(?:\(?\d{4}\)?年?度?)?.{0,24}绩效(?:目标)?(?:申报|自评|自我评价|目标)?表(?:\(\d{4}年?度?\))?$/
const notOne = /汇总|目录|清单|一览|报告|说明/
const fewest = 6

/** The joined label text of a row. */
export const rowKey = (row: Row): string => row.cells.map((cell) => cell.key).join('')

/** Whether a row is the title a project's form begins with; a title that lost its beginning or end counts too. */
export function isTitle(row: Row): boolean {
  if (row.cells.length > 3) return false
  const key = rowKey(row)
  if (key.length < fewest || key.length > 48 || notOne.test(key)) return false
  if (title.test(key) && /项目|支出|财政/.test(key)) return true
  const bare = key.replace(/\(?\d{4}年?度?\)?$/, '')
  return bare.length >= fewest && titles.some((whole) => whole.startsWith(bare) || whole.endsWith(bare))
}

/** Whether a row is only the rest of a title broken over two rows. */
export function isTitleRest(row: Row): boolean {
  const key = rowKey(row)
  return (
    row.cells.length === 1 &&
    key.length >= 1 &&
    key.length < fewest &&
    titles.some((whole) => whole.endsWith(key))
  )
}

/** The year of a row that says nothing but (2026 年度). */
export function yearOfRow(row: Row): number | null {
  if (row.cells.length > 3) return null
  const found = /^(?:\((\d{4})年?度?\)|(\d{4})年度?)$/.exec(rowKey(row))
  return found === null ? null : Number(found[1] ?? found[2])
}

/** A year mentioned in a title or heading: 2020年绩效目标, …2026年度…汇总表. */
export function yearInText(key: string): number | null {
  const found = /(?:^|\D)((?:19|20)\d{2})(?:年|\))/.exec(key)
  return found === null ? null : Number(found[1])
}

/** Whether a row before the first form is a heading of the whole collection, or only counts it (附件2). */
export const isHeading = (row: Row): boolean => {
  const key = rowKey(row)
  if (row.cells.length > 2 || key.length > 60) return false
  return /^附[件表]?\d{0,3}[-\d]{0,4}$/.test(key) || (/绩效/.test(key) && /表|目标|自评|公开|附件/.test(key))
}

/** Whether a row only opens a form or repeats its title: nothing of it belongs to the body. */
export const isOpening = (row: Row, previous: Row | undefined): boolean =>
  isTitle(row) || yearOfRow(row) !== null || (previous !== undefined && isTitle(previous) && isTitleRest(row))
