import { agencyTextFields, can, editAgency, formatMessage } from '@biaochi/domain'
import { newId, type ChangeSource, type Database, type Transaction } from '@biaochi/prisma'
import { z } from 'zod'
import type { Actor } from '../actor.ts'
import { isId } from '../paging.ts'
import { accept, refuseCell, verdictShape, type Refused, type Verdict } from './cell-outcome.ts'
import { judgeText, judgeVersion, refusedBecause, unknownId } from './judge-change.ts'
import { readLastChanges, type LastChanges } from './last-changes.ts'
import { once } from './once.ts'
import {
  agencyChanges,
  agencyFields,
  agencyText,
  codeHolder,
  isInRing,
  openAgencies,
  saveAgencies,
  type AgencyCells,
  type AgencyDraft,
  type AgencyDrafts,
  type AgencyField,
} from './open-agencies.ts'
import { refusal, type Refusal } from './refusal.ts'
import { saveChangeSet } from './save-change-set.ts'

export const MAX_AGENCY_CHANGES = 10_000

export interface AgencyEdit {
  readonly agencyId: string
  readonly field: Exclude<AgencyField, 'formerNames'>
  readonly value: string | null
  readonly version: number
}

export interface AgencyChanges {
  /** New agencies by client-made UUIDv7; `changes` fill them in. */
  readonly creates: readonly {
    readonly id: string
    readonly name: string
    readonly parentId: string | null
  }[]
  readonly changes: readonly AgencyEdit[]
  readonly mode: 'ALL_OR_NOTHING' | 'ACCEPT_VALID'
  readonly source: ChangeSource
  readonly dryRun: boolean
  readonly idempotencyKey: string | null
}

const outcomeShape = verdictShape.extend({
  agencyId: z.string(),
  /** Null: the making of the agency itself. */
  field: z.enum(agencyFields).nullable(),
})

export type AgencyOutcome = Verdict & { readonly agencyId: string; readonly field: AgencyField | null }

export interface AppliedAgencyChanges {
  readonly kind: 'answered'
  readonly applied: boolean
  readonly changeSetId: string | null
  readonly outcomes: readonly AgencyOutcome[]
  readonly agencyIds: readonly string[]
}

type Answer = Pick<AppliedAgencyChanges, 'outcomes' | 'agencyIds'>
const answerShape: z.ZodType<Answer> = z.object({
  outcomes: z.array(outcomeShape),
  agencyIds: z.array(z.string()),
})

const MAX_TEXT = 1000
const empty: AgencyCells = {
  name: '',
  code: null,
  shortName: null,
  formerNames: [],
  region: null,
  active: true,
  parentId: null,
}

const sibling = (drafts: AgencyDrafts, { id, cells }: AgencyDraft): AgencyDraft | undefined =>
  [...drafts.values()].find(
    (other) =>
      other.id !== id &&
      cells !== null &&
      other.cells !== null &&
      other.cells.active &&
      cells.active &&
      other.cells.parentId === cells.parentId &&
      other.cells.name === cells.name,
  )

/** The cells with a typed one among them, or why not; the old name becomes a former one. */
const edited = (
  actor: Actor,
  cells: AgencyCells,
  isNew: boolean,
  field: AgencyEdit['field'],
  text: string,
): AgencyCells | Refused => {
  if (field === 'active') {
    const word = text.trim().toLowerCase()
    if (word !== 'true' && word !== 'false') return refusedBecause(actor, 'BAD_INPUT', 'agency-active-word')
    return { ...cells, active: word === 'true' }
  }
  if (field === 'parent') return { ...cells, parentId: text.trim() === '' ? null : text.trim().toLowerCase() }
  const known = agencyTextFields.find((own) => own === field) ?? 'name'
  const result = editAgency(known, text)
  if ('refused' in result) return { code: 'BAD_INPUT', reason: formatMessage(result.refused, actor.locale) }
  if (known !== 'name') return { ...cells, [known]: result.text }
  const name = result.text ?? ''
  if (name === cells.name || isNew) return { ...cells, name }
  const formerNames = [
    ...cells.formerNames.filter((former) => former !== name && former !== cells.name),
    cells.name,
  ]
  return { ...cells, name, formerNames }
}

