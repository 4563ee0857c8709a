import type { Sql } from '@biaochi/prisma'

/** The tables whose rows are nodes, by the name of their type. */
const nodeTables = {
  Agency: 'agency',
  Project: 'project',
  Indicator: 'indicator',
  ImportBatch: 'import_batch',
  ChangeSet: 'change_set',
} as const

export type NodeType = keyof typeof nodeTables

// The name of a type is a constant of ours and is written into the statement.
const statement = Object.entries(nodeTables)
  .map(([type, table]) => `SELECT '${type}' AS "type", "id" FROM "${table}" WHERE "id" = ANY($1::uuid[])`)
  .join(' UNION ALL ')

/** Which type each id is of, by one statement over primary keys; ids of no row are left out. */
export const nodeTypes = async (sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, NodeType>> => {
  if (ids.length === 0) return new Map()
  const rows = await sql.query<{ type: NodeType; id: string }>(statement, [ids], { prepared: true })
  return new Map(rows.map(({ type, id }) => [id, type]))
}
