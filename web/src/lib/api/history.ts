import type { ResultOf } from 'gql.tada'
import { withUnit } from './amount-text.ts'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'
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

const projectHistoryQuery = graphql(`
  query ProjectHistory($projectId: ID!, $first: Int!, $after: String) {
    changeSets(filter: { projectId: $projectId }, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        author
        source
        createdAt
        cells
        rows
      }
    }
  }
`)

/** One line of a cell's history: an edit of it, or the making or deleting of its row. */
export type HistoryLine = ResultOf<typeof cellHistoryQuery>['cellHistory']['nodes'][number]

/** One change set of a project's history. */
export type ProjectChange = ResultOf<typeof projectHistoryQuery>['changeSets']['nodes'][number]

export interface HistoryPage<Line> {
  readonly lines: readonly Line[]
  /** Where the next page begins, null after the last one. */
  readonly next: string | null
}

export interface HistoryCell {
  readonly rowId: string
  readonly field: string
}

const pageSize = 30

/** What happened to a cell, newest first. */
export async function fetchCellHistory(
  api: Pick<Api, 'query'>,
  cell: HistoryCell,
  after: string | null,
): Promise<HistoryPage<HistoryLine>> {
  const { cellHistory } = await api.query(cellHistoryQuery, { ...cell, first: pageSize, after })
  const spell = (text: string | null): string | null => text && withUnit(cell.field, text)
  return {
    lines: cellHistory.nodes.map((line) =>
      line.kind === 'UPDATE' ? { ...line, before: spell(line.before), after: spell(line.after) } : line,
    ),
    next: nextOf(cellHistory.pageInfo),
  }
}

/** What happened to a project and its indicators, newest first. */
export async function fetchProjectHistory(
  api: Pick<Api, 'query'>,
  projectId: string,
  after: string | null,
): Promise<HistoryPage<ProjectChange>> {
  const { changeSets } = await api.query(projectHistoryQuery, { projectId, first: pageSize, after })
  return { lines: changeSets.nodes, next: nextOf(changeSets.pageInfo) }
}
