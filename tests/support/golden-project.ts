import { readFileSync } from 'node:fs'
import {
  emptyIndicator,
  emptyProject,
  narrativeKeys,
  parseActual,
  parseAmount,
  parseDecimal,
  parseTarget,
} from '@biaochi/domain'
import type { Fund, Goal, Indicator, Project } from '@biaochi/domain'

interface GoldenMeasure {
  readonly kind: string
}

interface GoldenIndicator {
  readonly period: Indicator['period']
  readonly level1: string | null
  readonly level2: string | null
  readonly name: string | null
  readonly targetRaw: string | null
  readonly target: GoldenMeasure | null
  readonly actualRaw?: string | null
  readonly weight?: string | null
  readonly score?: string | null
  readonly deviation?: string | null
}

interface GoldenGoal {
  readonly period: Exclude<Goal['period'], 'achieved'> | 'actual'
  readonly label: string
  readonly text?: string
  readonly textStart?: string
  readonly textEnd?: string
  readonly length?: number
}

interface GoldenProject extends Pick<
  Project,
  'name' | 'nature' | 'category' | 'supervisor' | 'implementer' | 'startDate' | 'endDate' | 'periodLabel'
> {
  readonly funds: Readonly<Record<string, string | null>>
  readonly execution: Readonly<Record<'weight' | 'rate' | 'score', string | null>> | null
  readonly goals: readonly GoldenGoal[]
  readonly narratives?: Readonly<Record<string, string>>
  readonly narrativeLengths?: Readonly<Record<string, number>>
  readonly indicators: readonly GoldenIndicator[]
  readonly totalWeight?: string | null
  readonly totalScore?: string | null
}

interface Golden {
  readonly form: string
  readonly fiscalYear: number
  readonly projects: readonly GoldenProject[]
}

type FundKey = Omit<Fund, 'amount'>

const all = (period: Fund['period'], stage: Fund['stage'], source: Fund['source'] = 'all'): FundKey => ({
  period,
  source,
  stage,
})

const bySource = (key: string, period: Fund['period'], stage: Fund['stage']): Record<string, FundKey> => ({
  [`${key}Fiscal`]: all(period, stage, 'fiscal'),
  [`${key}Carryover`]: all(period, stage, 'carryover'),
  [`${key}Other`]: all(period, stage, 'other'),
})

const fundKeys: Readonly<Record<string, FundKey>> = {
  yearStartBudget: all('annual', 'initial'),
  yearBudget: all('annual', 'adjusted'),
  yearExecuted: all('annual', 'executed'),
  annualRequested: all('annual', 'requested'),
  totalFunds: all('total', 'requested'),
  midTermTotal: all('midterm', 'requested'),
  projectBudgetTotal: all('total', 'requested'),
  projectBudgetYear: all('annual', 'requested'),
  priorYearBudget: all('prior', 'initial'),
  priorYearExecuted: all('prior', 'executed'),
  ...bySource('yearStartBudget', 'annual', 'initial'),
  ...bySource('yearBudget', 'annual', 'adjusted'),
  ...bySource('yearExecuted', 'annual', 'executed'),
  ...bySource('annual', 'annual', 'requested'),
  ...bySource('total', 'total', 'requested'),
  ...bySource('midTerm', 'midterm', 'requested'),
}

const funds = (golden: GoldenProject): readonly Fund[] =>
  Object.entries(golden.funds).flatMap(([key, text]) => {
    const place = fundKeys[key]
    const amount = text === null ? null : parseAmount(text, '元')
    if (place === undefined) throw new Error(`no fund is called ${key}`)
    return amount === null ? [] : [{ ...place, amount }]
  })

const indicator = (golden: GoldenIndicator): Indicator => {
  const raw = golden.targetRaw ?? ''
  const target =
    golden.target?.kind === 'not-applicable' ? ({ kind: 'not-applicable', raw } as const) : parseTarget(raw)
  return {
    ...emptyIndicator,
    period: golden.period,
    level1: golden.level1,
    level2: golden.level2,
    name: golden.name,
    target,
    actual: parseActual(golden.actualRaw ?? '', target),
    weight: parseDecimal(golden.weight ?? ''),
    score: parseDecimal(golden.score ?? ''),
    reason: golden.deviation ?? null,
  }
}

const squash = (text: string): string => text.replace(/<\/?p>|---|\s+/gu, '')

/** The whole of a long text, of which a golden keeps start, end and length; just its start where the print is torn. */
const whole = (print: string, start: string, length: number, end = ''): string => {
  const first = squash(start)
  for (let from = print.indexOf(first); from >= 0; from = print.indexOf(first, from + 1)) {
    const text = print.slice(from, from + length)
    if (text.length === length && text.endsWith(squash(end))) return text
  }
  return start
}

const project = (golden: GoldenProject, { form, fiscalYear }: Golden, print: string): Project => ({
  ...emptyProject,
  name: golden.name,
  nature: golden.nature,
  category: golden.category,
  supervisor: golden.supervisor,
  implementer: golden.implementer,
  startDate: golden.startDate,
  endDate: golden.endDate,
  periodLabel: golden.periodLabel,
  fiscalYear,
  form: form.startsWith('self-evaluation') ? 'self-evaluation' : 'declaration',
  funds: funds(golden),
  execution:
    golden.execution === null
      ? null
      : {
          weight: parseDecimal(golden.execution.weight ?? ''),
          rate: parseDecimal(golden.execution.rate?.replace('%', '') ?? ''),
          score: parseDecimal(golden.execution.score ?? ''),
        },
  goals: golden.goals.map(({ period, label, text, textStart = '', textEnd, length = 0 }) => ({
    period: period === 'actual' ? 'achieved' : period,
    label,
    text: text ?? whole(print, textStart, length, textEnd),
  })),
  narratives: narrativeKeys.flatMap((key) => {
    const text = golden.narratives?.[key]
    const length = golden.narrativeLengths?.[key] ?? 0
    return text === undefined ? [] : [{ key, text: whole(print, text, length) }]
  }),
  indicators: golden.indicators.map(indicator),
  totalWeight: parseDecimal(golden.totalWeight ?? ''),
  totalScore: parseDecimal(golden.totalScore ?? ''),
})

/** The projects of a golden file as the domain sees them, their long texts taken from the print beside it. */
export function goldenProjects(files: {
  readonly golden: string
  readonly text: string
}): readonly Project[] {
  const golden: Golden = JSON.parse(readFileSync(files.golden, 'utf8'))
  const print = squash(readFileSync(files.text, 'utf8'))
  return golden.projects.map((each) => project(each, golden, print))
}
