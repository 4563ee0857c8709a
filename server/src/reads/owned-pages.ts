import type { Context } from '../context.ts'
import { decodeCursor, encodeCursor } from '../paging.ts'
import { everyOf, type Condition } from './condition.ts'
import { afterKey, cursorColumns, cursorShape, orderBySql, type Value } from './keyset.ts'
import type { Order } from './order-keys.ts'
import type { RowPage } from './page.ts'
import type { Plan } from './plan.ts'
import type { ProjectRow } from './row-types.ts'
import { SqlValues } from './sql-values.ts'

/** Pages of projects asked for below many agencies by one and the same field of an operation. */
export interface OwnedListing {
  readonly where: Condition
  readonly order: Order
  readonly size: number
  readonly after: string | null
  readonly plan: Plan
}

/** An owner with the implementers whose projects count for it. */
export type Members = ReadonlyMap<string, readonly string[]>

type Owned = ProjectRow & { readonly owner: string } & Readonly<Record<`cursor${number}`, Value>>

const membersSql = (members: Members, values: SqlValues): string => {
  const pairs = [...members].flatMap(([owner, ids]) => ids.map((id) => [owner, id] as const))
  const owners = values.add(
    pairs.map(([owner]) => owner),
    'uuid[]',
  )
  const ids = values.add(
    pairs.map(([, id]) => id),
    'uuid[]',
  )
  return `unnest(${owners}, ${ids}) AS m("owner", "member")`
}

/** One page for each owner, all by one statement: each owner's rows are cut where its page ends. */
export const readOwnedPages = async (
  { where, order: { keys, name }, size, after, plan }: OwnedListing,
  members: Members,
  count: (owner: string) => Promise<number>,
  context: Context,
): Promise<ReadonlyMap<string, RowPage<ProjectRow>>> => {
  const cursor = decodeCursor(after, cursorShape(name, keys), context)
  const condition = cursor === null ? where : everyOf([where, afterKey(keys, cursor.slice(1), new Set())])
  const values = new SqlValues()
  const order = orderBySql(keys)
  // The rows' type is the plan's; the owner and the cursor stand beside it.
  const rows = (await context.rows.page('Project', plan, {
    tail: `FROM (SELECT "owner", array_agg("member") AS "members" FROM ${membersSql(members, values)} GROUP BY "owner") w
      CROSS JOIN LATERAL (SELECT p.* FROM "project" p WHERE p."implementer_id" = ANY(w."members")
        AND (${condition(values)}) ORDER BY ${order} LIMIT ${values.add(size + 1, 'int')}) p
      ORDER BY w."owner", ${order}`,
    values: values.list,
    more: ['w."owner"', ...cursorColumns(keys)],
  })) as readonly Owned[]
  const byOwner = Map.groupBy(rows, ({ owner }) => owner)
  return new Map(
    [...members.keys()].map((owner) => {
      const found = byOwner.get(owner) ?? []
      const nodes = found.slice(0, size)
      const cursorOf = (row: Owned): string =>
        encodeCursor([name, ...keys.map((_key, index) => row[`cursor${index}`] ?? null)])
      const last = nodes.at(-1)
      return [
        owner,
        {
          nodes,
          edges: nodes.map((node) => ({ node, cursor: cursorOf(node) })),
          endCursor: () => (last === undefined ? null : cursorOf(last)),
          hasNextPage: found.length > size,
          count: () => count(owner),
        },
      ]
    }),
  )
}

/** How many projects each owner has, by one statement. */
export const countOwned = async (
  where: Condition,
  members: Members,
  { db }: Context,
): Promise<ReadonlyMap<string, number>> => {
  const values = new SqlValues()
  const rows = await db.sql.query<{ owner: string; count: number }>(
    `SELECT m."owner", count(*)::int AS "count" FROM ${membersSql(members, values)}
     JOIN "project" p ON p."implementer_id" = m."member" WHERE ${where(values)} GROUP BY m."owner"`,
    values.list,
  )
  return new Map(rows.map(({ owner, count }) => [owner, count]))
}
