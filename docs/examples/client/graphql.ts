import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './generated/graphql-env.d.ts'

/** Documents typed from server/schema.graphql; decimals are text, as they are on the wire. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { Decimal: string; Date: string; DateTime: string }
}>()
