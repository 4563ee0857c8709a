import { can } from '@biaochi/domain'
import type { Sql, Transaction } from '@biaochi/prisma'
import { z } from 'zod'
import type { Actor } from '../actor.ts'
import type { CellChange } from './cell-change.ts'
import { readNewestLines, type ChangeLine, type DatedLine } from './change-line.ts'
import type { LineRefusal } from './invert-lines.ts'
import { refusedBecause } from './judge-change.ts'
import {
  agencyChanges,
  agencyFields,
  agencyText,
  codeHolder,
  isInRing,
  openAgencies,
  saveAgencies,
  type AgencyCells,
  type AgencyDrafts,
} from './open-agencies.ts'

export interface UndoneAgencies {
  readonly refusals: readonly LineRefusal[]
  readonly changes: readonly CellChange[]
  /** Writes it; before that nothing has been. */
  readonly save: () => void
}

const text = z.string().nullable()
const snapshot: z.ZodType<AgencyCells> = z.object({
  name: z.string(),
  code: text,
  shortName: text,
  formerNames: z.array(z.string()),
  region: text,
  active: z.boolean(),
  parentId: text,
})
const cellsOf = (json: string | null): AgencyCells => snapshot.parse(JSON.parse(json ?? 'null'))

const withText = (cells: AgencyCells, field: string, value: string | null): AgencyCells => {
  switch (field) {
    case 'name':
      return { ...cells, name: value ?? '' }
    case 'formerNames':
      return { ...cells, formerNames: z.array(z.string()).parse(JSON.parse(value ?? '[]')) }
    case 'active':
      return { ...cells, active: value === 'true' }
    case 'parent':
      return { ...cells, parentId: value }
    case 'code':
    case 'shortName':
    case 'region':
      return { ...cells, [field]: value }
    default:
      throw new Error(`the history has an unknown field ${field}`)
  }
}

const same = (a: AgencyCells, b: AgencyCells): boolean =>
  agencyFields.every((field) => agencyText(a, field) === agencyText(b, field))

/** Takes one line back on the drafts; answers what stands there instead when it cannot be. */
const invert = (
  drafts: AgencyDrafts,
  line: ChangeLine,
  newest: ReadonlyMap<string, DatedLine>,
): string | null => {
  const draft = drafts.get(line.rowId)
  const cells = draft?.cells ?? null
  if (line.kind === 'DELETE') {
    if (draft !== undefined) return cells?.name ?? ''
    const version = Math.max(line.rowVersion, newest.get(`${line.rowId} row`)?.rowVersion ?? 0)
    drafts.set(line.rowId, { id: line.rowId, version, before: null, cells: cellsOf(line.before) })
    return null
  }
  if (draft === undefined || cells === null) return ''
  if (line.kind === 'CREATE') {
    if (!same(cells, cellsOf(line.after))) return cells.name
    draft.cells = null
    return null
  }
  const field = agencyFields.find((known) => known === line.field)
  const current = field === undefined ? null : agencyText(cells, field)
  if (current !== line.after) return current ?? ''
  draft.cells = withText(cells, line.field, line.before)
  return null
}

/** What the catalog as a whole says when the lines are taken back. */
const judgeWhole = (
  actor: Actor,
  drafts: AgencyDrafts,
  line: ChangeLine,
  used: ReadonlySet<string>,
): LineRefusal['refused'] | null => {
  const draft = drafts.get(line.rowId)
  if (draft === undefined) return null
  const name = (draft.cells ?? draft.before)?.name ?? ''
  if (draft.cells === null) {
    const isParent = [...drafts.values()].some(({ cells }) => cells?.parentId === draft.id)
    return isParent || used.has(draft.id)
      ? refusedBecause(actor, 'CONFLICT', 'agency-in-use', { name })
      : null
  }
  const holder = codeHolder(drafts, draft.id, draft.cells.code)
  if (holder !== null && draft.before?.code !== draft.cells.code)
    return refusedBecause(actor, 'CONFLICT', 'agency-code-taken', { code: draft.cells.code ?? '', name })
  const { parentId } = draft.cells
  if (parentId !== null && (drafts.get(parentId)?.cells ?? null) === null)
    return refusedBecause(actor, 'CONFLICT', 'agency-unknown', { id: parentId })
  return isInRing(drafts, draft.id) ? refusedBecause(actor, 'CONFLICT', 'agency-cycle') : null
}

const readUsed = async (sql: Sql, lines: readonly ChangeLine[]): Promise<ReadonlySet<string>> => {
  const made = lines.filter(({ kind }) => kind === 'CREATE').map(({ rowId }) => rowId)
  if (made.length === 0) return new Set()
  const rows = await sql.query<{ id: string }>(
    `SELECT a."id" FROM "agency" a WHERE a."id" = ANY($1::uuid[]) AND EXISTS
       (SELECT FROM "project" p WHERE p."implementer_id" = a."id" OR p."supervisor_id" = a."id")`,
    [made],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Takes changes of the catalog back, all of them or none. */
export const takeBackAgencies = async (
  sql: Transaction,
  actor: Actor,
  lines: readonly ChangeLine[],
): Promise<UndoneAgencies> => {
  const drafts = await openAgencies(sql)
  const newest = await readNewestLines(
    sql,
    lines.map(({ rowId }) => rowId),
  )
  const used = await readUsed(sql, lines)
  const place = ({ entity, rowId, projectId, field }: ChangeLine) => ({ entity, rowId, projectId, field })
  const changed = lines.flatMap((line): LineRefusal[] => {
    if (!can(actor.caller, 'manage-catalog', { implementerId: line.rowId, state: null }))
      return [
        { ...place(line), currentValue: null, refused: refusedBecause(actor, 'FORBIDDEN', 'cell-forbidden') },
      ]
    const current = invert(drafts, line, newest)
    if (current === null) return []
    const last = newest.get(`${line.rowId} ${line.field}`)
    const refused = refusedBecause(actor, 'CONFLICT', 'undo-conflict', {
      author: last?.author ?? '?',
      value: current,
    })
    const who = last === undefined ? {} : { changedBy: last.author, changedAt: last.at }
    return [{ ...place(line), currentValue: current, refused: { ...refused, ...who } }]
  })
  const judged = lines.flatMap((line): LineRefusal[] => {
    const refused = judgeWhole(actor, drafts, line, used)
    return refused === null ? [] : [{ ...place(line), currentValue: null, refused }]
  })
  return {
    refusals: changed.length > 0 ? changed : judged,
    changes: agencyChanges(drafts),
    save: () => saveAgencies(sql, drafts),
  }
}
