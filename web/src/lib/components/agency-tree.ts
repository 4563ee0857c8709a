export interface TreeAgency {
  readonly id: string
  readonly name: string
  readonly shortName: string | null
  readonly parent: { readonly id: string } | null
  readonly projectCounts: readonly { readonly fiscalYear: number; readonly projects: number }[]
}

export interface AgencyNode {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  /** Projects of the agency and everything below it. */
  readonly count: number
  readonly children: readonly AgencyNode[]
}

/** The agencies as a tree with the sums of one year. */
export function buildAgencyTree(agencies: readonly TreeAgency[], year: number): readonly AgencyNode[] {
  const known = new Set(agencies.map((agency) => agency.id))
  const below = Map.groupBy(agencies, ({ parent }) =>
    parent !== null && known.has(parent.id) ? parent.id : null,
  )
  const nodesOf = (parentId: string | null): AgencyNode[] =>
    (below.get(parentId) ?? []).map((agency) => {
      const children = nodesOf(agency.id)
      const own = agency.projectCounts.find((at) => at.fiscalYear === year)?.projects ?? 0
      const count = children.reduce((sum, child) => sum + child.count, own)
      return { id: agency.id, name: agency.name, parentId, count, children }
    })
  return nodesOf(null)
}

/** An agency's ancestors, the nearest first. */
export function ancestorsOf(agencies: readonly TreeAgency[], id: string | null): readonly string[] {
  const parents = new Map(agencies.map((agency) => [agency.id, agency.parent?.id ?? null]))
  const ancestors: string[] = []
  let at = id === null ? null : (parents.get(id) ?? null)
  while (at !== null && !ancestors.includes(at)) {
    ancestors.push(at)
    at = parents.get(at) ?? null
  }
  return ancestors
}

/** The smallest subtree that holds all of these agencies, or null when only the whole tree does. */
export function commonAgency(agencies: readonly TreeAgency[], ids: readonly string[]): string | null {
  const paths = ids.map((id) => [id, ...ancestorsOf(agencies, id)])
  return paths[0]?.find((id) => paths.every((path) => path.includes(id))) ?? null
}
