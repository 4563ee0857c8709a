import type { CellRef, IndicatorField, Measure } from '@biaochi/domain'
import { cellKey } from './cell-key.ts'
import { goldenFunds } from './golden-funds.ts'
import type { FormReading } from './read-form.ts'
import type { ReadProject } from './read-project.ts'

/** A document in the shape of the published `.golden.json` files: figures as printed, money in 元, texts in full. */
export type GoldenDocument = Readonly<Record<string, unknown>>

/** A reading as the document `forms read --json` prints. */
export const toGolden = (reading: FormReading): GoldenDocument => ({
  form: reading.layout,
  fiscalYear: reading.fiscalYear,
  amountUnit: reading.amountUnit,
  projects: reading.projects.map(goldenProject),
  findings: reading.findings.map(({ line, lastLine, severity, rule, message, projectIndex }) => ({
    line,
    lastLine,
    severity,
    rule,
    params: message.params,
    projectIndex,
  })),
})

function goldenProject(read: ReadProject): GoldenDocument {
  const { project, layout } = read
  return {
    name: project.name,
    nature: project.nature,
    category: project.category,
    supervisor: project.supervisor,
    implementer: project.implementer,
    startDate: project.startDate,
    endDate: project.endDate,
    periodLabel: project.periodLabel,
    ...(layout === 'declaration-2020' && {
      governmentProcurement: project.governmentProcurement,
      performanceType: project.performanceType,
    }),
    funds: goldenFunds(layout, project.funds),
    execution: goldenExecution(read),
    goals: project.goals.map(({ period, label, text }) => ({
      period: period === 'achieved' ? 'actual' : period,
      label,
      text,
    })),
    ...(layout === 'declaration-2020' && {
      narratives: Object.fromEntries(project.narratives.map(({ key, text }) => [key, text])),
    }),
    indicators: project.indicators.map((_, index) => goldenIndicator(read, index)),
    ...(project.form === 'self-evaluation' && {
      totalWeight: printedAt(read, { of: 'project', field: 'totalWeight' }) ?? project.totalWeight,
      totalScore: printedAt(read, { of: 'project', field: 'totalScore' }) ?? project.totalScore,
    }),
  }
}

const printedAt = (read: ReadProject, ref: CellRef): string | null => read.printed[cellKey(ref)] ?? null

function goldenExecution(read: ReadProject): GoldenDocument | null {
  const { execution } = read.project
  if (execution === null) return null
  const figure = (field: 'weight' | 'rate' | 'score'): string | null =>
    printedAt(read, { of: 'execution', field }) ?? execution[field]
  return { weight: figure('weight'), rate: figure('rate'), score: figure('score') }
}

function goldenIndicator(read: ReadProject, index: number): GoldenDocument {
  const indicator = read.project.indicators[index]
  if (indicator === undefined) return {}
  const printed = (field: IndicatorField): string | null => printedAt(read, { of: 'indicator', index, field })
  return {
    period: indicator.period,
    level1: indicator.level1,
    level2: indicator.level2,
    name: indicator.name,
    targetRaw: printed('target'),
    target: goldenMeasure(indicator.target),
    ...(read.project.form === 'self-evaluation' && {
      actualRaw: printed('actual'),
      actual: goldenMeasure(indicator.actual),
      weight: indicator.weight,
      score: indicator.score,
      ...(indicator.reason !== null && { deviation: indicator.reason }),
    }),
  }
}

/** A value that cannot be read keeps its text under its own kind. */
function goldenMeasure(measure: Measure): GoldenDocument | null {
  if (measure.kind === 'missing') return null
  if (measure.kind === 'quantitative') {
    const { kind, operator, value, multiplier, unit, raw } = measure
    return {
      kind,
      operator,
      value,
      multiplier,
      unit: unit === null ? null : asPrinted(unit, raw),
      text: null,
    }
  }
  const text =
    measure.kind === 'qualitative' ? measure.text : measure.kind === 'not-applicable' ? '不适用' : measure.raw
  return { kind: measure.kind, operator: null, value: null, multiplier: 1, unit: null, text }
}

/** 台（套） is kept as wide as it is printed; the domain folds it to compare it. */
const asPrinted = (unit: string, raw: string): string => {
  const wide = unit.replaceAll('(', '（').replaceAll(')', '）')
  return raw.includes(wide) ? wide : unit
}
