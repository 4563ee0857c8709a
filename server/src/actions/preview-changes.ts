import type { Rescored } from './rescore.ts'

/** What a row would be. */
export interface PreviewedRow {
  readonly indicatorId: string
  readonly position: number
  readonly ruleScore: string | null
  readonly met: boolean | null
}

/** What a project's totals would be. */
export interface PreviewedTotals {
  readonly projectId: string
  readonly ruleTotal: string | null
  readonly ruleGrade: string | null
  readonly awardedTotal: string | null
  readonly awardedGrade: string | null
  readonly incomplete: boolean
  readonly findingCounts: Rescored['counts']
}

export interface Preview {
  readonly rows: readonly PreviewedRow[]
  readonly projects: readonly PreviewedTotals[]
}

/** What writing would come to; nothing is written. */
export const previewOf = (rescored: readonly Rescored[]): Preview => ({
  rows: rescored.flatMap(({ rows, created }) =>
    [...rows, ...created].map(({ id, position, ruleScore, met }) => ({
      indicatorId: id,
      position,
      ruleScore,
      met,
    })),
  ),
  projects: rescored.map(({ project, score, counts }) => ({
    projectId: project.id,
    ruleTotal: score.rule.total,
    ruleGrade: score.rule.grade,
    awardedTotal: score.awarded.total,
    awardedGrade: score.awarded.grade,
    incomplete: score.incomplete,
    findingCounts: counts,
  })),
})
