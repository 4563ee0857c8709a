import {
  editIndicator,
  formatCell,
  formatMessage,
  type Framework,
  type Indicator,
  type IndicatorField,
} from '@biaochi/domain'
import type { Actor } from '../actor.ts'
import { say } from '../messages.ts'
import { brokenDigits } from '../storable.ts'
import type { CellEdit } from './apply-indicator-changes.ts'
import { accept, refuseCell, type CellOutcome, type Refused } from './cell-outcome.ts'
import { judgeIndicator, judgeText, judgeVersion, refusedBecause, unknownId } from './judge-change.ts'
import type { LastChanges } from './last-changes.ts'
import type { DraftRow, placesOf, ProjectDraft } from './project-draft.ts'

const MAX_CELL = 5_000

/** The indicator with a typed cell in it, or why not. */
export const typedCell = (
  actor: Actor,
  before: Indicator,
  field: IndicatorField,
  text: string,
  framework: Framework,
): Indicator | Refused => {
  const unkept = judgeText(actor, text, MAX_CELL)
  if (unkept !== null) return unkept
  const result = editIndicator(before, field, text, framework)
  if ('refused' in result) return { code: 'BAD_INPUT', reason: formatMessage(result.refused, actor.locale) }
  const digits = brokenDigits(result.indicator)
  if (digits === null) return result.indicator
  return { code: 'BAD_INPUT', reason: say(actor.locale, 'too-many-digits', { ...digits }) }
}

const judge = (
  actor: Actor,
  { field, version }: CellEdit,
  { project }: ProjectDraft,
  row: DraftRow,
  last: LastChanges,
): Refused | null => {
  const refused = judgeIndicator(actor, project, field)
  if (refused !== null) return refused
  // A row that is being made has no version yet that a change could be based on.
  const current = row.before === null ? 1 : row.version
  return judgeVersion(actor, version, current, last.ofCell(row.id, field), () =>
    formatCell(row.before?.indicator ?? row.indicator, field),
  )
}

/** Tries every edit of a cell on the drafts, in the order of the request; what is refused leaves them as they are. */
export const evaluateCells = (
  actor: Actor,
  edits: readonly CellEdit[],
  places: ReturnType<typeof placesOf>,
  last: LastChanges,
  /** Rows that the same request deletes. */
  going: ReadonlySet<string>,
): readonly CellOutcome[] =>
  edits.map((edit): CellOutcome => {
    const { indicatorId, field } = edit
    const place = places.get(indicatorId.toLowerCase())
    if (place === undefined) return { indicatorId, field, ...refuseCell(unknownId(actor, indicatorId), null) }
    const { draft, row } = place
    const refused = going.has(row.id)
      ? refusedBecause(actor, 'BAD_INPUT', 'row-goes')
      : judge(actor, edit, draft, row, last)
    const after = refused ?? typedCell(actor, row.indicator, field, edit.value ?? '', draft.project.framework)
    if ('code' in after) {
      const { indicator } = row.before ?? row
      const current = { value: formatCell(indicator, field), version: row.version }
      return { indicatorId, field, ...refuseCell(after, current) }
    }
    row.indicator = after
    return { indicatorId, field, ...accept(formatCell(after, field), row.version) }
  })
