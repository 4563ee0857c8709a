/** The projects of a year, of an agency with everything below it or of all. */
export interface Selection {
  readonly year: number
  readonly agencyId: string | null
}

export const filterOf = ({ year, agencyId }: Selection) => ({
  fiscalYear: year,
  ...(agencyId === null ? {} : { agencyId }),
})

export interface PageOf<Project> {
  readonly projects: readonly Project[]
  readonly total: number
  /** Where the next page begins, null after the last one. */
  readonly next: string | null
}

interface PageInfo {
  readonly hasNextPage: boolean
  readonly endCursor: string | null
}

/** Where the page after this one begins, null after the last one. */
export const nextOf = ({ hasNextPage, endCursor }: PageInfo): string | null =>
  hasNextPage ? endCursor : null

interface Connection<Node> {
  readonly totalCount: number
  readonly pageInfo: PageInfo
  readonly nodes: readonly Node[]
}

export const readPage = <Node, Project>(
  { totalCount, pageInfo, nodes }: Connection<Node>,
  read: (node: Node) => Project,
): PageOf<Project> => ({ projects: nodes.map(read), total: totalCount, next: nextOf(pageInfo) })
