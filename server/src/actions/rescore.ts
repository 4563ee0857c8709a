import { rollUp, type Indicator, type ProjectScore } from '@biaochi/domain'
import { countFindings, projectFindings, type FindingCounts } from '../findings.ts'
import { sameCells } from '../rows/indicator-columns.ts'
import { cellsOfIndicator, type IndicatorCells } from '../rows/indicator-row.ts'
import type { OpenIndicator, OpenProject } from './open-projects.ts'

/** A row as it will be written. */
export interface ChangedRow {
  readonly id: string
  readonly version: number
  readonly before: OpenIndicator
  readonly indicator: Indicator
  readonly cells: IndicatorCells
  readonly ruleScore: string | null
  readonly met: boolean | null
}

export interface Rescored {
  readonly project: OpenProject
  readonly score: ProjectScore
  readonly counts: FindingCounts
  /** Only rows in which something differs. */
  readonly rows: readonly ChangedRow[]
}

const rescoreProject = (project: OpenProject, changed: ReadonlyMap<string, Indicator>): Rescored | null => {
  const indicators = project.indicators.map(({ id, indicator }) => changed.get(id) ?? indicator)
  const differing = project.indicators.flatMap((before, index) => {
    const indicator = changed.get(before.id)
    if (indicator === undefined) return []
    const cells = cellsOfIndicator(indicator)
    return sameCells(cells, before.cells) ? [] : [{ before, indicator, cells, index }]
  })
  if (differing.length === 0) return null
  const whole = project.withIndicators(indicators)
  const score = rollUp(whole, project.scheme)
  const findings = projectFindings({ ...project, project: whole })
  const rows = differing.map(({ before, indicator, cells, index }): ChangedRow => {
    const rule = score.indicators[index]
    return {
      id: before.id,
      version: before.version + 1,
      before,
      indicator,
      cells,
      ruleScore: rule?.kind === 'scored' ? rule.score : null,
      met: rule?.met ?? null,
    }
  })
  return { project, score, counts: countFindings(findings), rows }
}

/** The projects in which something differs, with their new scores. */
export const rescore = (
  projects: readonly OpenProject[],
  changed: ReadonlyMap<string, Indicator>,
): readonly Rescored[] =>
  projects.map((project) => rescoreProject(project, changed)).filter((rescored) => rescored !== null)
