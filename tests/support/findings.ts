import {
  emptyIndicator,
  emptyProject,
  findProblems,
  parseActual,
  parseTarget,
  schemeFor,
} from '@biaochi/domain'
import type { CellRef, Finding, Fund, Goal, Indicator, Project, RuleId, Scheme } from '@biaochi/domain'

type RowParts = Partial<Omit<Indicator, 'target' | 'actual'>> & { target?: string; actual?: string }

/** An indicator from what somebody would type: "数量指标 / 出车次数 / ≥300次 / 1700次". */
export function row({ target, actual, ...parts }: RowParts = {}): Indicator {
  const parsed = parseTarget(target ?? '≥10次')
  return {
    ...emptyIndicator,
    level1: '产出指标',
    level2: '数量指标',
    name: '调研次数',
    ...parts,
    target: parsed,
    actual: parseActual(actual ?? '', parsed),
  }
}

export const declaration = (parts: Partial<Project> = {}): Project => ({
  ...emptyProject,
  name: '调研',
  fiscalYear: 2023,
  ...parts,
})

export const evaluation = (parts: Partial<Project> = {}): Project => ({
  ...declaration(parts),
  form: 'self-evaluation',
})

/** One annual amount of the whole project or of a source. */
export const fund = (
  stage: Fund['stage'],
  amount: string,
  source: Fund['source'] = 'all',
  period: Fund['period'] = 'annual',
): Fund => ({ period, source, stage, amount })

export const goal = (period: Goal['period'], text: string, label = ''): Goal => ({ period, label, text })

/** A cell as one line: "indicator 0 target", "fund annual all adjusted". */
export function cellText(at: CellRef): string {
  if (at.of === 'fund') return `fund ${at.period} ${at.source} ${at.stage}`
  if (at.of === 'goal') return `goal ${at.period}`
  if (at.of === 'narrative') return `narrative ${at.key}`
  return at.of === 'indicator' ? `indicator ${at.index} ${at.field}` : `${at.of} ${at.field}`
}

/** What one rule says about a form: "block indicator 0 target". */
export const told = (
  rule: RuleId,
  project: Project,
  scheme: Scheme = schemeFor(project),
): readonly string[] =>
  findingsOf(rule, project, scheme).map(({ severity, at }) => `${severity} ${cellText(at)}`)

export const findingsOf = (
  rule: RuleId,
  project: Project,
  scheme: Scheme = schemeFor(project),
): readonly Finding[] => findProblems(project, scheme).filter((finding) => finding.rule === rule)
