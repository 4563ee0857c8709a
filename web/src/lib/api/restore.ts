import type { ResultOf } from 'gql.tada'
import { ApiError } from './api-error.ts'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'
import { indicatorFields, readRow } from './indicator-fields.ts'
import type { ReadRow } from './indicator-fields.ts'
import { projectListFields, readListedRow } from './project-list.ts'
import type { ListedRow } from './project-list.ts'

const takenBack = graphql(`
  fragment TakenBack on TakeBackPayload {
    applied
    changeSetId
    refusals {
      reason
    }
  }
`)

const restoreCellMutation = graphql(
  `
    mutation RestoreCell($rowId: ID!, $field: String!, $at: DateTime!) {
      restoreCell(rowId: $rowId, field: $field, at: $at) {
        ...TakenBack
        indicators {
          ...IndicatorFields
          project {
            id
          }
        }
      }
    }
  `,
  [takenBack, indicatorFields],
)

const restoreProjectCellMutation = graphql(
  `
    mutation RestoreProjectCell($rowId: ID!, $field: String!, $at: DateTime!) {
      restoreCell(rowId: $rowId, field: $field, at: $at) {
        ...TakenBack
        projects {
          ...ProjectListFields
        }
      }
    }
  `,
  [takenBack, projectListFields],
)

const restoreProjectMutation = graphql(
  `
    mutation RestoreProject($projectId: ID!, $at: DateTime!) {
      restoreProject(projectId: $projectId, at: $at) {
        ...TakenBack
      }
    }
  `,
  [takenBack],
)

const takenBackOrNot = graphql(`
  fragment TakenBackOrNot on TakeBackPayload {
    applied
    changeSetId
    places
    refusals {
      rowId
      field
      code
      reason
      currentValue
      previousValue
      changedBy
      changedAt
    }
  }
`)

const undoMutation = graphql(
  `
    mutation UndoChangeSet($id: ID!, $onConflict: OnConflict!) {
      undoChangeSet(id: $id, onConflict: $onConflict) {
        ...TakenBackOrNot
      }
    }
  `,
  [takenBackOrNot],
)

const redoMutation = graphql(
  `
    mutation RedoChangeSet($id: ID!, $onConflict: OnConflict!) {
      redoChangeSet(id: $id, onConflict: $onConflict) {
        ...TakenBackOrNot
      }
    }
  `,
  [takenBackOrNot],
)

interface TakenBack {
  readonly applied: boolean
  readonly changeSetId: string | null
  readonly refusals: readonly { readonly reason: string }[]
}

export type Refused = { readonly kind: 'refused'; readonly reason: string }

/** A change set of its own that put something back. */
export type Restored = { readonly kind: 'restored'; readonly changeSetId: string } | Refused

export type RestoredRows<Row> =
  { readonly kind: 'restored'; readonly changeSetId: string; readonly rows: readonly Row[] } | Refused

/** Puts a cell of an indicator back to what it was at a moment. */
export const restoreCell = (
  api: Pick<Api, 'mutate'>,
  rowId: string,
  field: string,
  at: string,
): Promise<RestoredRows<ReadRow>> =>
  answered(async () => {
    const { restoreCell: answer } = await api.mutate(restoreCellMutation, { rowId, field, at })
    return withRows(
      readTakenBack(answer),
      answer.indicators.map((row) => readRow(row, row.project.id)),
    )
  })

/** Puts a cell of a project itself back to what it was at a moment. */
export const restoreProjectCell = (
  api: Pick<Api, 'mutate'>,
  rowId: string,
  field: string,
  at: string,
): Promise<RestoredRows<ListedRow>> =>
  answered(async () => {
    const { restoreCell: answer } = await api.mutate(restoreProjectCellMutation, { rowId, field, at })
    return withRows(readTakenBack(answer), answer.projects.map(readListedRow))
  })

/** Puts a project with all its indicators back to what it was at a moment. */
export const restoreProject = (api: Pick<Api, 'mutate'>, projectId: string, at: string): Promise<Restored> =>
  answered(async () =>
    readTakenBack((await api.mutate(restoreProjectMutation, { projectId, at })).restoreProject),
  )

interface ChangeToTakeBack {
  readonly source: 'UNDO' | 'REDO'
  readonly change: { readonly changeSetId: string }
  readonly onConflict: 'REFUSE' | 'KEEP' | 'OVERWRITE'
}

/** Takes one of one's own change sets back, or does it again; where something is in the way it says what. */
export async function takeBack(
  api: Pick<Api, 'mutate'>,
  { source, change: { changeSetId: id }, onConflict }: ChangeToTakeBack,
) {
  try {
    const answer =
      source === 'UNDO'
        ? (await api.mutate(undoMutation, { id, onConflict })).undoChangeSet
        : (await api.mutate(redoMutation, { id, onConflict })).redoChangeSet
    const { changeSetId, places, refusals } = answer
    if (changeSetId !== null) return { kind: 'done' as const, changeSetId }
    return { kind: 'blocked' as const, places, blocked: refusals.map(readPlace) }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { kind: error.kind, reason: error.message }
  }
}

type RefusedLine = ResultOf<typeof takenBackOrNot>['refusals'][number]

const readPlace = ({ currentValue, previousValue, changedBy, changedAt, ...place }: RefusedLine) => ({
  ...place,
  now: currentValue,
  then: previousValue,
  theirs: changedBy === null ? null : { value: currentValue ?? '', by: changedBy, at: changedAt },
})

/** A refusal is an answer. */
async function answered<Answer>(ask: () => Promise<Answer>): Promise<Answer | Refused> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { kind: 'refused', reason: error.message }
  }
}

const readTakenBack = ({ applied, changeSetId, refusals }: TakenBack): Restored =>
  applied && changeSetId !== null
    ? { kind: 'restored', changeSetId }
    : { kind: 'refused', reason: refusals[0]?.reason ?? '' }

const withRows = <Row>(answer: Restored, rows: readonly Row[]): RestoredRows<Row> =>
  answer.kind === 'refused' ? answer : { ...answer, rows }
