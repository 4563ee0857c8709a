import {
  can,
  isEditable,
  isProjectCellEditable,
  rowLockOf,
  type IndicatorField,
  type ProjectState,
} from '@biaochi/domain'
import type { Actor } from '../actor.ts'
import { say, type ServerMessage } from '../messages.ts'
import { isId } from '../paging.ts'
import { isStorableText } from '../storable.ts'
import { toLower } from '../words.ts'
import type { CellRefusalCode, Refused } from './cell-outcome.ts'
import type { LastChange } from './last-changes.ts'
import type { OpenProject } from './open-projects.ts'

/** A refusal in the actor's language. */
export const refusedBecause = (
  actor: Actor,
  code: CellRefusalCode,
  message: ServerMessage,
  params: Readonly<Record<string, string | number>> = {},
): Refused => ({ code, reason: say(actor.locale, message, params) })

/** Of an id that means no row one may see. */
export const unknownId = (actor: Actor, id: string): Refused =>
  isId(id)
    ? refusedBecause(actor, 'NOT_FOUND', 'not-found')
    : refusedBecause(actor, 'BAD_INPUT', 'malformed-id', { id: id.slice(0, 50) })

/** Permission and state: what today says of changing a field of a project. */
export const judgeProject = (
  actor: Actor,
  project: Pick<OpenProject, 'implementerId' | 'state'>,
  isOpen: (state: ProjectState) => boolean,
): Refused | null => {
  const state = toLower(project.state)
  if (!can(actor.caller, 'edit', { implementerId: project.implementerId, state }))
    return refusedBecause(actor, 'FORBIDDEN', 'cell-forbidden')
  return isOpen(state) ? null : refusedBecause(actor, 'LOCKED', 'cell-locked')
}

export const judgeIndicator = (
  actor: Actor,
  project: Pick<OpenProject, 'implementerId' | 'state'>,
  field: IndicatorField,
): Refused | null => judgeProject(actor, project, (state) => isEditable(state, field))

/** `name` is the cell's name, as in findings: "project/name", "fund/annual/fiscal/executed". */
export const judgeProjectCell = (
  actor: Actor,
  project: Pick<OpenProject, 'implementerId' | 'state'>,
  name: string,
): Refused | null => judgeProject(actor, project, (state) => isProjectCellEditable(state, name))

export const judgeRows = (
  actor: Actor,
  project: Pick<OpenProject, 'implementerId' | 'state'>,
): Refused | null => judgeProject(actor, project, (state) => rowLockOf(state) === null)

export const conflict = (actor: Actor, message: ServerMessage, last: LastChange, value: string): Refused => ({
  ...refusedBecause(actor, 'CONFLICT', message, { value, author: last.author }),
  changedBy: last.author,
  changedAt: last.at,
})

/** Whether the version a change was based on allows it. */
export const judgeVersion = (
  actor: Actor,
  based: number,
  current: number,
  last: LastChange | null,
  valueNow: () => string,
): Refused | null => {
  if (based > current || based < 0)
    return refusedBecause(actor, 'BAD_INPUT', 'version-from-future', { version: based })
  return last !== null && last.version > based ? conflict(actor, 'cell-conflict', last, valueNow()) : null
}

/** Whether a typed text can be kept at all. */
export const judgeText = (actor: Actor, text: string, max: number): Refused | null => {
  if (text.length > max) return refusedBecause(actor, 'BAD_INPUT', 'text-too-long', { max })
  return isStorableText(text) ? null : refusedBecause(actor, 'BAD_INPUT', 'unstorable-text')
}
