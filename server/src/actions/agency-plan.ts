import { normalizeText } from '@biaochi/domain'
import { newId, type Sql } from '@biaochi/prisma'
import type { AgencyToInsert } from './create-agencies.ts'

interface Known {
  readonly id: string
  readonly name: string
  readonly shortName: string | null
  readonly formerNames: readonly string[]
  readonly parentId: string | null
}

/** Which agency each printed name means, and which ones have to be created. */
export interface AgencyPlan {
  /** The agency of a printed name; of several with one name the one below `parentId`, a new one below it when unknown. */
  readonly resolve: (name: string, parentId: string | null) => string
  readonly isNew: (id: string) => boolean
  readonly created: () => readonly AgencyToInsert[]
}

/** Reads the catalog: one statement. */
export const planAgencies = async (sql: Sql): Promise<AgencyPlan> => {
  const rows = await sql.query<Omit<Known, 'formerNames'> & { readonly formerNames: string }>(
    `SELECT "id", "name", "short_name" AS "shortName", to_json("former_names")::text AS "formerNames",
       "parent_id" AS "parentId" FROM "agency" ORDER BY "id"`,
  )
  const byName = new Map<string, Known[]>()
  const created = new Map<string, AgencyToInsert>()
  const add = (name: string | null, agency: Known): void => {
    const key = normalizeText(name ?? '')
    if (key !== '') byName.set(key, [...(byName.get(key) ?? []), agency])
  }
  const known = rows.map((row): Known => ({ ...row, formerNames: JSON.parse(row.formerNames) }))
  // Present names win over former and short ones.
  for (const agency of known) add(agency.name, agency)
  for (const agency of known) for (const name of [...agency.formerNames, agency.shortName]) add(name, agency)
  return {
    resolve: (name, parentId) => {
      const candidates = byName.get(normalizeText(name)) ?? []
      const found = candidates.find((agency) => agency.parentId === parentId) ?? candidates[0]
      if (found !== undefined) return found.id
      const agency = {
        id: newId(),
        code: null,
        name: name.trim(),
        shortName: null,
        formerNames: [],
        region: null,
        parentId,
      }
      created.set(agency.id, agency)
      add(name, agency)
      return agency.id
    },
    isNew: (id) => created.has(id),
    created: () => [...created.values()],
  }
}
