import type { IndicatorPeriod, MeasureKind, QualitativeGrade } from '@biaochi/prisma'
import type { Context } from '../context.ts'
import { checkedId, checkedSearch } from '../paging.ts'
import { contains, everyOf, isWithin, not, someOf, type Condition } from './condition.ts'
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
import { projectCondition, type ProjectFilter } from './project-filter.ts'

type Given<Value> = Value | null | undefined

/** Which indicators: every condition that is given must hold. */
export interface IndicatorFilter extends Composed<IndicatorFilter> {
  readonly id?: Given<readonly string[]>
  readonly fiscalYear?: Given<number>
  readonly year?: Given<IntRange>
  readonly agencyId?: Given<string>
  readonly implementer?: Given<AgencyChoice>
  readonly projectId?: Given<string>
  readonly project?: Given<ProjectFilter>
  readonly period?: Given<IndicatorPeriod>
  readonly level1?: Given<readonly string[]>
  readonly level2?: Given<readonly string[]>
  readonly targetKind?: Given<readonly MeasureKind[]>
  readonly actualKind?: Given<readonly MeasureKind[]>
  readonly met?: Given<boolean>
  readonly grade?: Given<readonly QualitativeGrade[]>
  readonly weight?: Given<DecimalRange>
  readonly ruleScore?: Given<DecimalRange>
  readonly score?: Given<DecimalRange>
  readonly text?: Given<string>
}

const ofProjects =
  (condition: Condition): Condition =>
  (values) =>
    `i."project_id" IN (SELECT p."id" FROM "project" p WHERE ${condition(values)})`

const named = (pattern: string): Condition =>
  someOf([
    contains(['i."name"', 'i."target_raw"', 'i."actual_raw"'], pattern),
    ofProjects(contains(['p."name"'], pattern)),
    (values) =>
      `i."implementer_id" IN (SELECT a."id" FROM "agency" a WHERE ${contains(['a."name"'], pattern)(values)})`,
  ])

/** The condition of a filter upon "indicator" i. */
export const indicatorCondition = (
  filter: IndicatorFilter,
  context: Context,
  budget = new FilterBudget(context),
): Condition => {
  budget.take()
  const text = checkedSearch(filter.text, context)
  return everyOf([
    ...anyId('i."id"', filter.id, context),
    ...exactly('i."fiscal_year"', filter.fiscalYear, 'int'),
    ...inIntRange('i."fiscal_year"', filter.year, context),
    ...(isGiven(filter.agencyId)
      ? [isWithin('i."implementer_id"', checkedId(filter.agencyId, context))]
      : []),
    ...ofAgency('i."implementer_id"', filter.implementer, context),
    ...(isGiven(filter.projectId)
      ? exactly('i."project_id"', checkedId(filter.projectId, context), 'uuid')
      : []),
    ...(isGiven(filter.project) ? [ofProjects(projectCondition(filter.project, context, budget))] : []),
    ...exactly('i."period"', filter.period, '"IndicatorPeriod"'),
    ...oneOf('i."level1"', filter.level1, context),
    ...oneOf('i."level2"', filter.level2, context),
    ...oneOf('i."target_kind"', filter.targetKind, context, '"MeasureKind"'),
    ...oneOf('i."actual_kind"', filter.actualKind, context, '"MeasureKind"'),
    ...exactly('i."met"', filter.met, 'boolean'),
    ...oneOf('i."grade"', filter.grade, context, '"QualitativeGrade"'),
    ...inDecimalRange('i."weight"', filter.weight, context),
    ...inDecimalRange('i."rule_score"', filter.ruleScore, context),
    ...inDecimalRange('i."score"', filter.score, context),
    ...(text === null ? [] : [named(text)]),
    ...composed(filter, (inner) => indicatorCondition(inner, context, budget), not),
  ])
}

/** The columns a filter pins to one value. */
export const fixedByIndicator = ({ fiscalYear, year, projectId }: IndicatorFilter): ReadonlySet<string> =>
  new Set([
    ...(isGiven(fiscalYear) || year?.in?.length === 1 ? ['i."fiscal_year"'] : []),
    ...(isGiven(projectId) ? ['i."fiscal_year"', 'i."implementer_id"', 'i."project_id"'] : []),
  ])