/** What the catalog as a whole says of an agency that has just become another. */
const judgeCatalog = (
  actor: Actor,
  drafts: AgencyDrafts,
  draft: AgencyDraft,
  field: AgencyField,
): Refused | null => {
  const { id, cells } = draft
  if (cells === null) return null
  if (field === 'code') {
    const holder = codeHolder(drafts, id, cells.code)
    return holder === null
      ? null
      : refusedBecause(actor, 'BAD_INPUT', 'agency-code-taken', {
          code: cells.code ?? '',
          name: (holder.cells ?? holder.before)?.name ?? '',
        })
  }
  if (field === 'parent') {
    if (cells.parentId !== null && !drafts.has(cells.parentId)) return unknownParent(actor, cells.parentId)
    if (isInRing(drafts, id)) return refusedBecause(actor, 'BAD_INPUT', 'agency-cycle')
  }
  return (field === 'name' || field === 'parent' || field === 'active') &&
    sibling(drafts, draft) !== undefined
    ? refusedBecause(actor, 'BAD_INPUT', 'agency-name-taken', { name: cells.name })
    : null
}

const unknownParent = (actor: Actor, id: string): Refused =>
  isId(id) ? refusedBecause(actor, 'BAD_INPUT', 'agency-unknown', { id }) : unknownId(actor, id)

const tryCreates = (
  actor: Actor,
  input: AgencyChanges,
  drafts: AgencyDrafts,
  taken: ReadonlySet<string>,
): AgencyOutcome[] =>
  input.creates.map(({ id: asked, name, parentId }) => {
    const id = asked.toLowerCase()
    const refuse = (refused: Refused): AgencyOutcome => ({
      agencyId: asked,
      field: null,
      ...refuseCell(refused, null),
    })
    if (!isId(id) || id[14] !== '7')
      return refuse(refusedBecause(actor, 'BAD_INPUT', 'id-not-v7', { id: id.slice(0, 50) }))
    if (drafts.has(id) || taken.has(id))
      return refuse(refusedBecause(actor, 'BAD_INPUT', 'agency-twice', { id }))
    if (!can(actor.caller, 'manage-catalog', { implementerId: parentId, state: null }))
      return refuse(refusedBecause(actor, 'FORBIDDEN', 'cell-forbidden'))
    const unkept = judgeText(actor, name, MAX_TEXT)
    if (unkept !== null) return refuse(unkept)
    const cells = edited(actor, { ...empty, parentId: parentId?.toLowerCase() ?? null }, true, 'name', name)
    if (!('parentId' in cells)) return refuse(cells)
    const draft = { id, version: 0, before: null, cells }
    drafts.set(id, draft)
    const refused = judgeCatalog(actor, drafts, draft, 'parent')
    if (refused !== null) drafts.delete(id)
    return refused === null ? { agencyId: asked, field: null, ...accept(cells.name, 1) } : refuse(refused)
  })

const tryEdit = (
  actor: Actor,
  edit: AgencyEdit,
  draft: AgencyDraft,
  drafts: AgencyDrafts,
  last: LastChanges,
): Refused | null => {
  const { field, version } = edit
  const cells = draft.cells ?? empty
  const text = edit.value ?? ''
  if (!can(actor.caller, 'manage-catalog', { implementerId: draft.id, state: null }))
    return refusedBecause(actor, 'FORBIDDEN', 'cell-forbidden')
  const current = draft.before === null ? 1 : draft.version
  const judged =
    judgeVersion(
      actor,
      version,
      current,
      last.ofCell(draft.id, field),
      () => agencyText(cells, field) ?? '',
    ) ?? judgeText(actor, text, MAX_TEXT)
  if (judged !== null) return judged
  const next = edited(actor, cells, draft.before === null, field, text)
  if (!('parentId' in next)) return next
  draft.cells = next
  const refused = judgeCatalog(actor, drafts, draft, field)
  if (refused !== null) draft.cells = cells
  return refused
}

