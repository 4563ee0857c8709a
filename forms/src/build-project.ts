import { emptyProject, parseAmount, parseDecimal } from '@biaochi/domain'
import type { CellRef, Execution, Fund, Project } from '@biaochi/domain'
import { buildIndicator } from './build-indicator.ts'
import { cellKey } from './cell-key.ts'
import { fundRef } from './draft.ts'
import type { Draft, Printed } from './draft.ts'
import type { FieldName } from './head/head-labels.ts'
import type { Layout } from './layout.ts'
import { parseDate } from './parse-date.ts'
import type { ReadProject } from './read-project.ts'
import type { Report } from './report.ts'
import { closeGaps } from './text/clean-text.ts'

/** Interprets a draft; what cannot be interpreted is reported and stays empty. */
export function buildProject(draft: Draft, layout: Layout, report: Report): ReadProject {
  const lines: Record<string, number> = {}
  const printed: Record<string, string> = {}
  const note = (ref: CellRef, cell: Printed): void => {
    lines[cellKey(ref)] = cell.line
    printed[cellKey(ref)] = cell.text
  }
  const field = (name: FieldName): string | null => {
    const cell = draft.fields.get(name)
    if (cell === undefined) return null
    note({ of: 'project', field: name }, cell)
    return closeGaps(cell.text.replaceAll('\n', ''))
  }
  const date = (name: 'startDate' | 'endDate'): string | null => {
    const text = field(name)
    const iso = text === null ? null : parseDate(text)
    if (text !== null && iso === null)
      report(
        'date-unreadable',
        draft.fields.get(name)?.line ?? draft.line,
        { text },
        { of: 'project', field: name },
      )
    return iso
  }

  if (draft.fiscalYear === null)
    report('year-missing', draft.line, {}, { of: 'project', field: 'fiscalYear' })
  else note({ of: 'project', field: 'fiscalYear' }, draft.fiscalYear)
  const name = field('name')
  if (name === null) report('project-name-missing', draft.line, {}, { of: 'project', field: 'name' })
  for (const goal of draft.goals) note({ of: 'goal', period: goal.period }, goal)
  for (const [key, narrative] of draft.narratives) note({ of: 'narrative', key }, narrative)
  for (const total of ['totalWeight', 'totalScore'] as const) {
    const cell = draft[total]
    if (cell !== null) note({ of: 'project', field: total }, cell)
  }

  // Mid-term indicators come first, each table in its own order.
  const rows = ['midterm', 'annual'].flatMap((period) =>
    draft.indicators.filter((row) => row.period === period),
  )
  const indicators = rows.map((row, index) => {
    const built = buildIndicator(row)
    for (const [column, line] of built.lines) lines[cellKey({ of: 'indicator', index, field: column })] = line
    for (const [column, text] of built.printed)
      printed[cellKey({ of: 'indicator', index, field: column })] = text
    lines[`indicator/${index}`] = row.line
    return built.indicator
  })

  const project: Project = {
    ...emptyProject,
    name,
    fiscalYear: draft.fiscalYear === null ? null : Number(draft.fiscalYear.text),
    form: layout === 'self-evaluation-2022' ? 'self-evaluation' : 'declaration',
    nature: field('nature'),
    category: field('category'),
    supervisor: field('supervisor'),
    implementer: field('implementer'),
    startDate: date('startDate'),
    endDate: date('endDate'),
    periodLabel: field('periodLabel'),
    governmentProcurement: field('governmentProcurement'),
    performanceType: field('performanceType'),
    funds: readFunds(draft, layout, report, note),
    execution: readExecution(draft, report, note),
    goals: draft.goals.map(({ period, label, text }) => ({
      period,
      label: closeGaps(label),
      text: closeGaps(text),
    })),
    narratives: [...draft.narratives].map(([key, { text }]) => ({ key, text: closeGaps(text) })),
    indicators,
    totalWeight: decimal(draft.totalWeight),
    totalScore: decimal(draft.totalScore),
  }
  return { layout, amountUnit: draft.unit, project, line: draft.line, lines, printed }
}

type Note = (ref: CellRef, cell: Printed) => void

const decimal = (cell: Printed | null | undefined): string | null =>
  cell === null || cell === undefined ? null : parseDecimal(cell.text.replace(/[分%％\s]/g, ''))

function readFunds(draft: Draft, layout: Layout, report: Report, note: Note): readonly Fund[] {
  const [first] = draft.funds
  if (first !== undefined && draft.unit === null) {
    draft.unit = layout === 'declaration-midterm-2023' ? '万元' : '元'
    report('unit-assumed', first.line, { unit: draft.unit }, fundRef(first))
  }
  const unit = draft.unit ?? '元'
  return draft.funds.flatMap((fund) => {
    const amount = parseAmount(fund.text.replace(/\s/g, ''), unit)
    if (amount === null) {
      report('amount-unreadable', fund.line, { text: fund.text }, fundRef(fund))
      return []
    }
    note(fundRef(fund), fund)
    return [{ period: fund.period, source: fund.source, stage: fund.stage, amount }]
  })
}

function readExecution(draft: Draft, report: Report, note: Note): Execution | null {
  if (draft.execution.size === 0) return null
  const figure = (field: 'weight' | 'rate' | 'score'): string | null => {
    const cell = draft.execution.get(field)
    if (cell === undefined) return null
    const value = decimal(cell)
    if (value === null)
      report('figure-unreadable', cell.line, { text: cell.text }, { of: 'execution', field })
    else note({ of: 'execution', field }, cell)
    return value
  }
  return { weight: figure('weight'), rate: figure('rate'), score: figure('score') }
}
