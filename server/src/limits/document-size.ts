import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { assumedSize, readingCost } from './list-sizes.ts'
import { listedIds, pageSizeOf, type VariableValues } from './page-size-of.ts'

/** How much a selection asks for; fragments count as often as they are used. */
export interface Size {
  readonly objects: number
  readonly fields: number
  readonly aliases: number
  readonly depth: number
  /** The way to the deepest field. */
  readonly deepest: Way | null
}

/** Response keys from the outside in. */
export interface Way {
  readonly key: string
  readonly next: Way | null
}

/** The whole schema, when it is asked for its own types. */
const INTROSPECTION = 5_000

const nothing: Size = { objects: 0, fields: 0, aliases: 0, depth: 0, deepest: null }

const together = (one: Size, other: Size): Size => {
  const deeper = other.depth > one.depth ? other : one
  return {
    objects: one.objects + other.objects,
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
    depth: deeper.depth,
    deepest: deeper.deepest,
  }
}

const fieldOf = (
  type: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined

export interface Measured {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly variables: VariableValues
  /** Called with every `first` in the document. */
  readonly onPage: (size: number, node: FieldNode) => void
}

/** What an operation asks for; one walk, each fragment measured once for each page size it stands under. */
export const sizeOf = (operation: OperationDefinitionNode, measured: Measured): Size => {
  const { schema, fragments, variables, onPage } = measured
  const known = new Map<string, Size>()

  const fieldSize = (node: FieldNode, parent: GraphQLNamedType | undefined, page: number | null): Size => {
    const key = node.alias?.value ?? node.name.value
    const field = fieldOf(parent, node.name.value)
    const own = { fields: 1, aliases: node.alias === undefined ? 0 : 1 }
    if (node.name.value.startsWith('__'))
      return { ...nothing, ...own, objects: node.selectionSet === undefined ? 0 : INTROSPECTION, depth: 1 }
    const first = field === undefined ? null : pageSizeOf(node, field, variables)
    if (first !== null) onPage(first, node)
    const type = isNonNullType(field?.type) ? field.type.ofType : field?.type
    const isList = isListType(type)
    const rows = isList
      ? (first ?? page ?? listedIds(node, variables) ?? assumedSize(parent?.name ?? '', node.name.value))
      : 1
    const named = getNamedType(field?.type)
    // A connection hands its page on to its lists.
    const inner = selectionSize(node.selectionSet, named, isList ? null : first)
    return {
      objects: isCompositeType(named)
        ? rows * (1 + inner.objects) + readingCost(parent?.name ?? '', node.name.value)
        : 0,
      fields: own.fields + inner.fields,
      aliases: own.aliases + inner.aliases,
      depth: 1 + inner.depth,
      deepest: { key, next: inner.deepest },
    }
  }

  const fragmentSize = (name: string, page: number | null): Size => {
    const id = `${name} ${page}`
    const before = known.get(id)
    if (before !== undefined) return before
    const fragment = fragments.get(name)
    // Also what a fragment inside itself counts; validation refuses it.
    known.set(id, nothing)
    if (fragment === undefined) return nothing
    const size = selectionSize(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), page)
    known.set(id, size)
    return size
  }

  const selectionSize = (
    set: SelectionSetNode | undefined,
    parent: GraphQLNamedType | undefined,
    page: number | null,
  ): Size =>
    (set?.selections ?? []).reduce<Size>((sum, node) => {
      if (node.kind === Kind.FIELD) return together(sum, fieldSize(node, parent, page))
      if (node.kind === Kind.FRAGMENT_SPREAD) return together(sum, fragmentSize(node.name.value, page))
      const condition = node.typeCondition?.name.value
      const type = condition === undefined ? parent : schema.getType(condition)
      return together(sum, selectionSize(node.selectionSet, type, page))
    }, nothing)

  return selectionSize(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, null)
}
