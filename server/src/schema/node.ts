import type { GraphQLResolveInfo } from 'graphql'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { refuse } from '../errors.ts'
import { checkedId } from '../paging.ts'
import { readChangeSetsByIds } from '../reads/history-pages.ts'
import { nodeTypes, type NodeType } from '../reads/node-types.ts'
import { NodeRef, type NodeRow } from './node-interface.ts'

const MAX_NODES = 1000

const readType = async (
  type: NodeType,
  ids: readonly string[],
  { db, rows }: Context,
  info: GraphQLResolveInfo,
): Promise<NodeRow[]> => {
  const read = type === 'ChangeSet' ? readChangeSetsByIds(db.sql, ids) : rows.byIds(type, ids, info)
  return (await read).map((row) => ({ ...row, __typename: type }))
}

/** The rows of any ids in their order, null where there is none: one statement finds the tables, one a type reads them. */
const readNodes = async (
  ids: readonly string[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<(NodeRow | null)[]> => {
  const wanted = ids.map((id) => checkedId(id, context).toLowerCase())
  const types = await nodeTypes(context.db.sql, [...new Set(wanted)])
  const byType = Map.groupBy(types.keys(), (id) => types.get(id))
  const read = [...byType].map(([type, some]) =>
    type === undefined ? [] : readType(type, some, context, info),
  )
  const nodes = new Map((await Promise.all(read)).flat().map((node) => [node.id, node]))
  return wanted.map((id) => nodes.get(id) ?? null)
}

builder.queryFields((t) => ({
  node: t.field({
    type: NodeRef,
    nullable: true,
    description: '凭标识取一个对象，不论种类；没有则为空。Anything by its id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: '标识。Identifier.' }) },
    resolve: async (_root, { id }, context, info) => (await readNodes([id], context, info))[0] ?? null,
  }),
  nodes: t.field({
    type: [NodeRef],
    nullable: { list: false, items: true },
    description: '凭标识取许多对象，次序与标识相同，没有的为空。Many at once, in the order of the ids.',
    args: {
      ids: t.arg.idList({
        required: true,
        description: `标识，最多 ${MAX_NODES} 个。Identifiers, at most ${MAX_NODES}.`,
      }),
    },
    resolve: (_root, { ids }, context, info) => {
      if (ids.length > MAX_NODES)
        throw refuse(context.locale, 'TOO_LARGE', 'list-too-long', { max: MAX_NODES })
      return readNodes(ids, context, info)
    },
  }),
}))
