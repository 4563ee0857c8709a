import type { GraphQLResolveInfo } from 'graphql'
import { askedFields } from '../asked-fields.ts'
import type { Context } from '../context.ts'
import { checkedSize, decodeCursor, encodeCursor } from '../paging.ts'
import { everyOf, type Condition } from './condition.ts'
import { afterKey, cursorColumns, cursorShape, orderBySql, type Value } from './keyset.ts'
import type { Order } from './order-keys.ts'
import { planOfInfo } from './plan-of-info.ts'
import type { Rows, TypeName } from './row-types.ts'
import { SqlValues } from './sql-values.ts'

/** Which rows of which table, in which order. */
export interface Listing {
  /** The table with the alias the conditions and keys use. */
  readonly source: string
  readonly where: Condition
  /** The SQL of keys the filter pins to one value. */
  readonly fixed: ReadonlySet<string>
  readonly order: Order
}

export interface PageArgs {
  readonly first: number
  readonly after?: string | null | undefined
}

/** One page of rows, each with the cursor that continues after it. */
export interface RowPage<Node> {
  readonly nodes: readonly Node[]
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[]
  readonly endCursor: () => string | null
  readonly hasNextPage: boolean
  readonly count: () => Promise<number>
}

const nodePaths = [['nodes'], ['edges', 'node']]
const cursorFields = ['pageInfo.endCursor', 'edges.cursor']

/** Reads a page: one statement for the rows, and one a level and list for what is asked of them. */
export const readPage = async <Type extends TypeName>(
  type: Type,
  { source, where, fixed, order: { keys, name } }: Listing,
  { first, after, max }: PageArgs & { readonly max: number },
  context: Context,
  info: GraphQLResolveInfo,
): Promise<RowPage<Rows[Type]>> => {
  const size = checkedSize(first, max, context)
  const cursor = decodeCursor(after, cursorShape(name, keys), context)
  const condition = cursor === null ? where : everyOf([where, afterKey(keys, cursor.slice(1), fixed)])
  const values = new SqlValues()
  const asked = askedFields(info)
  const rows = await context.rows.page(type, planOfInfo(info, type, nodePaths), {
    tail: `FROM ${source} WHERE ${condition(values)} ORDER BY ${orderBySql(keys)} LIMIT ${values.add(size + 1, 'int')}`,
    values: values.list,
    more: cursorFields.some((field) => asked.has(field)) ? cursorColumns(keys) : [],
  })
  const nodes = rows.length > size ? rows.slice(0, size) : rows
  const cursorOf = (row: object): string => {
    // The cursor's columns stand beside the plan's.
    const columns = row as Readonly<Record<`cursor${number}`, Value>>
    return encodeCursor([name, ...keys.map((_key, index) => columns[`cursor${index}`] ?? null)])
  }
  return {
    nodes,
    get edges() {
      return nodes.map((node) => ({ node, cursor: cursorOf(node) }))
    },
    endCursor: () => {
      const last = nodes.at(-1)
      return last === undefined ? null : cursorOf(last)
    },
    hasNextPage: rows.length > size,
    count: async () => {
      const counted = new SqlValues()
      const text = `SELECT count(*)::int AS "count" FROM ${source} WHERE ${where(counted)}`
      return (await context.db.sql.query<{ count: number }>(text, counted.list))[0]?.count ?? 0
    },
  }
}
