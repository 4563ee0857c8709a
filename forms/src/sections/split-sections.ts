import type { Row } from '../text/row.ts'
import { isTitle, yearOfRow } from './title.ts'

/** The rows of one project's form. */
export interface Section {
  readonly rows: readonly Row[]
}

type Opening = 'title' | 'year' | 'applicant' | 'name'

const nameLabel = /^项目名称(?::|$)/
const applicantLabel = /^申报单位名称(?::|$)/
/** Labels that show a form's body has begun; a title after them begins another form. */
const bodyLabel =
  /^(?:主管部门|实施单位|项目实施单位|计划开始日期|计划完成日期|项目资金|项目属性|项目性质|项目类别|年度资金总额|预期目标|实际完成情况|年度总体目标|项目总目标|中期目标|中期资金总额|总体目标|项目概况|立项依据|是否含有政府购买服务|项目总预算)/
const tableLabel = /^(?:[一二三]级(?:指标|目标)|.{2,12}指标|总分)$/

const openingOf = (row: Row): Opening | null => {
  if (isTitle(row)) return 'title'
  if (yearOfRow(row) !== null) return 'year'
  const first = row.cells.slice(0, 2).map((cell) => cell.key)
  if (first.some((key) => nameLabel.test(key) || key.replace(/:.*/, '') === '项目名称')) return 'name'
  return first.some((key) => applicantLabel.test(key)) ? 'applicant' : null
}

interface Progress {
  rows: Row[]
  seen: Set<Opening>
  body: boolean
  table: boolean
}

const begins = (opening: Opening, current: Progress): boolean => {
  switch (opening) {
    case 'title':
      return current.seen.has('title') || current.seen.has('name') || current.body || current.table
    case 'year':
      return current.table && (current.seen.has('name') || current.seen.has('year'))
    case 'applicant':
      return current.seen.has('applicant') || current.table
    case 'name':
      return current.seen.has('name') || current.table
  }
}

/** Cuts the rows into one section per project's form; what stands before the first form is the preamble. */
export function splitSections(rows: readonly Row[]): {
  preamble: readonly Row[]
  sections: readonly Section[]
} {
  const preamble: Row[] = []
  const parts: Progress[] = []
  let current: Progress | null = null
  for (const row of rows) {
    const opening = openingOf(row)
    if (opening !== null && (current === null || begins(opening, current))) {
      current = { rows: [], seen: new Set(), body: false, table: false }
      parts.push(current)
    }
    if (current === null) {
      preamble.push(row)
      continue
    }
    current.rows.push(row)
    if (opening !== null) current.seen.add(opening)
    const keys = row.cells.slice(0, 4).map((cell) => cell.key)
    if (keys.some((key) => bodyLabel.test(key))) current.body = true
    if (keys.some((key) => tableLabel.test(key))) current.table = true
  }
  return { preamble, sections: mergeRunningHeads(parts) }
}

/** A title repeated at the top of a page opens no form: without any label below it, its rows continue the form before. */
function mergeRunningHeads(parts: readonly Progress[]): readonly Section[] {
  const sections: { rows: Row[] }[] = []
  for (const part of parts) {
    const last = sections.at(-1)
    const named = part.body || part.seen.has('name') || part.seen.has('applicant')
    if (named || last === undefined) sections.push({ rows: part.rows })
    else last.rows.push(...part.rows)
  }
  return sections
}
