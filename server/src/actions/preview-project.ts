import type { Indicator, ProjectForm } from '@biaochi/domain'
import { lineOf } from '@biaochi/forms'
import type { PlannedProject } from './plan-import.ts'

/** What was read of a project, with what importing it would do or has done. */
export interface PreviewedProject {
  readonly index: number
  readonly line: number
  readonly name: string | null
  readonly implementer: string | null
  readonly supervisor: string | null
  readonly fiscalYear: number | null
  readonly form: ProjectForm
  readonly indicators: readonly {
    readonly line: number
    readonly indicator: Indicator
    readonly ruleScore: string | null
  }[]
  readonly ruleTotal: string | null
  readonly ruleGrade: string | null
  readonly awardedTotal: string | null
  readonly awardedGrade: string | null
  readonly importable: boolean
  readonly refusal: string | null
  readonly existingId: string | null
  /** After commit. */
  readonly projectId: string | null
}

/** `projectId` is the project it has become, null before a commit. */
export const previewProject = (plan: PlannedProject, projectId: string | null): PreviewedProject => {
  const { index, read, score, existingId } = plan
  const { name, implementer, supervisor, fiscalYear, form, indicators } = read.project
  return {
    index,
    line: read.line,
    name,
    implementer,
    supervisor,
    fiscalYear,
    form,
    indicators: indicators.map((indicator, position) => {
      const rule = score.indicators[position]
      const line = lineOf(read, { of: 'indicator', index: position, field: 'name' })
      return { line, indicator, ruleScore: rule?.kind === 'scored' ? rule.score : null }
    }),
    ruleTotal: score.rule.total,
    ruleGrade: score.rule.grade,
    awardedTotal: score.awarded.total,
    awardedGrade: score.awarded.grade,
    importable: plan.refusal === null,
    refusal: plan.refusal,
    existingId,
    projectId,
  }
}
