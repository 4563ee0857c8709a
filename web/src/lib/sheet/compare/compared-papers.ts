import { comparePapers, comparePeriods } from '@biaochi/domain'
import type { Fund, Goal, Indicator, PaperComparison, ProjectForm } from '@biaochi/domain'

/** A paper as the comparison reads it. */
export interface Paper {
  readonly id: string
  readonly fiscalYear: number | null
  readonly form: ProjectForm
  readonly funds: readonly Fund[]
  readonly goals: readonly Goal[]
  readonly rows: readonly { readonly id: string; readonly record: Indicator }[]
}

/** What stands beside what: the declaration and its self-evaluation, two years, the medium term and the year. */
export type Choice = 'forms' | 'years' | 'periods'

/** Two papers side by side; of a paper's two periods both sides are the same one. */
export interface ComparedPapers {
  readonly choice: Choice
  readonly before: Paper
  readonly after: Paper
  readonly comparison: PaperComparison
}

export interface Beside {
  readonly otherForm: Paper | null
  readonly previousYear: Paper | null
}

const withIndicators = (paper: Paper) => ({ ...paper, indicators: paper.rows.map(({ record }) => record) })

/** What this paper can be compared with. */
export function choicesOf(paper: Paper, { otherForm, previousYear }: Beside): readonly Choice[] {
  const hasMidterm = paper.rows.some(({ record }) => record.period === 'midterm')
  return [
    ...(otherForm === null ? [] : ['forms' as const]),
    ...(previousYear === null ? [] : ['years' as const]),
    ...(hasMidterm ? ['periods' as const] : []),
  ]
}

/** The promise stands before what became of it, the earlier year before the later; null where there is nothing beside it. */
export function compareWith(
  paper: Paper,
  choice: Choice,
  { otherForm, previousYear }: Beside,
): ComparedPapers | null {
  if (choice === 'periods')
    return { choice, before: paper, after: paper, comparison: comparePeriods(withIndicators(paper)) }
  const other = choice === 'forms' ? otherForm : previousYear
  if (other === null) return null
  const isFirst = choice === 'forms' && paper.form === 'declaration'
  const [before, after] = isFirst ? [paper, other] : [other, paper]
  return {
    choice,
    before,
    after,
    comparison: comparePapers(withIndicators(before), withIndicators(after)),
  }
}
