import type { Database } from '@biaochi/prisma'
import { tables } from './reads/tables.ts'
import type { AgencyRow } from './reads/row-types.ts'

interface Catalog {
  readonly all: readonly AgencyRow[]
  readonly byId: ReadonlyMap<string, AgencyRow>
  readonly children: ReadonlyMap<string | null, readonly AgencyRow[]>
}

export interface YearCount {
  readonly fiscalYear: number
  readonly projects: number
}

/** The agencies of one request: read once, whole, whatever the depth asked for; a catalog has thousands, not millions. */
export class AgencyCatalog {
  readonly #db: Database
  #catalog: Promise<Catalog> | undefined
  #counts: Promise<ReadonlyMap<string, readonly YearCount[]>> | undefined

  constructor(db: Database) {
    this.#db = db
  }

  load(): Promise<Catalog> {
    return (this.#catalog ??= this.#read())
  }

  async #read(): Promise<Catalog> {
    const all = await this.#db.sql.query<AgencyRow>(
      `SELECT ${[...tables.Agency.columns.values()].join(', ')} FROM "agency" ORDER BY "code", "id"`,
      [],
      { prepared: true },
    )
    return {
      all,
      byId: new Map(all.map((agency) => [agency.id, agency])),
      children: Map.groupBy(all, (agency) => agency.parentId),
    }
  }

  /** The agency and everything below it; empty when there is no such agency. */
  async subtreeIds(id: string): Promise<readonly string[]> {
    const { byId, children } = await this.load()
    if (!byId.has(id)) return []
    const ids = new Set([id])
    for (const parent of ids) for (const child of children.get(parent) ?? []) ids.add(child.id)
    return [...ids]
  }

  async projectCounts(id: string): Promise<readonly YearCount[]> {
    this.#counts ??= this.#count()
    return (await this.#counts).get(id) ?? []
  }

  async #count(): Promise<ReadonlyMap<string, readonly YearCount[]>> {
    const groups = await this.#db.prisma.project.groupBy({
      by: ['implementerId', 'fiscalYear'],
      _count: true,
      orderBy: [{ fiscalYear: 'desc' }, { implementerId: 'asc' }],
    })
    const counts = groups.map((group) => ({
      implementerId: group.implementerId,
      fiscalYear: group.fiscalYear,
      projects: group._count,
    }))
    return Map.groupBy(counts, (count) => count.implementerId)
  }
}
