import type { ProjectScore } from '../rollup.ts'
import type { RuleScore } from '../score.ts'
import { tidyText } from '../fold.ts'
import type { Indicator } from '../indicator.ts'
import type { Project } from '../project.ts'
import type { Scheme } from '../scheme.ts'
import { levelKind } from './level-kind.ts'
import type { LevelKind } from './level-kind.ts'
import { longTexts } from './narrative-texts.ts'
import type { LongText } from './narrative-texts.ts'
import { plainName } from './plain-name.ts'

/** An indicator with what several rules ask about it. */
export interface Row {
  readonly index: number
  readonly indicator: Indicator
  /** The name folded for comparing; empty where there is none. */
  readonly name: string
  /** The name for people. */
  readonly label: string
  readonly level: LevelKind | null
  /** 不适用, or a row in which nothing is filled in yet. */
  readonly notApplicable: boolean
  readonly ruleScore: RuleScore | null
}

/** What every rule is given; computed once per form. */
export interface Context {
  readonly project: Project
  readonly scheme: Scheme
  readonly score: ProjectScore
  readonly rows: readonly Row[]
  /** The rows that are scored. */
  readonly annual: readonly Row[]
  readonly midterm: readonly Row[]
  /** Goals and narratives, folded for reading. */
  readonly texts: readonly LongText[]
  readonly isEvaluation: boolean
}

const isNotApplicable = (indicator: Indicator, name: string): boolean =>
  indicator.target.kind === 'not-applicable' ||
  indicator.actual.kind === 'not-applicable' ||
  (name === '不适用' && indicator.target.kind === 'missing')

/** Prepares a form with its scores for its rules. */
export function createContext(project: Project, scheme: Scheme, score: ProjectScore): Context {
  const rows = project.indicators.map((indicator, index): Row => {
    const name = plainName(indicator.name)
    return {
      index,
      indicator,
      name,
      label: tidyText(indicator.name ?? ''),
      level: levelKind(indicator.level2 ?? indicator.level1),
      notApplicable: isNotApplicable(indicator, name),
      ruleScore: score.indicators[index] ?? null,
    }
  })
  const applicable = rows.filter((row) => !row.notApplicable)
  return {
    project,
    scheme,
    score,
    rows: applicable,
    annual: applicable.filter((row) => row.indicator.period === 'annual'),
    midterm: applicable.filter((row) => row.indicator.period === 'midterm'),
    texts: longTexts(project),
    isEvaluation: project.form === 'self-evaluation',
  }
}
