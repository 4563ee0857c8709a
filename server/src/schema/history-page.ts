import { z } from 'zod'
import { encodeCursor } from '../paging.ts'
import type { CellChangeRow, ChangeSetRow } from '../reads/history-pages.ts'
import { connectionOf, type Page } from './connection.ts'
import { CellChangeRef, ChangeSetRef } from './history-types.ts'

export const MAX_HISTORY = 500

export const ChangeSetConnection = connectionOf('ChangeSet', ChangeSetRef)
export const CellChangeConnection = connectionOf('CellChange', CellChangeRef)

const int4 = z.int().min(-2147483648).max(2147483647)
export const setCursor = z.tuple([int4])
export const rowLineCursor = z.tuple([int4, z.string().max(200)])
export const setLineCursor = z.tuple([z.uuid(), z.string().max(200)])

/** One page of rows of which one more than fits was read. */
const pageOf = <Row>(
  rows: readonly Row[],
  size: number,
  key: (row: Row) => readonly (string | number)[],
  count: () => Promise<number>,
): Page<Row> => ({
  edges: rows.slice(0, size).map((node) => ({ node, cursor: encodeCursor(key(node)) })),
  hasNextPage: rows.length > size,
  count,
})

export const setPage = (rows: readonly ChangeSetRow[], size: number, count: () => Promise<number>) =>
  pageOf(rows, size, ({ number }) => [number], count)

export const rowLinePage = (rows: readonly CellChangeRow[], size: number, count: () => Promise<number>) =>
  pageOf(rows, size, ({ set, field }) => [set.number, field], count)

export const setLinePage = (rows: readonly CellChangeRow[], size: number, count: () => Promise<number>) =>
  pageOf(rows, size, ({ rowId, field }) => [rowId, field], count)
