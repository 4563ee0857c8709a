import type { IndicatorField } from '@biaochi/domain'
import { ApiError } from './api-error.ts'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'
import { indicatorFields, readRow } from './indicator-fields.ts'
import type { ReadRow } from './indicator-fields.ts'
import { toLower } from './words.ts'

const applyMutation = graphql(
  `
    mutation ApplyChanges($input: ApplyIndicatorChangesInput!) {
      applyIndicatorChanges(input: $input) {
        changeSetId
        outcomes {
          indicatorId
          field
          accepted
          code
          reason
          currentValue
          changedBy
          changedAt
        }
        rowOutcomes {
          indicatorId
          operation
          accepted
          code
          reason
        }
        indicators {
          ...IndicatorFields
          project {
            id
          }
        }
      }
    }
  `,
  [indicatorFields],
)

const fieldNames = {
  level1: 'LEVEL1',
  level2: 'LEVEL2',
  name: 'NAME',
  target: 'TARGET',
  actual: 'ACTUAL',
  weight: 'WEIGHT',
  score: 'SCORE',
  reason: 'REASON',
  grade: 'GRADE',
} as const satisfies Record<IndicatorField, string>

const fieldName = (field: string): (typeof fieldNames)[IndicatorField] => {
  const known = Object.entries(fieldNames).find(([name]) => name === field)
  if (known === undefined) throw new Error(`no field of an indicator: ${field}`)
  return known[1]
}

export interface ChangesToSave {
  readonly key: string
  readonly source: 'EDIT' | 'PASTE' | 'FILL' | 'UNDO' | 'REDO'
  readonly changes: readonly ChangeToSave[]
}

type ChangeToSave =
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

export type SavedChanges =
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
      readonly rows: readonly ReadRow[]
    }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'refused'; readonly code: string | null; readonly reason: string }

/** Saves cells and rows in one request; whatever comes of it is an answer, also that nobody answered. */
export async function saveChanges(api: Api, { key, source, changes }: ChangesToSave): Promise<SavedChanges> {
  try {
    const { applyIndicatorChanges: answer } = await api.mutate(applyMutation, {
      input: {
        // Cells typed or pasted together do not stand or fall together; an undo does.
        mode: source === 'UNDO' || source === 'REDO' ? 'ALL_OR_NOTHING' : 'ACCEPT_VALID',
        source,
        idempotencyKey: key,
        changes: changes.flatMap((change) =>
          change.kind !== 'cell'
            ? []
            : [
                {
                  indicatorId: change.rowId,
                  field: fieldName(change.field),
                  value: change.value,
                  version: change.version,
                },
              ],
        ),
        creates: changes.flatMap((change) => (change.kind === 'create' ? [createInput(change)] : [])),
        moves: changes.flatMap((change) =>
          change.kind === 'move'
            ? [{ indicatorId: change.rowId, version: change.version, ...placeInput(change.after) }]
            : [],
        ),
        deletes: changes.flatMap((change) =>
          change.kind === 'delete' ? [{ indicatorId: change.rowId, version: change.version }] : [],
        ),
      },
    })
    return {
      kind: 'answered',
      changeSetId: answer.changeSetId,
      cells: answer.outcomes.map((outcome) => ({
        rowId: outcome.indicatorId,
        field: toLower(outcome.field),
        accepted: outcome.accepted,
        code: outcome.code,
        reason: outcome.reason,
        theirs:
          outcome.code === 'CONFLICT'
            ? { value: outcome.currentValue ?? '', by: outcome.changedBy, at: outcome.changedAt }
            : null,
      })),
      rowAnswers: answer.rowOutcomes.map(({ indicatorId, operation, accepted, code, reason }) => ({
        rowId: indicatorId,
        kind: toLower(operation),
        accepted,
        code,
        reason,
      })),
      rows: answer.indicators.map((row) => readRow(row, row.project.id)),
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.kind === 'unreachable') return { kind: 'unreachable', reason: error.message }
    return { kind: 'refused', code: error.code, reason: error.message }
  }
}

/** Under a row, or on the first place. */
const placeInput = (after: string | null) => (after === null ? { position: 0 } : { after })

const createInput = ({ rowId, groupId, after, seed, cells }: Extract<ChangeToSave, { kind: 'create' }>) => ({
  id: rowId,
  projectId: groupId,
  period: seed === 'midterm' ? ('MIDTERM' as const) : ('ANNUAL' as const),
  ...placeInput(after),
  cells: Object.entries(cells).map(([field, value]) => ({ field: fieldName(field), value })),
})
