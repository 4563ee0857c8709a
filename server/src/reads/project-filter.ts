import type { ProjectForm, ProjectState } from '@biaochi/prisma'
import type { Severity } from '@biaochi/domain'
import type { Context } from '../context.ts'
import { checkedId, checkedSearch } from '../paging.ts'
import { contains, everyOf, holds, isWithin, not, someOf, type Condition } from './condition.ts'
import {
  anyId,
  composed,
  exactly,
  FilterBudget,
  inDecimalRange,
  inIntRange,
  isGiven,
  ofAgency,
  oneOf,
  type AgencyChoice,
  type Composed,
  type DecimalRange,
  type IntRange,
} from './filter-values.ts'

type Given<Value> = Value | null | undefined

/** Which projects: every condition that is given must hold. */
export interface ProjectFilter extends Composed<ProjectFilter> {
  readonly id?: Given<readonly string[]>
  readonly fiscalYear?: Given<number>
  readonly year?: Given<IntRange>
  readonly agencyId?: Given<string>
  readonly implementer?: Given<AgencyChoice>
  readonly supervisor?: Given<AgencyChoice>
  readonly state?: Given<readonly ProjectState[]>
  readonly form?: Given<readonly ProjectForm[]>
  readonly nature?: Given<readonly string[]>
  readonly category?: Given<readonly string[]>
  readonly ruleGrade?: Given<readonly string[]>
  readonly awardedGrade?: Given<readonly string[]>
  readonly ruleTotal?: Given<DecimalRange>
  readonly awardedTotal?: Given<DecimalRange>
  readonly executionRate?: Given<DecimalRange>
  readonly incomplete?: Given<boolean>
  readonly hasFindings?: Given<boolean>
  readonly severity?: Given<readonly Severity[]>
  readonly text?: Given<string>
}

const findings = {
  block: 'p."blocking_findings" > 0',
  explain: 'p."explain_findings" > 0',
  warn: 'p."warning_findings" > 0',
} satisfies Record<Severity, string>

const anyFinding = someOf(Object.values(findings).map(holds))

const findingsOf = ({ hasFindings, severity }: ProjectFilter): Condition[] => [
  ...(isGiven(hasFindings) ? [hasFindings ? anyFinding : not(anyFinding)] : []),
  ...(isGiven(severity) ? [someOf(severity.map((one) => holds(findings[one])))] : []),
]

/** The names a text is looked for in; the agency's by a statement of its own, for an index could serve it. */
const named = (pattern: string): Condition =>
  someOf([
    contains(['p."name"'], pattern),
    (values) =>
      `p."implementer_id" IN (SELECT a."id" FROM "agency" a WHERE ${contains(['a."name"'], pattern)(values)})`,
  ])

/** The condition of a filter upon "project" p. */
export const projectCondition = (
  filter: ProjectFilter,
  context: Context,
  budget = new FilterBudget(context),
): Condition => {
  budget.take()
  const text = checkedSearch(filter.text, context)
  return everyOf([
    ...anyId('p."id"', filter.id, context),
    ...exactly('p."fiscal_year"', filter.fiscalYear, 'int'),
    ...inIntRange('p."fiscal_year"', filter.year, context),
    ...(isGiven(filter.agencyId)
      ? [isWithin('p."implementer_id"', checkedId(filter.agencyId, context))]
      : []),
    ...ofAgency('p."implementer_id"', filter.implementer, context),
    ...ofAgency('p."supervisor_id"', filter.supervisor, context),
    ...oneOf('p."state"', filter.state, context, '"ProjectState"'),
    ...oneOf('p."form"', filter.form, context, '"ProjectForm"'),
    ...oneOf('p."nature"', filter.nature, context),
    ...oneOf('p."category"', filter.category, context),
    ...oneOf('p."rule_grade"', filter.ruleGrade, context),
    ...oneOf('p."awarded_grade"', filter.awardedGrade, context),
    ...inDecimalRange('p."rule_total"', filter.ruleTotal, context),
    ...inDecimalRange('p."awarded_total"', filter.awardedTotal, context),
    ...inDecimalRange('p."execution_rate"', filter.executionRate, context),
    ...exactly('p."incomplete"', filter.incomplete, 'boolean'),
    ...findingsOf(filter),
    ...(text === null ? [] : [named(text)]),
    ...composed(filter, (inner) => projectCondition(inner, context, budget), not),
  ])
}

/** The columns a filter pins to one value. */
export const fixedByProject = ({ fiscalYear, year }: ProjectFilter): ReadonlySet<string> =>
  new Set(isGiven(fiscalYear) || year?.in?.length === 1 ? ['p."fiscal_year"'] : [])
