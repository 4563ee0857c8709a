import type { CellRef, Finding, Severity } from '../finding.ts'
import { indicatorFields } from '../indicator.ts'
import type { Project } from '../project.ts'
import { ruleIds } from '../rule-id.ts'
import type { RuleId } from '../rule-id.ts'
import { rollUp } from '../rollup.ts'
import type { ProjectScore } from '../rollup.ts'
import type { Scheme } from '../scheme.ts'
import { createContext } from './context.ts'
import { rules } from './rules.ts'

const parts: readonly CellRef['of'][] = ['project', 'fund', 'execution', 'goal', 'narrative', 'indicator']
const ruleOrder: ReadonlyMap<RuleId, number> = new Map(ruleIds.map((id, position) => [id, position]))

const withinPart = (at: CellRef): number =>
  at.of === 'indicator' ? at.index * indicatorFields.length + indicatorFields.indexOf(at.field) : 0

/**
 * What a careful person would point out in a form, in the order of its cells; the same form always gives the same list.
 * Whoever has its scores already hands them in.
 */
export function findProblems(
  project: Project,
  scheme: Scheme,
  score: ProjectScore = rollUp(project, scheme),
): readonly Finding[] {
  const context = createContext(project, scheme, score)
  return rules
    .flatMap(({ id, find }) => find(context).map((problem): Finding => ({ rule: id, ...problem })))
    .map((finding, position) => ({
      finding,
      position,
      part: parts.indexOf(finding.at.of),
      cell: withinPart(finding.at),
      rule: ruleOrder.get(finding.rule) ?? ruleIds.length,
    }))
    .sort((a, b) => a.part - b.part || a.cell - b.cell || a.rule - b.rule || a.position - b.position)
    .map(({ finding }) => finding)
}

/** How many problems of each severity there are, for a project whose scores are known. */
export function countProblems(
  project: Project,
  scheme: Scheme,
  score: ProjectScore,
): Readonly<Record<Severity, number>> {
  const context = createContext(project, scheme, score)
  const counts = { block: 0, explain: 0, warn: 0 }
  for (const { find } of rules) for (const { severity } of find(context)) counts[severity] += 1
  return counts
}
