import type { ObjectRef } from '@pothos/core'
import { builder } from '../builder.ts'

/** One page of rows, each with the cursor that continues after it. */
export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[]
  /** The rows themselves and the last cursor, where they come cheaper than through `edges`. */
  readonly nodes?: readonly Node[]
  readonly endCursor?: () => string | null
  readonly hasNextPage: boolean
  /** Counted only when asked for. */
  readonly count: () => Promise<number>
}

const PageInfo = builder.objectRef<Page<unknown>>('PageInfo').implement({
  description: '分页信息。',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: '后面还有。' }),
    endCursor: t.string({
      nullable: true,
      description: '本页最后一行的游标，作为下一页的 after。',
      resolve: (page) =>
        (page.endCursor === undefined ? page.edges.at(-1)?.cursor : page.endCursor()) ?? null,
    }),
  }),
})

type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer T> ? T : never

/** The connection and edge types of a row type. */
export const connectionOf = (name: string, node: ObjectRef<Types, object>) => {
  const Edge = builder.objectRef<Page<object>['edges'][number]>(`${name}Edge`).implement({
    description: '一行和它的游标。',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: '由此继续的游标。' }),
      node: t.field({ type: node, description: '行。', resolve: (edge) => edge.node }),
    }),
  })
  return builder.objectRef<Page<object>>(`${name}Connection`).implement({
    description: '一页。',
    fields: (t) => ({
      edges: t.field({ type: [Edge], description: '各行及其游标。', resolve: (page) => [...page.edges] }),
      nodes: t.field({
        type: [node],
        description: '各行。',
        resolve: (page) => [...(page.nodes ?? page.edges.map((edge) => edge.node))],
      }),
      pageInfo: t.field({ type: PageInfo, description: '分页信息。', resolve: (page) => page }),
      totalCount: t.int({ description: '总行数；要了才数。', resolve: (page) => page.count() }),
    }),
  })
}
