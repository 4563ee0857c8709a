import {
  isAbstractType,
  Kind,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** A walk over what an operation asks for; it varies when a part of it hung on @skip or @include. */
export interface Walk {
  readonly info: GraphQLResolveInfo
  varies: boolean
}

// graphql-js keeps coerced values in `coerced`; graphql-jit hands them over as they are.
const variableOf = ({ variableValues }: GraphQLResolveInfo, name: string): unknown => {
  const { coerced, sources }: { coerced?: object; sources?: object } = variableValues
  const values: object = sources !== undefined && coerced !== undefined ? coerced : variableValues
  return Object.entries(values).find(([key]) => key === name)?.[1]
}

const isIncluded = (node: SelectionNode, walk: Walk): boolean => {
  for (const directive of node.directives ?? []) {
    const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value
    if (value === undefined) continue
    walk.varies = true
    const given =
      value.kind === Kind.VARIABLE
        ? variableOf(walk.info, value.name.value)
        : value.kind === Kind.BOOLEAN && value.value
    if (directive.name.value === 'skip' ? given === true : given === false) return false
  }
  return true
}

type Visit = (field: GraphQLField<unknown, unknown>, selections: SelectionSetNode | undefined) => void

/** Every field asked of an object type, through fragments and past what @skip and @include leave out. */
export const eachField = (
  selections: SelectionSetNode | undefined,
  type: GraphQLObjectType,
  walk: Walk,
  visit: Visit,
): void => {
  const { schema, fragments } = walk.info
  const applies = (condition: string | undefined): boolean => {
    if (condition === undefined || condition === type.name) return true
    const other = schema.getType(condition)
    return isAbstractType(other) && schema.isSubType(other, type)
  }
  for (const node of selections?.selections ?? []) {
    if (!isIncluded(node, walk)) continue
    if (node.kind === Kind.FIELD) {
      const field = type.getFields()[node.name.value]
      if (field !== undefined) visit(field, node.selectionSet)
    } else {
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value]
      if (fragment !== undefined && applies(fragment.typeCondition?.name.value))
        eachField(fragment.selectionSet, type, walk, visit)
    }
  }
}
