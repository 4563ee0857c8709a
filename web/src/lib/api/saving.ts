import { ApiError } from './api-error.ts'

export interface ChangesToSave {
  readonly key: string
  readonly source: 'EDIT' | 'PASTE' | 'FILL' | 'UNDO' | 'REDO'
  readonly changes: readonly ChangeToSave[]
}

export type ChangeToSave =
  | {
      readonly kind: 'cell'
      readonly rowId: string
      readonly field: string
      readonly value: string
      readonly version: number
    }
  | {
      readonly kind: 'create'
      readonly rowId: string
      readonly groupId: string
      readonly after: string | null
      readonly seed: string
      readonly cells: Readonly<Record<string, string>>
    }
  | { readonly kind: 'move'; readonly rowId: string; readonly after: string | null; readonly version: number }
  | { readonly kind: 'delete'; readonly rowId: string; readonly version: number }

interface Verdict {
  readonly rowId: string
  readonly accepted: boolean
  readonly code: string | null
  readonly reason: string | null
}

export type SavedChanges<Row> =
  | {
      readonly kind: 'answered'
      readonly changeSetId: string | null
      readonly cells: readonly (Verdict & {
        readonly field: string
        readonly theirs: {
          readonly value: string
          readonly by: string | null
          readonly at: string | null
        } | null
      })[]
      readonly rowAnswers: readonly (Verdict & { readonly kind: 'create' | 'move' | 'delete' })[]
      readonly rows: readonly Row[]
    }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'refused'; readonly code: string | null; readonly reason: string }

/** Cells typed or pasted together do not stand or fall together; an undo does. */
export const modeOf = (source: ChangesToSave['source']): 'ALL_OR_NOTHING' | 'ACCEPT_VALID' =>
  source === 'UNDO' || source === 'REDO' ? 'ALL_OR_NOTHING' : 'ACCEPT_VALID'

interface Outcome {
  readonly accepted: boolean
  readonly code: string | null
  readonly reason: string | null
  readonly currentValue: string | null
  readonly changedBy: string | null
  readonly changedAt: string | null
}

/** What became of a cell, and in a conflict what somebody else wrote there. */
export const readOutcome = ({ accepted, code, reason, currentValue, changedBy, changedAt }: Outcome) => ({
  accepted,
  code,
  reason,
  theirs: code === 'CONFLICT' ? { value: currentValue ?? '', by: changedBy, at: changedAt } : null,
})

/** What the server calls a field. */
export function nameOf<Field extends string, Name>(
  names: Readonly<Record<Field, Name>>,
  field: string,
): Name {
  const known = Object.entries<Name>(names).find(([name]) => name === field)
  if (known === undefined) throw new Error(`no such field: ${field}`)
  return known[1]
}

/** A request that was not answered, or turned down as a whole; anything else is a bug and goes on. */
export function saveFailed(error: unknown): Exclude<SavedChanges<never>, { kind: 'answered' }> {
  if (!(error instanceof ApiError)) throw error
  if (error.kind === 'unreachable') return { kind: 'unreachable', reason: error.message }
  return { kind: 'refused', code: error.code, reason: error.message }
}
