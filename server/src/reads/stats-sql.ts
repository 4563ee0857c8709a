import type { SqlValue } from '@biaochi/prisma'
import { exactRatio, SqlValues } from './sql-values.ts'
import {
  allNumbers,
  fundNumbers,
  indicatorNumbers,
  keptNumbers,
  projectNumbers,
  type Numbers,
  type StatsNumber,
} from './stats-numbers.ts'

/** What numbers can be grouped by. */
export type StatsDimension = 'FISCAL_YEAR' | 'AGENCY' | 'TOP_AGENCY' | 'LEVEL1' | 'LEVEL2' | 'GRADE' | 'FORM'

/** The numbers an answer needs: what nobody asked for is not counted, its table not read. */
export type AskedNumbers = ReadonlySet<StatsNumber>

export interface StatsQuestion {
  readonly groupBy: readonly StatsDimension[]
  /** Of the groups and of the whole; null where it was not asked for. */
  readonly groups: AskedNumbers | null
  readonly total: AskedNumbers | null
  readonly fiscalYears: readonly number[] | null
  readonly agencyIds: readonly string[] | null
  readonly forms: readonly string[] | null
  readonly states: readonly string[] | null
  readonly level1s: readonly string[] | null
  readonly period: string | null
  /** For TOP_AGENCY: which agency each implementer counts for. */
  readonly tops: readonly (readonly [implementer: string, top: string])[]
  readonly limit: number
}

type Alias = 'i' | 'p'

const isLevel = (dimension: StatsDimension): boolean => dimension === 'LEVEL1' || dimension === 'LEVEL2'

const keyColumn = (dimension: StatsDimension, from: Alias): string => {
  switch (dimension) {
    case 'FISCAL_YEAR':
      return `${from}."fiscal_year"`
    case 'AGENCY':
      return `${from}."implementer_id"`
    case 'TOP_AGENCY':
      return `top."top"`
    case 'LEVEL1':
    case 'LEVEL2':
      return `i."${dimension.toLowerCase()}"`
    case 'GRADE':
      return 'p."awarded_grade"'
    case 'FORM':
      return 'p."form"'
  }
}

const fundJoin = (alias: string, stage: string): string =>
  `LEFT JOIN "fund" ${alias} ON ${alias}."project_id" = p."id" AND ${alias}."period" = 'ANNUAL'
     AND ${alias}."source" = 'ALL' AND ${alias}."stage" = '${stage}'`

const columns = (asked: AskedNumbers, own: Numbers): string =>
  allNumbers
    .map((name) => `(${(asked.has(name) ? own[name] : undefined) ?? 'NULL'})::numeric AS "${name}"`)
    .join(', ')

const asksFor = (asked: AskedNumbers, own: Numbers): boolean => [...asked].some((name) => name in own)

const asksOnly = (asked: AskedNumbers, own: Numbers): boolean =>
  asked.size > 0 && [...asked].every((name) => name in own)

const ofProjects: Numbers = { ...projectNumbers, ...fundNumbers }

