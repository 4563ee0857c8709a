import type { Sql } from '@biaochi/prisma'
import { statsSql, type StatsDimension, type StatsQuestion } from './stats-sql.ts'
import type { StatsNumber } from './stats-numbers.ts'

type Ratio = 'average_awarded' | 'average_rule' | 'average_score' | 'execution_rate' | 'met_rate'

/** Numbers of one group, or of everything: decimals as canonical text, null where nothing was asked or known. */
export interface StatsRow {
  readonly keys: Readonly<Partial<Record<StatsDimension, string | null>>>
  readonly numbers: Readonly<Record<StatsNumber | Ratio, string | null>>
}

export interface Stats {
  readonly total: StatsRow
  readonly groups: readonly StatsRow[]
  /** There were more groups than asked for. */
  readonly hasMore: boolean
}

type SqlRow = StatsRow['numbers'] & {
  readonly is_total: boolean
  readonly [key: `key${number}`]: string | null
}

const nothing: StatsRow = { keys: {}, numbers: {} as StatsRow['numbers'] }

const rowOf = (groupBy: readonly StatsDimension[], row: SqlRow): StatsRow => ({
  keys: Object.fromEntries(groupBy.map((dimension, index) => [dimension, row[`key${index}`] ?? null])),
  numbers: row,
})

/** Answers a question of sums and averages by one statement. */
export const readStats = async (
  sql: Sql,
  question: Omit<StatsQuestion, 'limit'>,
  first: number,
): Promise<Stats> => {
  if (question.groups === null && question.total === null)
    return { total: nothing, groups: [], hasMore: false }
  // One more group than asked for tells whether there are more; the total is a row too.
  const { text, values } = statsSql({ ...question, limit: first + 2 })
  const rows = await sql.query<SqlRow>(text, values)
  const groups = rows.filter((row) => !row.is_total)
  const total = rows.find((row) => row.is_total)
  return {
    total: total === undefined ? nothing : rowOf([], total),
    groups: groups.slice(0, first).map((row) => rowOf(question.groupBy, row)),
    hasMore: groups.length > first,
  }
}
