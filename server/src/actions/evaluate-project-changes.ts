import {
  editProject,
  formatMessage,
  formatProjectCell,
  parseProjectCell,
  type ProjectCell,
} from '@biaochi/domain'
import type { Sql } from '@biaochi/prisma'
import { z } from 'zod'
import type { Actor } from '../actor.ts'
import { isId } from '../paging.ts'
import { amountDigits, fits, pointDigits } from '../storable.ts'
import type { ProjectEdit } from './apply-project-changes.ts'
import { accept, refuseCell, verdictShape, type Refused, type Verdict } from './cell-outcome.ts'
import { judgeProjectCell, judgeText, judgeVersion, refusedBecause, unknownId } from './judge-change.ts'
import type { LastChanges } from './last-changes.ts'
import { readNameless } from './name-holders.ts'
import type { ProjectDraft } from './project-draft.ts'
import { SUPERVISOR } from './rescore.ts'

const MAX_TEXT = 20_000

export const projectOutcomeShape = verdictShape.extend({ projectId: z.string(), at: z.string() })

/** The answer to one change of one cell of a project. */
export type ProjectOutcome = Verdict & { readonly projectId: string; readonly at: string }

/** What the edits need to know of other rows. */
export interface Surroundings {
  readonly agencies: ReadonlyMap<string, { readonly name: string; readonly active: boolean }>
  /** Projects that cannot have the name an edit gives them. */
  readonly nameless: ReadonlySet<string>
}

export type DraftsById = ReadonlyMap<string, ProjectDraft>
type Unit = '元' | '万元'

const NAME: ProjectCell = { of: 'project', field: 'name' }

/** Two statements, each only when some edit names an agency or gives a name. */
export const readSurroundings = async (
  sql: Sql,
  edits: readonly ProjectEdit[],
  drafts: DraftsById,
): Promise<Surroundings> => {
  const asked = edits.filter(({ at, value }) => at === SUPERVISOR && isId(value ?? ''))
  const agencies =
    asked.length === 0
      ? []
      : await sql.query<{ id: string; name: string; active: boolean }>(
          `SELECT "id", "name", "active" FROM "agency" WHERE "id" = ANY($1::uuid[])`,
          [asked.map(({ value }) => value)],
        )
  const named = edits.flatMap(({ projectId, at, value }) => {
    const project = drafts.get(projectId.toLowerCase())?.project
    if (at !== 'project/name' || project === undefined || isTooOdd(value)) return []
    const result = editProject(project.document, NAME, value ?? '')
    const name = 'project' in result ? result.project.name : null
    const { id, fiscalYear, implementerId } = project
    return name === null ? [] : [{ id, fiscalYear, implementerId, name }]
  })
  return {
    agencies: new Map(agencies.map((agency) => [agency.id, agency])),
    nameless: await readNameless(sql, named),
  }
}

// Refused later, with its reason.
const isTooOdd = (value: string | null): boolean =>
  (value ?? '').length > MAX_TEXT || (value ?? '').includes('\0')

/** What stands in a cell of the draft, '' when nothing or when there is no such cell. */
export const currentText = ({ document, supervisorId }: ProjectDraft, at: string): string => {
  const cell = parseProjectCell(at)
  if (cell !== null) return formatProjectCell(document, cell)
  return at === SUPERVISOR ? (supervisorId ?? '') : ''
}

const editSupervisor = (
  actor: Actor,
  draft: ProjectDraft,
  value: string,
  { agencies }: Surroundings,
): Refused | null => {
  const id = value.trim().toLowerCase()
  if (id === '') {
    draft.supervisorId = null
    draft.document = { ...draft.document, supervisor: null }
    return null
  }
  const agency = agencies.get(id)
  if (agency === undefined)
    return isId(id) ? refusedBecause(actor, 'BAD_INPUT', 'agency-unknown', { id }) : unknownId(actor, id)
  if (!agency.active) return refusedBecause(actor, 'BAD_INPUT', 'agency-inactive', { name: agency.name })
  draft.supervisorId = id
  draft.document = { ...draft.document, supervisor: agency.name }
  return null
}

const editCell = (
  actor: Actor,
  draft: ProjectDraft,
  cell: ProjectCell,
  value: string,
  unit: Unit,
): Refused | null => {
  const result = editProject(draft.document, cell, value, unit)
  if ('refused' in result) return { code: 'BAD_INPUT', reason: formatMessage(result.refused, actor.locale) }
  const text = formatProjectCell(result.project, cell)
  const isNumber = cell.of === 'execution' || (cell.of === 'project' && cell.field.startsWith('total'))
  const digits = cell.of === 'fund' ? amountDigits : isNumber ? pointDigits : null
  if (digits !== null && !fits(text, digits))
    return refusedBecause(actor, 'BAD_INPUT', 'too-many-digits', { ...digits })
  draft.document = result.project
  return null
}

/** Tries every edit on the drafts, in the order of the request; what is refused leaves them as they are. */
export const evaluateProjectChanges = (
  actor: Actor,
  edits: readonly ProjectEdit[],
  unit: Unit,
  drafts: DraftsById,
  last: LastChanges,
  surroundings: Surroundings,
): readonly ProjectOutcome[] => {
  const names = new Set<string>()
  const tryEdit = ({ at, value, version }: ProjectEdit, draft: ProjectDraft): Refused | null => {
    const { project } = draft
    const cell = parseProjectCell(at)
    const text = value ?? ''
    if (cell === null && at !== SUPERVISOR)
      return refusedBecause(actor, 'BAD_INPUT', 'unknown-cell', { at: at.slice(0, 100) })
    const judged =
      judgeProjectCell(actor, project, at) ??
      judgeVersion(actor, version, project.version, last.ofCell(project.id, at), () =>
        currentText(draft, at),
      ) ??
      judgeText(actor, text, MAX_TEXT)
    if (judged !== null) return judged
    if (cell === null) return editSupervisor(actor, draft, text, surroundings)
    const before = draft.document
    const refused = editCell(actor, draft, cell, text, unit)
    if (refused !== null || at !== 'project/name' || draft.document.name === project.document.name)
      return refused
    const key = `${project.fiscalYear} ${project.implementerId} ${draft.document.name}`
    if (!names.has(key) && !surroundings.nameless.has(project.id)) {
      names.add(key)
      return null
    }
    draft.document = before
    return refusedBecause(actor, 'BAD_INPUT', 'name-taken', {
      name: text.slice(0, 100),
      year: project.fiscalYear,
    })
  }
  return edits.map((edit): ProjectOutcome => {
    const { projectId, at } = edit
    const draft = drafts.get(projectId.toLowerCase())
    if (draft === undefined) return { projectId, at, ...refuseCell(unknownId(actor, projectId), null) }
    const current = { value: currentText(draft, at), version: draft.project.version }
    const refused = tryEdit(edit, draft)
    return refused === null
      ? { projectId, at, ...accept(currentText(draft, at), current.version) }
      : { projectId, at, ...refuseCell(refused, current) }
  })
}
