import { ApiError } from './api-error.ts'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'

const lastChangeQuery = graphql(`
  query LastChange($rowId: ID!, $field: String!) {
    cellHistory(rowId: $rowId, field: $field, first: 1) {
      nodes {
        changeSet {
          author
          createdAt
        }
      }
    }
  }
`)

export interface LastChange {
  readonly by: string
  /** ISO time. */
  readonly at: string
}

/** Who changed a cell last; null when nobody did, or when nobody can be asked. */
export async function fetchLastChange(api: Api, rowId: string, field: string): Promise<LastChange | null> {
  try {
    const { cellHistory } = await api.query(lastChangeQuery, { rowId, field })
    const [line] = cellHistory.nodes
    return line === undefined ? null : { by: line.changeSet.author, at: line.changeSet.createdAt }
  } catch (problem) {
    if (problem instanceof ApiError) return null
    throw problem
  }
}
