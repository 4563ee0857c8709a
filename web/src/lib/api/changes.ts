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
        outcomes {
          indicatorId
          field
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

export interface ChangesToSave {
  readonly key: string
  readonly source: 'EDIT' | 'UNDO' | 'REDO'
  readonly changes: readonly {
    readonly rowId: string
    readonly field: IndicatorField
    readonly value: string
    readonly version: number
  }[]
}

export type SavedChanges =
  | {
      readonly kind: 'answered'
      readonly cells: readonly {
        readonly rowId: string
        readonly field: IndicatorField
        readonly accepted: boolean
        readonly code: string | null
        readonly reason: string | null
      }[]
      readonly rows: readonly ReadRow[]
    }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'refused'; readonly code: string | null; readonly reason: string }

/** Saves cells; whatever comes of it is an answer, also that nobody answered. */
export async function saveChanges(api: Api, { key, source, changes }: ChangesToSave): Promise<SavedChanges> {
  try {
    const { applyIndicatorChanges: answer } = await api.mutate(applyMutation, {
      input: {
        // Edits typed one after the other do not stand or fall together; an undo does.
        mode: source === 'EDIT' ? 'ACCEPT_VALID' : 'ALL_OR_NOTHING',
        source,
        idempotencyKey: key,
        changes: changes.map(({ rowId, field, value, version }) => ({
          indicatorId: rowId,
          field: fieldNames[field],
          value,
          version,
        })),
      },
    })
    return {
      kind: 'answered',
      cells: answer.outcomes.map(({ indicatorId, field, accepted, code, reason }) => ({
        rowId: indicatorId,
        field: toLower(field),
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
