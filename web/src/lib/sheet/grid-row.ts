/** What the grid holds of a row: its identity. Everything shown is asked of the model. */
export type GridRow =
  | { readonly kind: 'project'; readonly id: string }
  | { readonly kind: 'indicator'; readonly id: string; readonly projectId: string }

export const projectOf = (row: GridRow): string => (row.kind === 'project' ? row.id : row.projectId)

/** Puts sorted rows back under their projects, which keep the order they were served in. */
export function keepGroups<T extends { readonly data?: GridRow | undefined }>(
  nodes: T[],
  projectIds: readonly string[],
): void {
  const groups = new Map<string, T[]>(projectIds.map((id) => [id, []]))
  for (const node of nodes) {
    if (node.data === undefined) continue
    const group = groups.get(projectOf(node.data))
    if (node.data.kind === 'project') group?.unshift(node)
    else group?.push(node)
  }
  let at = 0
  for (const group of groups.values()) for (const node of group) nodes[at++] = node
}
