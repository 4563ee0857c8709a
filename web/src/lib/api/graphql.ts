import { initGraphQLTada } from 'gql.tada'
import type { introspection } from '#lib/generated/graphql-env.d.ts'

/** Documents typed from ../server/schema.graphql; a field the server does not have does not compile. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { Decimal: string; Date: string; DateTime: string }
  disableMasking: true
}>()
