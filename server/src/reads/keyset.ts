import { z } from 'zod'
import type { Condition } from './condition.ts'

const shapes = {
  int: z.int().min(-2147483648).max(2147483647),
  uuid: z.uuid(),
  text: z.string().refine((text) => !text.includes('\0') && text.isWellFormed()),
  numeric: z.string().regex(/^-?\d{1,50}(\.\d{1,20})?$/),
  date: z.iso.date(),
  timestamptz: z.iso.datetime(),
  boolean: z.boolean(),
}

export type Direction = 'ASC' | 'DESC'

/** Something rows are ordered by; NULL comes last in both directions. */
export interface OrderKey {
  readonly sql: string
  readonly type: keyof typeof shapes
  readonly nullable?: boolean
  readonly direction: Direction
}

export type Value = string | number | boolean | null

const shapeOf = ({ type, nullable }: OrderKey): z.ZodType<unknown> =>
  nullable === true ? shapes[type].nullable() : shapes[type]

/** What a cursor holds: the name of its order, then one value for each key. */
export const cursorShape = (
  name: string,
  keys: readonly OrderKey[],
): z.ZodType<readonly [string, ...Value[]]> =>
  z
    .tuple([z.literal(name)], z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .refine(
      ([, ...values]) =>
        values.length === keys.length &&
        keys.every((key, index) => shapeOf(key).safeParse(values[index]).success),
    )

// Text where the drivers would answer each in its own way.
const cursorSql = ({ sql, type }: OrderKey): string => {
  if (type === 'numeric') return `trim_scale(${sql})::text`
  if (type === 'date') return `${sql}::text`
  if (type === 'timestamptz') return `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  return sql
}

/** What a page selects besides its rows, so that a cursor can be made of any of them. */
export const cursorColumns = (keys: readonly OrderKey[]): string[] =>
  keys.map((key, index) => `${cursorSql(key)} AS "cursor${index}"`)

export const orderBySql = (keys: readonly OrderKey[]): string =>
  keys
    .map(({ sql, direction, nullable }) => `${sql} ${direction}${nullable === true ? ' NULLS LAST' : ''}`)
    .join(', ')

interface Place {
  readonly key: OrderKey
  readonly value: Value
}

const tuple = (parts: readonly string[]): string =>
  parts.length === 1 ? parts.join() : `(${parts.join(', ')})`

const beyond = (places: readonly Place[]): Condition => {
  const [first] = places
  if (first === undefined) return () => 'FALSE'
  const { sql, type, direction } = first.key
  const operator = direction === 'ASC' ? '>' : '<'
  if (first.key.nullable === true) {
    const rest = beyond(places.slice(1))
    if (first.value === null) return (values) => `${sql} IS NULL AND (${rest(values)})`
    return (values) => {
      const value = values.add(first.value, type)
      return `${sql} ${operator} ${value} OR ${sql} IS NULL OR (${sql} = ${value} AND (${rest(values)}))`
    }
  }
  // As many keys as go the same way are compared as one row: an index can start there.
  const stop = places.findIndex(({ key }) => key.nullable === true || key.direction !== direction)
  const run = stop === -1 ? places : places.slice(0, stop)
  const rest = places.slice(run.length)
  return (values) => {
    const left = tuple(run.map(({ key }) => key.sql))
    const right = tuple(run.map(({ key, value }) => values.add(value, key.type)))
    if (rest.length === 0) return `${left} ${operator} ${right}`
    return `${left} ${operator}= ${right} AND (${left} ${operator} ${right} OR (${beyond(rest)(values)}))`
  }
}

/** The rows after the one with this sort key. `fixed` are keys the filter pins to one value: they decide nothing. */
export const afterKey = (
  keys: readonly OrderKey[],
  cursor: readonly Value[],
  fixed: ReadonlySet<string>,
): Condition => {
  const places = keys.map((key, index) => ({ key, value: cursor[index] ?? null }))
  return beyond(places.filter(({ key }) => !fixed.has(key.sql)))
}
