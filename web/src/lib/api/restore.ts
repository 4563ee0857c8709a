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

const undoMutation = graphql(
  `
    mutation UndoChangeSet($id: ID!) {
      undoChangeSet(id: $id) {
        ...TakenBack
      }
    }
  `,
  [takenBack],
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

/** Takes one of one's own change sets back, all of it or nothing. */
export const undoChangeSet = (api: Pick<Api, 'mutate'>, id: string): Promise<Restored> =>
  answered(async () => readTakenBack((await api.mutate(undoMutation, { id })).undoChangeSet))

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
