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

/** A request that was not answered, or turned down as a whole; anything else is a bug and goes on. */
export function saveFailed(error: unknown): Exclude<SavedChanges<never>, { kind: 'answered' }> {
  if (!(error instanceof ApiError)) throw error
  if (error.kind === 'unreachable') return { kind: 'unreachable', reason: error.message }
  return { kind: 'refused', code: error.code, reason: error.message }
}
