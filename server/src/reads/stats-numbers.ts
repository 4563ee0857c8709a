/** What is counted and summed, each as SQL over its own table: `p` project, `fa` and `fe` its funds, `i` indicator. */
export const allNumbers = [
  'projects',
  'awarded_sum',
  'awarded_count',
  'rule_sum',
  'rule_count',
  'block',
  'explain',
  'warn',
  'adjusted',
  'executed',
  'indicators',
  'weight',
  'rule_score',
  'score',
  'scored',
  'met',
  'judged',
] as const

export type StatsNumber = (typeof allNumbers)[number]
export type Numbers = Partial<Record<StatsNumber, string>>

export const projectNumbers: Numbers = {
  projects: 'count(*)',
  awarded_sum: 'sum(p."awarded_total")',
  awarded_count: 'count(p."awarded_total")',
  rule_sum: 'sum(p."rule_total")',
  rule_count: 'count(p."rule_total")',
  block: 'sum(p."blocking_findings")',
  explain: 'sum(p."explain_findings")',
  warn: 'sum(p."warning_findings")',
}

// A project counts for the execution rate only where its form has both numbers.
export const fundNumbers: Numbers = {
  adjusted: 'sum(fa."amount") FILTER (WHERE fe."amount" IS NOT NULL)',
  executed: 'sum(fe."amount") FILTER (WHERE fa."amount" IS NOT NULL)',
}

/** The sums over all indicators of a project are kept with it (see indicator-sums.ts). */
export const keptNumbers: Numbers = {
  indicators: 'sum(p."indicator_count")',
  weight: 'sum(p."weight_sum")',
  rule_score: 'sum(p."rule_score_sum")',
  score: 'sum(p."score_sum")',
  scored: 'sum(p."scored_count")',
  met: 'sum(p."met_count")',
  judged: 'sum(p."judged_count")',
}

/** The same over some indicators of a project: of a level, of a period. */
export const indicatorNumbers: Numbers = {
  indicators: 'count(*)',
  weight: 'sum(i."weight")',
  rule_score: 'sum(i."rule_score")',
  score: 'sum(i."score")',
  scored: 'count(i."score")',
  met: 'count(*) FILTER (WHERE i."met")',
  judged: 'count(i."met")',
}