const tryChanges = (
  actor: Actor,
  { changes }: AgencyChanges,
  drafts: AgencyDrafts,
  last: LastChanges,
): AgencyOutcome[] =>
  changes.map((edit) => {
    const { agencyId, field } = edit
    const draft = drafts.get(agencyId.toLowerCase())
    if (draft === undefined) return { agencyId, field, ...refuseCell(unknownId(actor, agencyId), null) }
    const textNow = (): string => agencyText(draft.cells ?? empty, field) ?? ''
    const refused = tryEdit(actor, edit, draft, drafts, last)
    const verdict =
      refused === null
        ? accept(textNow(), draft.version)
        : refuseCell(refused, { value: textNow(), version: draft.version })
    return { agencyId, field, ...verdict }
  })

const applyIn = async (
  sql: Transaction,
  actor: Actor,
  input: AgencyChanges,
  key: { readonly key: string; readonly hash: string } | null,
): Promise<AppliedAgencyChanges> => {
  const drafts = await openAgencies(sql)
  const last = await readLastChanges(
    sql,
    input.changes.map(({ agencyId, version }) => ({ id: agencyId.toLowerCase(), version })),
    new Map([...drafts.values()].map(({ id, version }) => [id, version])),
  )
  const ids = input.creates.map(({ id }) => id.toLowerCase()).filter(isId)
  const taken =
    ids.length === 0
      ? []
      : await sql.query<{ id: string }>(
          `SELECT "row_id" AS "id" FROM "cell_change" WHERE "row_id" = ANY($1::uuid[])`,
          [ids],
        )
  const outcomes = [
    ...tryCreates(actor, input, drafts, new Set(taken.map(({ id }) => id))),
    ...tryChanges(actor, input, drafts, last),
  ]
  const good = outcomes.filter(({ accepted }) => accepted).length
  const agencyIds = [...new Set(outcomes.map(({ agencyId }) => agencyId.toLowerCase()))]
  const nothing = { kind: 'answered', applied: false, changeSetId: null, agencyIds } as const
  if (good === 0 || (good < outcomes.length && input.mode === 'ALL_OR_NOTHING')) {
    const aborted = refusedBecause(actor, 'ABORTED', 'cell-aborted')
    return {
      ...nothing,
      outcomes: outcomes.map(({ agencyId, field, ...verdict }) => {
        if (!verdict.accepted) return { agencyId, field, ...verdict }
        const before = drafts.get(agencyId.toLowerCase())?.before ?? null
        const value = before === null || field === null ? '' : (agencyText(before, field) ?? '')
        return { agencyId, field, ...refuseCell(aborted, { value, version: verdict.currentVersion ?? 0 }) }
      }),
    }
  }
  const changes = agencyChanges(drafts)
  const versions = new Map(changes.map(({ rowId, rowVersion }) => [rowId, rowVersion]))
  const answer = {
    agencyIds,
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      currentVersion: versions.get(outcome.agencyId.toLowerCase()) ?? outcome.currentVersion,
    })),
  }
  if (input.dryRun) return { ...nothing, ...answer }
  saveAgencies(sql, drafts)
  const changeSetId = changes.length === 0 && key === null ? null : newId()
  if (changeSetId !== null)
    saveChangeSet(sql, {
      id: changeSetId,
      author: actor.author,
      source: input.source,
      undoesId: null,
      key: key === null ? null : { ...key, answer },
      changes,
    })
  return { ...nothing, applied: true, changeSetId, ...answer }
}

/** The one way the catalog of agencies is changed: made, renamed, moved, coded, deactivated, with history. */
export const applyAgencyChanges = async (
  db: Database,
  actor: Actor,
  input: AgencyChanges,
): Promise<AppliedAgencyChanges | Refusal> => {
  const { creates, changes, mode, source, dryRun } = input
  const count = creates.length + changes.length
  if (count === 0) return refusal('BAD_INPUT', 'no-changes')
  if (count > MAX_AGENCY_CHANGES) return refusal('TOO_LARGE', 'too-many-changes', { max: MAX_AGENCY_CHANGES })
  if (dryRun) return db.sql.transaction((sql) => applyIn(sql, actor, input, null))
  return once(db, actor, input.idempotencyKey, ['agency', creates, changes, mode, source], {
    shape: answerShape,
    run: (sql, key) => applyIn(sql, actor, input, key),
    again: (changeSetId, answer) => ({ kind: 'answered', applied: true, changeSetId, ...answer }),
  })
}
