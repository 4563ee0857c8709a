import { Kind, type FieldNode, type GraphQLField, type ValueNode } from 'graphql'

export type VariableValues = Readonly<Record<string, unknown>>

const whole = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : null

const given = (value: ValueNode, variables: VariableValues): number | null => {
  if (value.kind === Kind.INT) return whole(Number(value.value))
  return value.kind === Kind.VARIABLE ? whole(variables[value.name.value]) : null
}

/** The `first` of a field: as written, from a variable, or the schema's default; null where there is none. */
export const pageSizeOf = (
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  variables: VariableValues,
): number | null => {
  const argument = field.args.find(({ name }) => name === 'first')
  if (argument === undefined) return null
  const written = node.arguments?.find(({ name }) => name.value === 'first')
  const size = written === undefined ? null : given(written.value, variables)
  return size ?? whole(argument.default?.value)
}

/** How many rows are asked for by a list of their ids; null where there is none. */
export const listedIds = (node: FieldNode, variables: VariableValues): number | null => {
  const written = node.arguments?.find(({ name }) => name.value === 'ids')?.value
  if (written === undefined) return null
  const ids = written.kind === Kind.VARIABLE ? variables[written.name.value] : null
  if (Array.isArray(ids)) return ids.length
  return written.kind === Kind.LIST ? written.values.length : null
}
