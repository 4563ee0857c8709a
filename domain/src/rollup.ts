import { compareDecimals, sumDecimals } from './decimal.ts'
import type { DecimalText } from './decimal.ts'
import { scoreExecution } from './execution.ts'
import type { ExecutionScore } from './execution.ts'
import type { Indicator } from './indicator.ts'
import type { Project } from './project.ts'
import { gradeOf } from './scheme.ts'
import type { GradeName, Scheme } from './scheme.ts'
import { scoreIndicator } from './score.ts'
import type { RuleScore } from './score.ts'

/** Points of a project and the grade they give; null where nothing can be added up. */
export interface Total {
  readonly total: DecimalText | null
  readonly grade: GradeName | null
}

/** The annual indicators of one level 1, in the order the form has them. */
export interface LevelScore {
  readonly level1: string | null
  readonly weight: DecimalText
  readonly rule: DecimalText
  readonly awarded: DecimalText
}

/** All scores of a project: by rule and as awarded, `indicators` in the order of the project's. */
export interface ProjectScore {
  readonly rule: Total
  readonly awarded: Total
  /** Σ weights of the annual indicators that apply, and the execution weight on a self-evaluation. */
  readonly totalWeight: DecimalText
  /** Something that counts has no rule score yet. */
  readonly incomplete: boolean
  readonly execution: ExecutionScore
  readonly indicators: readonly RuleScore[]
  readonly levels: readonly LevelScore[]
}

/** What of a project its scores depend on. */
export type RolledUp = Pick<Project, 'form' | 'funds' | 'execution' | 'indicators'>

interface Row {
  readonly indicator: Indicator
  readonly rule: RuleScore
}

/** What execution adds to the two totals of a project; nothing on a declaration. */
export function executionPoints(
  { form, funds, execution }: Omit<RolledUp, 'indicators'>,
  scheme: Scheme,
): { readonly rule: DecimalText; readonly awarded: DecimalText } {
  if (form !== 'self-evaluation') return { rule: '0', awarded: '0' }
  const spent = scoreExecution(funds, scheme)
  const rule = spent.kind === 'scored' ? spent.score : '0'
  return { rule, awarded: execution?.score ?? rule }
}

/**
 * Scores of a whole project. Execution joins on a self-evaluation only; a declaration has totals once something in it is
 * scored. What has no rule score counts 0 and marks the total incomplete.
 */
export function rollUp(project: RolledUp, scheme: Scheme): ProjectScore {
  const execution = scoreExecution(project.funds, scheme)
  const indicators = project.indicators.map((indicator) => scoreIndicator(indicator, scheme))
  const rows = project.indicators.flatMap((indicator, index): Row[] => {
    const rule = indicators[index]
    return rule === undefined || rule.kind === 'excluded' || indicator.period !== 'annual'
      ? []
      : [{ indicator, rule }]
  })
  const evaluated = project.form === 'self-evaluation'
  const spent = executionPoints(project, scheme)
  const weights = rows.flatMap(({ indicator }) => indicator.weight ?? [])
  const has = {
    rule:
      weights.some((weight) => compareDecimals(weight, '0') > 0) &&
      (evaluated || rows.some(({ rule }) => rule.kind === 'scored')),
    awarded: rows.some(({ indicator }) => indicator.score !== null),
  }
  const levels = levelScores(rows)
  const total = (present: boolean, points: readonly DecimalText[]): Total => {
    const sum = present ? sumDecimals(points) : null
    return { total: sum, grade: gradeOf(scheme, sum) }
  }
  const unscored = rows.some(({ rule }) => rule.kind === 'unscored')
  return {
    rule: total(has.rule, [spent.rule, ...levels.map(({ rule }) => rule)]),
    awarded: total(has.rule || has.awarded, [spent.awarded, ...levels.map((level) => level.awarded)]),
    totalWeight: sumDecimals([
      ...levels.map(({ weight }) => weight),
      evaluated ? (project.execution?.weight ?? scheme.executionWeight) : '0',
    ]),
    incomplete: evaluated ? unscored || execution.kind !== 'scored' : has.rule && unscored,
    execution,
    indicators,
    levels,
  }
}

const ruled = ({ rule }: Row): DecimalText => (rule.kind === 'scored' ? rule.score : '0')

const awarded = (row: Row): DecimalText => row.indicator.score ?? ruled(row)

function levelScores(rows: readonly Row[]): readonly LevelScore[] {
  const groups = Map.groupBy(rows, ({ indicator }) => indicator.level1)
  return [...groups].map(([level1, group]) => ({
    level1,
    weight: sumDecimals(group.flatMap(({ indicator }) => indicator.weight ?? [])),
    rule: sumDecimals(group.map(ruled)),
    awarded: sumDecimals(group.map(awarded)),
  }))
}
