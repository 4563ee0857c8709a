import type { IndicatorField } from '@biaochi/domain'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'
import { indicatorFields, readRow } from './indicator-fields.ts'
import type { ReadRow } from './indicator-fields.ts'
import { modeOf, nameOf, readOutcome, saveFailed } from './saving.ts'
import type { ChangesToSave, ChangeToSave, SavedChanges } from './saving.ts'
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

const fieldName = (field: string) =>
  nameOf<IndicatorField, (typeof fieldNames)[IndicatorField]>(fieldNames, field)

/** Saves cells and rows in one request; whatever comes of it is an answer, also that nobody answered. */
export async function saveChanges(
  api: Api,
  { key, source, changes }: ChangesToSave,
): Promise<SavedChanges<ReadRow>> {
  try {
    const { applyIndicatorChanges: answer } = await api.mutate(applyMutation, {
      input: {
        mode: modeOf(source),
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
        ...readOutcome(outcome),
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
    return saveFailed(error)
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
