import { builder } from '../builder.ts'

/** A row that can be found by its id alone, with the name of its type. */
export interface NodeRow {
  readonly id: string
  readonly __typename?: string
}

export const NodeRef = builder.interfaceRef<NodeRow>('Node').implement({
  description:
    '有标识、可以只凭标识取到的对象：单位、项目、指标、修改、导入批次。Anything that can be had by its id alone.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '标识（UUIDv7）。Identifier, a UUIDv7.' }),
  }),
  // Rows do not know their table: whoever reads a node says which type it is.
  resolveType: (node) => node.__typename,
})