/** The statement's text: partial sums of projects and of indicators, of the groups and of the whole, side by side. */
const writer = (question: StatsQuestion, values: SqlValues) => {
  const { groupBy, fiscalYears, agencyIds, forms, states, level1s, period, tops } = question
  const put = (value: SqlValue, type: string): string => (value === null ? 'NULL' : values.add(value, type))
  const sent = {
    years: put(fiscalYears, 'int[]'),
    agencies: put(agencyIds, 'uuid[]'),
    forms: put(forms, 'text[]'),
    states: put(states, 'text[]'),
    level1s: put(level1s, 'text[]'),
    period: put(period, 'text'),
  }
  const top = groupBy.includes('TOP_AGENCY')
    ? `unnest(${put(
        tops.map(([implementer]) => implementer),
        'uuid[]',
      )}, ${put(
        tops.map(([, agency]) => agency),
        'uuid[]',
      )}) AS top("implementer", "top")`
    : ''
  const ofBoth = (from: Alias): string[] => [
    ...(fiscalYears !== null ? [`${from}."fiscal_year" = ANY(${sent.years})`] : []),
    ...(agencyIds !== null ? [`${from}."implementer_id" = ANY(${sent.agencies})`] : []),
  ]
  const ofProject = [
    ...(forms !== null ? [`p."form"::text = ANY(${sent.forms})`] : []),
    ...(states !== null ? [`p."state"::text = ANY(${sent.states})`] : []),
  ]
  const ofIndicator = [
    ...(level1s !== null ? [`i."level1" = ANY(${sent.level1s})`] : []),
    ...(period === null ? [] : [`i."period"::text = ${sent.period}`]),
  ]
  const where = (conditions: readonly string[]): string =>
    conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  const topJoin = (by: readonly StatsDimension[], from: Alias): string =>
    by.includes('TOP_AGENCY') ? `LEFT JOIN ${top} ON top."implementer" = ${from}."implementer_id"` : ''
  const keys = (by: readonly StatsDimension[], from: Alias): string[] =>
    groupBy.map((dimension) => (by.includes(dimension) ? `${keyColumn(dimension, from)}::text` : 'NULL'))
  const grouped = (by: readonly StatsDimension[], from: Alias): string =>
    by.length === 0 ? '' : `GROUP BY ${by.map((dimension) => keyColumn(dimension, from)).join(', ')}`
  const head = (by: readonly StatsDimension[], total: boolean, from: Alias): string =>
    [`${total} AS "is_total"`, ...keys(by, from).map((key, index) => `${key} AS "key${index}"`)].join(', ')

  const indicatorPart = (asked: AskedNumbers, by: readonly StatsDimension[], total: boolean): string => {
    const withProject =
      ofProject.length > 0 || by.some((dimension) => dimension === 'GRADE' || dimension === 'FORM')
    return `SELECT ${head(by, total, 'i')}, ${columns(asked, indicatorNumbers)} FROM "indicator" i
      ${withProject ? 'JOIN "project" p ON p."id" = i."project_id"' : ''} ${topJoin(by, 'i')}
      ${where([...ofBoth('i'), ...ofProject, ...ofIndicator])} ${grouped(by, 'i')}`
  }
  const projectPart = (asked: AskedNumbers, by: readonly StatsDimension[], total: boolean): string => {
    const funds = asksFor(asked, fundNumbers)
    const levels = by.filter(isLevel).map((dimension) => `"${dimension.toLowerCase()}"`)
    // A project counts once in every level that it has indicators of.
    const having =
      levels.length > 0 || ofIndicator.length > 0
        ? `JOIN (SELECT DISTINCT ${['"project_id"', ...levels].join(', ')} FROM "indicator" i
             ${where([...ofBoth('i'), ...ofIndicator])}) i ON i."project_id" = p."id"`
        : ''
    const kept = having === '' ? keptNumbers : {}
    // Projects decide which groups there are, but for a question about indicators alone.
    const counted = asksOnly(asked, kept) ? ['p."indicator_count" > 0'] : []
    return `SELECT ${head(by, total, 'p')}, ${columns(asked, { ...ofProjects, ...kept })} FROM "project" p
      ${having} ${topJoin(by, 'p')} ${funds ? `${fundJoin('fa', 'ADJUSTED')} ${fundJoin('fe', 'EXECUTED')}` : ''}
      ${where([...ofBoth('p'), ...ofProject, ...counted])} ${grouped(by, 'p')}`
  }
  return (asked: AskedNumbers | null, by: readonly StatsDimension[], total: boolean): string[] => {
    if (asked === null) return []
    const inParts = ofIndicator.length > 0 || by.some(isLevel)
    return [
      ...(inParts && asksOnly(asked, indicatorNumbers) ? [] : [projectPart(asked, by, total)]),
      ...(inParts && asksFor(asked, indicatorNumbers) ? [indicatorPart(asked, by, total)] : []),
    ]
  }
}

// 优 before 良 before 中 before 差, the newest year first, the rest as they are written; what has no key comes last.
const orderOf = (dimension: StatsDimension, key: string): string => {
  if (dimension === 'FISCAL_YEAR') return `${key}::int DESC NULLS LAST`
  if (dimension === 'GRADE') return `array_position(ARRAY['优', '良', '中', '差'], ${key}) NULLS LAST`
  return `${key} COLLATE "C" NULLS LAST`
}

/** One statement for groups and total together; every number comes as canonical text. */
export const statsSql = (question: StatsQuestion): { text: string; values: readonly SqlValue[] } => {
  const values = new SqlValues()
  const write = writer(question, values)
  const { groupBy } = question
  const keys = groupBy.map((_dimension, index) => `"key${index}"`)
  const parts = [...write(question.groups, groupBy, false), ...write(question.total, [], true)]
  const sums = allNumbers.map((name) => `sum("${name}") AS "${name}"`)
  const shown = allNumbers.map((name) => `trim_scale("${name}")::text AS "${name}"`)
  const ratios = [
    `${exactRatio('"awarded_sum"', '"awarded_count"', 4)} AS "average_awarded"`,
    `${exactRatio('"rule_sum"', '"rule_count"', 4)} AS "average_rule"`,
    `${exactRatio('"score"', '"scored"', 4)} AS "average_score"`,
    `${exactRatio('100 * "executed"', '"adjusted"', 2)} AS "execution_rate"`,
    `${exactRatio('100 * "met"', '"judged"', 2)} AS "met_rate"`,
  ]
  const order = ['"is_total" DESC', ...groupBy.map((dimension, index) => orderOf(dimension, `"key${index}"`))]
  const text = `SELECT ${['"is_total"', ...keys, ...shown, ...ratios].join(', ')} FROM (
    SELECT ${['"is_total"', ...keys, ...sums].join(', ')} FROM (${parts.join(' UNION ALL ')}) AS part
    GROUP BY ${['"is_total"', ...keys].join(', ')}) AS whole
    ORDER BY ${order.join(', ')} LIMIT ${values.add(question.limit, 'int')}`
  return { text, values: values.list }
}
