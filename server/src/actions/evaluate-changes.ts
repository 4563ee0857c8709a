import {
  can,
  editIndicator,
  formatCell,
  formatMessage,
  type Framework,
  type Indicator,
} from '@biaochi/domain'
import type { Actor } from '../actor.ts'
import { say, type ServerMessage } from '../messages.ts'
import { isId } from '../paging.ts'
import { brokenDigits, isStorableText } from '../storable.ts'
import { toLower } from '../words.ts'
import type { CellEdit } from './apply-indicator-changes.ts'
import type { CellOutcome, CellRefusalCode } from './cell-outcome.ts'
import { isEditable } from './editable-states.ts'
import type { OpenIndicator, OpenProject } from './open-projects.ts'

const MAX_CELL = 5_000

/** The last version in which a cell was changed, where that is later than the version some change was based on. */
export type LastChanged = (indicatorId: string, field: string) => number

export interface Evaluated {
  readonly outcomes: readonly CellOutcome[]
  /** What each changed indicator would be, by id. */
  readonly changed: ReadonlyMap<string, Indicator>
}

interface Place {
  readonly project: OpenProject
  readonly row: OpenIndicator
}

interface Refused {
  readonly code: CellRefusalCode
  readonly reason: string
}

const judge = (
  actor: Actor,
  edit: CellEdit,
  { project, row }: Place,
  lastChanged: LastChanged,
): Refused | null => {
  const refused = (code: CellRefusalCode, message: ServerMessage, params = {}): Refused => ({
    code,
    reason: say(actor.locale, message, params),
  })
  const state = toLower(project.state)
  if (!can(actor.caller, 'edit', { implementerId: project.implementerId, state }))
    return refused('FORBIDDEN', 'cell-forbidden')
  if (!isEditable(state, edit.field)) return refused('LOCKED', 'cell-locked')
  if (edit.version > row.version)
    return refused('BAD_INPUT', 'version-from-future', { version: edit.version })
  if (lastChanged(row.id, edit.field) > edit.version)
    return refused('CONFLICT', 'cell-conflict', { value: formatCell(row.indicator, edit.field) })
  const text = edit.value ?? ''
  if (text.length > MAX_CELL) return refused('BAD_INPUT', 'text-too-long', { max: MAX_CELL })
  return isStorableText(text) ? null : refused('BAD_INPUT', 'unstorable-text')
}

const edited = (
  actor: Actor,
  before: Indicator,
  edit: CellEdit,
  framework: Framework,
): Indicator | Refused => {
  const result = editIndicator(before, edit.field, edit.value ?? '', framework)
  if ('refused' in result) return { code: 'BAD_INPUT', reason: formatMessage(result.refused, actor.locale) }
  const digits = brokenDigits(result.indicator)
  if (digits === null) return result.indicator
  return { code: 'BAD_INPUT', reason: say(actor.locale, 'too-many-digits', { ...digits }) }
}

const refusedOutcome = (edit: CellEdit, refused: Refused, row: OpenIndicator | null): CellOutcome => ({
  indicatorId: edit.indicatorId,
  field: edit.field,
  accepted: false,
  value: null,
  ...refused,
  currentValue: row === null ? null : formatCell(row.indicator, edit.field),
  currentVersion: row?.version ?? null,
})

/** Judges every change in the order of the request, each upon what the earlier ones made of its row. */
export const evaluateChanges = (
  actor: Actor,
  edits: readonly CellEdit[],
  projects: readonly OpenProject[],
  lastChanged: LastChanged,
): Evaluated => {
  const places = new Map(
    projects.flatMap((project) => project.indicators.map((row) => [row.id, { project, row }] as const)),
  )
  const changed = new Map<string, Indicator>()
  const outcomes = edits.map((edit): CellOutcome => {
    const place = places.get(edit.indicatorId.toLowerCase())
    if (place === undefined) {
      const known = isId(edit.indicatorId)
      const reason = say(actor.locale, known ? 'not-found' : 'malformed-id', {
        id: edit.indicatorId.slice(0, 50),
      })
      return refusedOutcome(edit, { code: known ? 'NOT_FOUND' : 'BAD_INPUT', reason }, null)
    }
    const { row } = place
    const refused = judge(actor, edit, place, lastChanged)
    if (refused !== null) return refusedOutcome(edit, refused, row)
    const after = edited(actor, changed.get(row.id) ?? row.indicator, edit, place.project.framework)
    if ('code' in after) return refusedOutcome(edit, after, row)
    changed.set(row.id, after)
    return {
      indicatorId: edit.indicatorId,
      field: edit.field,
      accepted: true,
      value: formatCell(after, edit.field),
      code: null,
      reason: null,
      currentValue: null,
      currentVersion: row.version,
    }
  })
  return { outcomes, changed }
}

/** Nothing is written because something was refused: the good cells say so too. */
export const abortGood = (
  actor: Actor,
  evaluated: Evaluated,
  projects: readonly OpenProject[],
): readonly CellOutcome[] => {
  const rows = new Map(projects.flatMap((project) => project.indicators.map((row) => [row.id, row])))
  const aborted: Refused = { code: 'ABORTED', reason: say(actor.locale, 'cell-aborted') }
  return evaluated.outcomes.map((outcome) =>
    outcome.accepted
      ? refusedOutcome(
          { ...outcome, version: 0 },
          aborted,
          rows.get(outcome.indicatorId.toLowerCase()) ?? null,
        )
      : outcome,
  )
}
