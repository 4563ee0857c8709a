import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql'

type Asking = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>

/**
 * The fields asked for below the field being resolved, as paths ("groups.averageScore"), so that a read can leave out
 * what nobody wants. A field behind @skip or @include counts as asked.
 */
export const askedFields = ({ fieldNodes, fragments }: Asking): ReadonlySet<string> => {
  const paths = new Set<string>()
  const walk = (selections: SelectionSetNode | undefined, prefix: string): void => {
    for (const selection of selections?.selections ?? [])
      switch (selection.kind) {
        case Kind.FIELD:
          paths.add(`${prefix}${selection.name.value}`)
          walk(selection.selectionSet, `${prefix}${selection.name.value}.`)
          break
        case Kind.INLINE_FRAGMENT:
          walk(selection.selectionSet, prefix)
          break
        case Kind.FRAGMENT_SPREAD:
          walk(fragments[selection.name.value]?.selectionSet, prefix)
      }
  }
  for (const node of fieldNodes) walk(node.selectionSet, '')
  return paths
}
