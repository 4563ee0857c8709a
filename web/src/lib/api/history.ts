import type { ResultOf } from 'gql.tada'
import { ApiError } from './api-error.ts'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'
import { indicatorFields, readRow } from './indicator-fields.ts'
import type { ReadRow } from './indicator-fields.ts'
import { nextOf } from './project-page.ts'

const cellHistoryQuery = graphql(`
  query CellHistory($rowId: ID!, $field: String!, $first: Int!, $after: String) {
    cellHistory(rowId: $rowId, field: $field, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        kind
        field
        before
        after
        changeSet {
          id
          author
          source
          createdAt
          cells
        }
      }
    }
  }
`)

const restoreCellMutation = graphql(
  `
    mutation RestoreCell($rowId: ID!, $field: String!, $at: DateTime!) {
      restoreCell(rowId: $rowId, field: $field, at: $at) {
        applied
        changeSetId
        refusals {
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

/** One line of a cell's history: an edit of it, or the making or deleting of its row. */
export type HistoryLine = ResultOf<typeof cellHistoryQuery>['cellHistory']['nodes'][number]

export interface HistoryPage {
  readonly lines: readonly HistoryLine[]
  /** Where the next page begins, null after the last one. */
  readonly next: string | null
}

const pageSize = 30

/** What happened to a cell, newest first. */
export async function fetchCellHistory(
  api: Pick<Api, 'query'>,
  rowId: string,
  field: string,
  after: string | null,
): Promise<HistoryPage> {
  const { cellHistory } = await api.query(cellHistoryQuery, { rowId, field, first: pageSize, after })
  return { lines: cellHistory.nodes, next: nextOf(cellHistory.pageInfo) }
}

export type Restored =
  | { readonly kind: 'restored'; readonly changeSetId: string; readonly rows: readonly ReadRow[] }
  | { readonly kind: 'refused'; readonly reason: string }

/** Puts a cell back to what it was at a moment; a refusal is an answer. */
export async function restoreCell(
  api: Pick<Api, 'mutate'>,
  rowId: string,
  field: string,
  at: string,
): Promise<Restored> {
  try {
    const { restoreCell: answer } = await api.mutate(restoreCellMutation, { rowId, field, at })
    const { applied, changeSetId, refusals, indicators } = answer
    return applied && changeSetId !== null
      ? {
          kind: 'restored',
          changeSetId,
          rows: indicators.map((row) => readRow(row, row.project.id)),
        }
      : { kind: 'refused', reason: refusals[0]?.reason ?? '' }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { kind: 'refused', reason: error.message }
  }
}
