import type { SqlValue } from '@biaochi/prisma'
import type { SqlValues } from './sql-values.ts'

/** A condition of a WHERE: its SQL, written while its values become parameters. */
export type Condition = (values: SqlValues) => string

export const everyOf =
  (conditions: readonly Condition[]): Condition =>
  (values) =>
    conditions.length === 0 ? 'TRUE' : conditions.map((condition) => `(${condition(values)})`).join(' AND ')

/** Of no conditions none holds. */
export const someOf =
  (conditions: readonly Condition[]): Condition =>
  (values) =>
    conditions.length === 0 ? 'FALSE' : conditions.map((condition) => `(${condition(values)})`).join(' OR ')

/** All rows for which the condition does not hold, those it says nothing about (NULL) included. */
export const not =
  (condition: Condition): Condition =>
  (values) =>
    `(${condition(values)}) IS NOT TRUE`

export const compare =
  (sql: string, operator: '=' | '>' | '>=' | '<' | '<=', value: SqlValue, type: string): Condition =>
  (values) =>
    `${sql} ${operator} ${values.add(value, type)}`

export const isIn =
  (sql: string, list: readonly (string | number)[], type: string): Condition =>
  (values) =>
    `${sql} = ANY(${values.add([...list], `${type}[]`)})`

export const holds =
  (sql: string): Condition =>
  () =>
    sql

/** `pattern` is already escaped for LIKE. */
export const contains =
  (sqls: readonly string[], pattern: string): Condition =>
  (values) => {
    const like = values.add(`%${pattern}%`, 'text')
    return sqls.map((sql) => `${sql} ILIKE ${like}`).join(' OR ')
  }

/** An agency in the subtree of another, that one included. UNION, so that not even a ring of agencies goes on forever. */
export const isWithin =
  (sql: string, agencyId: string): Condition =>
  (values) =>
    `${sql} = ANY(ARRAY(WITH RECURSIVE "below" AS (
      SELECT "id" FROM "agency" WHERE "id" = ${values.add(agencyId, 'uuid')}
      UNION SELECT a."id" FROM "agency" a JOIN "below" b ON a."parent_id" = b."id") SELECT "id" FROM "below"))`
