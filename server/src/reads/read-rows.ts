import type { Sql, SqlValue } from '@biaochi/prisma'
import { emptyPlan, mergePlan, type Plan } from './plan.ts'
import type { TypeName } from './row-types.ts'
import { tables, type Relation } from './tables.ts'

/** A row while it is put together: relations are hung on it beside its columns. */
export type OpenRow = Record<string, unknown>

/** Where agencies come from when the tree around them is asked for. */
export type FindAgencies = () => Promise<ReadonlyMap<string, object>>

export interface Reading {
  readonly sql: Sql
  readonly agencies: FindAgencies
}

/** The columns of a plan as a SELECT list. */
export const selectList = ({ type, columns }: Plan): string => {
  const known = tables[type].columns
  return [...columns]
    .map((key) => {
      const selected = known.get(key)
      if (selected === undefined) throw new Error(`${type} has no column ${key}`)
      return selected
    })
    .join(', ')
}

const idsOf = (rows: readonly OpenRow[], key: string): string[] => {
  const ids = new Set<string>()
  for (const row of rows) {
    const id = row[key]
    if (typeof id === 'string') ids.add(id)
  }
  return [...ids]
}

/** The rows of these ids with everything the plan asks for, by id. */
export const readByIds = async (
  reading: Reading,
  plan: Plan,
  ids: readonly string[],
): Promise<ReadonlyMap<string, object>> => {
  if (plan.tree) return reading.agencies()
  if (ids.length === 0) return new Map()
  const rows = await reading.sql.query<OpenRow>(
    `SELECT ${selectList(plan)} FROM "${tables[plan.type].name}" WHERE "id" = ANY($1::uuid[])`,
    [ids],
    { prepared: true },
  )
  await attachRelations(reading, plan, rows)
  return new Map(rows.map((row) => [String(row['id']), row]))
}

type Link<Kind> = Extract<Relation, { kind: Kind }> & { readonly name: string; readonly plan: Plan }

const attachOnes = async (
  reading: Reading,
  type: TypeName,
  links: readonly Link<'one'>[],
  rows: readonly OpenRow[],
): Promise<void> => {
  const plan = emptyPlan(type)
  for (const link of links) mergePlan(plan, link.plan)
  const ids = new Set(links.flatMap(({ key }) => idsOf(rows, key)))
  const found = await readByIds(reading, plan, [...ids])
  for (const { name, key } of links) for (const row of rows) row[name] = found.get(String(row[key])) ?? null
}

const attachMany = async (
  reading: Reading,
  { name, key, column, order, to, plan }: Link<'many'>,
  rows: readonly OpenRow[],
): Promise<void> => {
  const parents = new Map<unknown, OpenRow[]>(rows.map((row) => [row['id'], []]))
  const found = await reading.sql.query<OpenRow>(
    `SELECT ${selectList(plan)} FROM "${tables[to].name}" WHERE "${column}" = ANY($1::uuid[]) ORDER BY ${order}`,
    [idsOf(rows, 'id')],
    { prepared: true },
  )
  for (const row of found) parents.get(row[key])?.push(row)
  for (const row of rows) row[name] = parents.get(row['id'])
  await attachRelations(reading, plan, found)
}

/** Hangs on every row the relations its plan asks for: one statement a list, one for all rows of a type it points to. */
export const attachRelations = async (
  reading: Reading,
  plan: Plan,
  rows: readonly OpenRow[],
): Promise<void> => {
  if (plan.relations.size === 0 || rows.length === 0) return
  const ones = new Map<TypeName, Link<'one'>[]>()
  const work: Promise<void>[] = []
  for (const [name, nested] of plan.relations) {
    const relation = tables[plan.type].relations[name]
    if (relation?.kind === 'many') work.push(attachMany(reading, { ...relation, name, plan: nested }, rows))
    else if (relation !== undefined)
      ones.set(relation.to, [...(ones.get(relation.to) ?? []), { ...relation, name, plan: nested }])
  }
  for (const [type, links] of ones) work.push(attachOnes(reading, type, links, rows))
  await Promise.all(work)
}

/** The rows a statement's tail (FROM … ORDER BY … LIMIT …) finds, with everything the plan asks for. */
export const readRows = async (
  reading: Reading,
  plan: Plan,
  tail: string,
  values: readonly SqlValue[],
  more: readonly string[] = [],
): Promise<readonly OpenRow[]> => {
  const rows = await reading.sql.query<OpenRow>(
    `SELECT ${[selectList(plan), ...more].join(', ')} ${tail}`,
    values,
    { prepared: true },
  )
  await attachRelations(reading, plan, rows)
  return rows
}
