import type { Transaction } from '@biaochi/prisma'
import { deleteRows, updateRows, type Column } from '../bulk.ts'
import { agencyCellColumns, insertAgencies } from './create-agencies.ts'
import type { CellChange } from './cell-change.ts'
import { IMPORT_LOCK } from './import-lock.ts'

/** An agency's own columns. */
export interface AgencyCells {
  readonly name: string
  readonly code: string | null
  readonly shortName: string | null
  readonly formerNames: readonly string[]
  readonly region: string | null
  readonly active: boolean
  readonly parentId: string | null
}

export const agencyFields = [
  'name',
  'code',
  'shortName',
  'formerNames',
  'region',
  'active',
  'parent',
] as const
export type AgencyField = (typeof agencyFields)[number]

/** An agency as it is to become. */
export interface AgencyDraft {
  readonly id: string
  readonly version: number
  /** Null for one that is being made. */
  readonly before: AgencyCells | null
  /** Null for one that is to go. */
  cells: AgencyCells | null
}

export type AgencyDrafts = Map<string, AgencyDraft>

type Row = Omit<AgencyCells, 'formerNames'> & {
  readonly id: string
  readonly version: number
  readonly formerNames: string
}

/** The whole catalog, held against everybody else who writes it: names, codes and the tree are judged together. */
export const openAgencies = async (sql: Transaction): Promise<AgencyDrafts> => {
  sql.write(`SELECT pg_advisory_xact_lock(${IMPORT_LOCK})::text`)
  const rows = await sql.query<Row>(
    `SELECT "id", "version", "name", "code", "short_name" AS "shortName", to_json("former_names")::text AS "formerNames",
       "region", "active", "parent_id" AS "parentId" FROM "agency" ORDER BY "id"`,
  )
  return new Map(
    rows.map(({ id, version, ...row }): [string, AgencyDraft] => {
      const cells = { ...row, formerNames: JSON.parse(row.formerNames) }
      return [id, { id, version, before: cells, cells }]
    }),
  )
}

/** A cell as the history writes it. */
export const agencyText = (cells: AgencyCells, field: AgencyField): string | null => {
  if (field === 'formerNames')
    return cells.formerNames.length === 0 ? null : JSON.stringify(cells.formerNames)
  if (field === 'active') return String(cells.active)
  return field === 'parent' ? cells.parentId : cells[field]
}

/** Whether following the parents upwards from here never ends. */
export const isInRing = (drafts: AgencyDrafts, id: string): boolean => {
  const seen = new Set<string>()
  for (let next: string | null = id; next !== null; next = drafts.get(next)?.cells?.parentId ?? null) {
    if (seen.has(next)) return true
    seen.add(next)
  }
  return false
}

/** Another agency that has this code now, or had it when the catalog was opened. */
export const codeHolder = (drafts: AgencyDrafts, id: string, code: string | null): AgencyDraft | null =>
  code === null
    ? null
    : ([...drafts.values()].find(
        (other) => other.id !== id && (other.cells?.code === code || other.before?.code === code),
      ) ?? null)

const changesOf = ({ id, before, cells, version }: AgencyDraft): CellChange[] => {
  const own = {
    rowId: id,
    entity: 'AGENCY',
    projectId: null,
    fiscalYear: null,
    implementerId: id,
    rowVersion: version + 1,
  } as const
  if (before === null)
    return cells === null
      ? []
      : [{ ...own, field: 'row', kind: 'CREATE', before: null, after: JSON.stringify(cells) }]
  if (cells === null)
    return [{ ...own, field: 'row', kind: 'DELETE', before: JSON.stringify(before), after: null }]
  return agencyFields.flatMap((field): CellChange[] => {
    const texts = { before: agencyText(before, field), after: agencyText(cells, field) }
    return texts.before === texts.after ? [] : [{ ...own, ...texts, field, kind: 'UPDATE' }]
  })
}

/** The history of everything that differs in the catalog. */
export const agencyChanges = (drafts: AgencyDrafts): readonly CellChange[] =>
  [...drafts.values()].filter(({ before, cells }) => before !== cells).flatMap(changesOf)

type Saved = AgencyCells & { readonly id: string; readonly version: number }

const columns: readonly Column<Saved>[] = [
  ...agencyCellColumns,
  { name: 'active', type: 'boolean', of: ({ active }) => active },
  { name: 'version', type: 'int', of: ({ version }) => version },
]

/** Writes what differs: one statement for each of making, changing and deleting. */
export const saveAgencies = (sql: Transaction, drafts: AgencyDrafts): void => {
  const changed = new Set(agencyChanges(drafts).map(({ rowId }) => rowId))
  const all = [...drafts.values()].filter(({ id }) => changed.has(id))
  const kept = all.flatMap(({ id, version, before, cells }) =>
    cells === null ? [] : [{ ...cells, id, version: version + 1, isNew: before === null }],
  )
  insertAgencies(
    sql,
    kept.filter(({ isNew }) => isNew),
  )
  updateRows(
    sql,
    'agency',
    columns,
    // Those just made too: with the version and activity that a brought back one had.
    kept,
  )
  deleteRows(
    sql,
    'agency',
    all.filter(({ cells }) => cells === null).map(({ id }) => id),
  )
}
