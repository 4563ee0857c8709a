import { newId, type Database, type Transaction } from '@biaochi/prisma'
import { insertRows, type Column } from '../bulk.ts'
import { markWrite } from './announce.ts'

export interface NewAgency {
  readonly code: string | null
  readonly name: string
  readonly shortName: string | null
  readonly formerNames: readonly string[]
  readonly region: string | null
  /** The code of the agency above, among these. */
  readonly parentCode: string | null
}

export interface AgencyToInsert extends Omit<NewAgency, 'parentCode'> {
  readonly id: string
  readonly parentId: string | null
}

/** What is written of an agency whether it is made or changed. */
export const agencyCellColumns: readonly Column<Omit<AgencyToInsert, 'id'>>[] = [
  { name: 'code', type: 'text', of: ({ code }) => code },
  { name: 'name', type: 'text', of: ({ name }) => name },
  { name: 'short_name', type: 'text', of: ({ shortName }) => shortName },
  {
    // Arrays of different lengths cannot be sent as one array of arrays.
    name: 'former_names',
    type: 'jsonb',
    of: ({ formerNames }) => JSON.stringify(formerNames),
    read: (sent) => `ARRAY(SELECT jsonb_array_elements_text(${sent}))`,
  },
  { name: 'region', type: 'text', of: ({ region }) => region },
  { name: 'parent_id', type: 'uuid', of: ({ parentId }) => parentId },
]

const columns: readonly Column<AgencyToInsert>[] = [
  { name: 'id', type: 'uuid', of: ({ id }) => id },
  ...agencyCellColumns,
]

/** One statement for any number, parents and children together. */
export const insertAgencies = (sql: Transaction, agencies: readonly AgencyToInsert[]): void =>
  insertRows(sql, 'agency', columns, agencies)

/** Creates agencies with their tree; a parent's code that is not among them is a mistake of the caller. */
export const createAgencies = async (db: Database, agencies: readonly NewAgency[]): Promise<void> => {
  const ids = new Map(agencies.map(({ code }) => [code, newId()]))
  const rows = agencies.map(({ parentCode, ...agency }): AgencyToInsert => {
    const id = ids.get(agency.code)
    const parentId = parentCode === null ? null : ids.get(parentCode)
    if (id === undefined || parentId === undefined) throw new Error(`no agency has the code ${parentCode}`)
    return { ...agency, id, parentId }
  })
  await db.sql.transaction(async (sql) => {
    insertAgencies(sql, rows)
    await markWrite(sql)
  })
}
