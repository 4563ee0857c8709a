import { compareDecimals, fractionDigits } from './decimal.ts'
import type { DecimalText } from './decimal.ts'
import { foldWidth, normalizeText, tidyText } from './fold.ts'
import { keepLines } from './keep-lines.ts'
import { message } from './message.ts'
import type { Message } from './message.ts'
import { parseDate } from './parse-date.ts'
import { parseAmount, parseDecimal } from './parse-decimal.ts'
import type { ProjectCell, ProjectField } from './project-cell.ts'
import type { Execution, GoalPeriod, Project } from './project.ts'

/** The project with the typed cell in it, or why it was refused. */
export type EditProjectResult = { readonly project: Project } | { readonly refused: Message }

/** How many characters the texts of a project may have. */
const maxText = {
  name: 500,
  nature: 200,
  category: 200,
  periodLabel: 100,
  governmentProcurement: 50,
  performanceType: 200,
} as const
const maxLongText = 20_000
const maxPoints = '100'
const maxTotal = '1000'
const maxPlaces = 4

/** The label a goal gets that no form has printed. */
const goalLabels: Readonly<Record<GoalPeriod, string>> = {
  total: '项目总目标',
  midterm: '中期目标',
  annual: '年度目标',
  expected: '预期目标',
  achieved: '实际完成情况',
}

/**
 * Puts typed text into one cell of a project: the only parser of a typed cell, for the page and the server alike.
 * Empty text clears. `unit` is what an amount without a unit is in; amounts are kept exactly, in 元.
 */
export function editProject(
  project: Project,
  cell: ProjectCell,
  typed: string,
  unit: '元' | '万元' = '元',
): EditProjectResult {
  const text = typed.replaceAll('\u0000', '').toWellFormed()
  switch (cell.of) {
    case 'project':
      return editField(project, cell.field, text)
    case 'execution':
      return editExecution(project, cell.field, text)
    case 'fund':
      return editFund(project, cell, text, unit)
    case 'goal':
    case 'narrative':
      return editLongText(project, cell, text)
  }
}

/** Puts a text back that once stood in the cell: what was there is never refused. */
export function putBackProjectCell(project: Project, cell: ProjectCell, text: string): Project {
  const value = text === '' ? null : text
  switch (cell.of) {
    case 'project':
      return { ...project, [cell.field]: value }
    case 'execution':
      return withExecution(project, cell.field, value)
    case 'fund':
      return withFund(project, cell, value)
    case 'goal':
    case 'narrative':
      return withLongText(project, cell, text)
  }
}

const refuse = (code: string, params: Readonly<Record<string, string>> = {}): EditProjectResult => ({
  refused: message(code, params),
})

function editField(project: Project, field: ProjectField, text: string): EditProjectResult {
  if (field === 'totalWeight' || field === 'totalScore')
    return editNumber(text, maxTotal, (value) => ({ ...project, [field]: value }))
  if (field === 'startDate' || field === 'endDate') {
    const date = parseDate(text)
    if (date === null && normalizeText(text) !== '')
      return refuse('edit.not-a-date', { text: text.slice(0, 50) })
    return { project: { ...project, [field]: date } }
  }
  const max = maxText[field]
  const value = text.length > max * 2 ? text : tidyText(text)
  if (value.length > max) return refuse('edit.text-too-long', { max: String(max) })
  if (field === 'name' && value === '') return refuse('edit.name-needed')
  if (field === 'governmentProcurement' && !['', '是', '否'].includes(value)) return refuse('edit.yes-or-no')
  return { project: { ...project, [field]: value === '' ? null : value } }
}

function editNumber(
  text: string,
  max: DecimalText,
  put: (value: DecimalText | null) => Project,
): EditProjectResult {
  if (text.length <= 200 && foldWidth(text) === '') return { project: put(null) }
  const value = parseDecimal(text)
  if (value === null) return refuse('edit.not-a-decimal', { text: text.slice(0, 50) })
  if (compareDecimals(value, '0') < 0 || compareDecimals(value, max) > 0)
    return refuse('edit.number-range', { max })
  if (fractionDigits(value) > maxPlaces) return refuse('edit.too-many-places', { max: String(maxPlaces) })
  return { project: put(value) }
}

function editExecution(project: Project, field: keyof Execution, text: string): EditProjectResult {
  const put = (value: DecimalText | null): Project => withExecution(project, field, value)
  if (field !== 'rate') return editNumber(text, maxPoints, put)
  // A rate is percent with or without the sign; more than the whole budget happens and is a finding.
  return editNumber(text.length > 200 ? text : foldWidth(text).replace(/%$/, ''), '100000', put)
}

function withExecution(project: Project, field: keyof Execution, value: DecimalText | null): Project {
  const execution = { ...(project.execution ?? { weight: null, rate: null, score: null }), [field]: value }
  const blank = execution.weight === null && execution.rate === null && execution.score === null
  return { ...project, execution: blank ? null : execution }
}

type FundCell = Extract<ProjectCell, { of: 'fund' }>

function editFund(project: Project, cell: FundCell, text: string, unit: '元' | '万元'): EditProjectResult {
  if (text.length <= 200 && foldWidth(text) === '') return { project: withFund(project, cell, null) }
  const amount = parseAmount(text, unit)
  if (amount === null) return refuse('edit.not-an-amount', { text: text.slice(0, 50) })
  if (compareDecimals(amount, '0') < 0) return refuse('edit.amount-negative')
  return { project: withFund(project, cell, amount) }
}

function withFund(
  project: Project,
  { period, source, stage }: FundCell,
  amount: DecimalText | null,
): Project {
  const at = project.funds.findIndex(
    (fund) => fund.period === period && fund.source === source && fund.stage === stage,
  )
  if (amount === null) return { ...project, funds: project.funds.filter((_, index) => index !== at) }
  const fund = { period, source, stage, amount }
  return { ...project, funds: at < 0 ? [...project.funds, fund] : project.funds.with(at, fund) }
}

type LongTextCell = Extract<ProjectCell, { of: 'goal' | 'narrative' }>

function editLongText(project: Project, cell: LongTextCell, text: string): EditProjectResult {
  const value = text.length > maxLongText * 2 ? text : keepLines(text)
  if (value.length > maxLongText) return refuse('edit.text-too-long', { max: String(maxLongText) })
  return { project: withLongText(project, cell, value) }
}

// A text that is cleared keeps its place and its printed label.
function withLongText(project: Project, cell: LongTextCell, text: string): Project {
  if (cell.of === 'goal') {
    const at = project.goals.findIndex(({ period }) => period === cell.period)
    const found = project.goals[at]
    if (found !== undefined) return { ...project, goals: project.goals.with(at, { ...found, text }) }
    if (text === '') return project
    const goal = { period: cell.period, label: goalLabels[cell.period], text }
    return { ...project, goals: [...project.goals, goal] }
  }
  const at = project.narratives.findIndex(({ key }) => key === cell.key)
  if (at >= 0) return { ...project, narratives: project.narratives.with(at, { key: cell.key, text }) }
  return text === '' ? project : { ...project, narratives: [...project.narratives, { key: cell.key, text }] }
}
