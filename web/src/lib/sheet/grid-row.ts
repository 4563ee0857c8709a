/** What the grid holds of a row: its identity. Everything shown is asked of the model. */
export type GridRow =
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'row'; readonly id: string; readonly groupId: string }

export const groupOf = (row: GridRow): string => (row.kind === 'group' ? row.id : row.groupId)

/**
 * Puts sorted rows back under their groups, which keep the order they were served in. Without a sort the rows of
 * a group stand in the order of the sheet, wherever the grid has put the ones that came later.
 */
export function keepGroups<T extends { readonly data?: GridRow | undefined }>(
  nodes: T[],
  groupIds: readonly string[],
  orderOf: ((groupId: string) => readonly { readonly id: string }[]) | null,
): void {
  const groups = new Map<string, { head: T | null; rows: T[] }>(
    groupIds.map((id) => [id, { head: null, rows: [] }]),
  )
  for (const node of nodes) {
    if (node.data === undefined) continue
    const group = groups.get(groupOf(node.data))
    if (group === undefined) continue
    if (node.data.kind === 'group') group.head = node
    else group.rows.push(node)
  }
  let at = 0
  for (const [id, { head, rows }] of groups) {
    if (head !== null) nodes[at++] = head
    for (const node of orderOf === null ? rows : inOrder(rows, orderOf(id))) nodes[at++] = node
  }
}

function inOrder<T extends { readonly data?: GridRow | undefined }>(
  nodes: readonly T[],
  order: readonly { readonly id: string }[],
): readonly T[] {
  if (nodes.length === order.length && nodes.every((node, index) => node.data?.id === order[index]?.id))
    return nodes
  const byId = new Map(nodes.map((node) => [node.data?.id, node]))
  return order.flatMap(({ id }) => byId.get(id) ?? [])
}
