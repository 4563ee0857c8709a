import { createDraft } from './draft.ts'
import type { Draft } from './draft.ts'
import { headWords } from './head/head-labels.ts'
import { readHead } from './head/read-head.ts'
import { readTextHead } from './key-value/read-text-head.ts'
import { isTextTableHead, readTextTable } from './key-value/read-text-table.ts'
import type { Layout } from './layout.ts'
import { createVocabulary } from './levels/level-vocabulary.ts'
import type { Report } from './report.ts'
import { createWords, healLabels } from './sections/heal-labels.ts'
import type { Words } from './sections/heal-labels.ts'
import { isOpening, rowKey, yearInText, yearOfRow } from './sections/title.ts'
import { readTable, tableStart } from './table/read-table.ts'
import { isNoise } from './text/noise.ts'
import type { Ledger } from './text/ledger.ts'
import type { Row } from './text/row.ts'

/** Reads the rows of one form of a known layout; what it cannot place stays open in the ledger. */
export function readSection(rows: readonly Row[], layout: Layout, ledger: Ledger, report: Report): Draft {
  const draft = createDraft(rows[0]?.line ?? 1)
  const context = { layout, draft, ledger, report }
  const body = withoutOpening(rows, draft, ledger)
  if (layout === 'declaration-2020') {
    const start = body.findIndex(isTextTableHead)
    readTextHead(start < 0 ? body : body.slice(0, start), context)
    if (start >= 0) readTextTable(body.slice(start), context)
    for (const row of body) noteYear(row, draft)
    return draft
  }
  const clean = healLabels(withoutNoise(body, ledger), words[layout])
  const start = tableStart(clean)
  readHead(clean.slice(0, start), context)
  readTable(clean.slice(start), context)
  return draft
}

/** Titles and years, wherever a page repeats them, are no rows of the form. */
function withoutOpening(rows: readonly Row[], draft: Draft, ledger: Ledger): readonly Row[] {
  const body: Row[] = []
  let fromTitle: { year: number; line: number } | null = null
  for (const [at, row] of rows.entries()) {
    if (!isOpening(row, rows[at - 1])) {
      body.push(row)
      continue
    }
    ledger.book('boilerplate', row.cells)
    const year = yearOfRow(row)
    if (year !== null) draft.fiscalYear ??= { text: String(year), line: row.line }
    const inTitle = yearInText(rowKey(row))
    if (inTitle !== null) fromTitle ??= { year: inTitle, line: row.line }
  }
  if (fromTitle !== null) draft.fiscalYear ??= { text: String(fromTitle.year), line: fromTitle.line }
  return body
}

/** 2020年绩效目标 tells the year where the line below the title is lost. */
function noteYear(row: Row, draft: Draft): void {
  const year = isTextTableHead(row) ? yearInText(rowKey(row)) : null
  if (year !== null) draft.fiscalYear ??= { text: String(year), line: row.line }
}

/** Page numbers and borders go away; the row below one stands behind a break. */
function withoutNoise(rows: readonly Row[], ledger: Ledger): readonly Row[] {
  const clean: Row[] = []
  let broken = false
  for (const row of rows) {
    if (isNoise(row)) {
      ledger.book('boilerplate', row.cells)
      broken = true
      continue
    }
    clean.push(broken && !row.afterBlank ? { ...row, afterBlank: true } : row)
    broken = false
  }
  return clean
}

const tableWords = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '年度(/项目)指标值',
  '实际完成值',
  '偏差原因分析及改进措施',
]
// Captions beside the rows, which may be printed one character a row as labels of levels may.
const uprightCaptions = ['绩效指标', '年度总体目标', '项目绩效目标', '总体目标']
const wordsFor = (layout: Layout): Words =>
  createWords([...headWords(layout), ...tableWords], [...createVocabulary(true).words, ...uprightCaptions])
const words: Readonly<Record<Layout, Words>> = {
  'declaration-2026': wordsFor('declaration-2026'),
  'self-evaluation-2022': wordsFor('self-evaluation-2022'),
  'declaration-2020': wordsFor('declaration-2020'),
  'declaration-midterm-2023': wordsFor('declaration-midterm-2023'),
}
