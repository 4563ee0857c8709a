import type { Sql } from '@biaochi/prisma'
import { encodeCursor } from '../paging.ts'
import { searchCountSql, searchKinds, searchSql, type SearchKind, type SearchQuestion } from './search-sql.ts'

const matches = ['EXACT', 'PREFIX', 'INSIDE'] as const

/** Something that was found, and by what. */
export interface SearchHit {
  readonly kind: SearchKind
  readonly id: string
  readonly text: string
  readonly match: (typeof matches)[number]
}

interface HitRow {
  readonly kind: number
  readonly rank: number
  readonly size: number
  readonly text: string
  readonly year: number
  readonly id: string
}

interface SearchPage {
  readonly edges: readonly { readonly cursor: string; readonly node: SearchHit }[]
  readonly hasNextPage: boolean
  readonly count: () => Promise<number>
}

const hitOf = ({ kind, rank, id, text }: HitRow): SearchHit => ({
  kind: searchKinds[kind] ?? 'INDICATOR',
  match: matches[rank] ?? 'INSIDE',
  id,
  text,
})

/** A page of hits by one statement; none is sent when only the count is asked for. */
export const readSearch = async (
  sql: Sql,
  question: SearchQuestion,
  size: number,
  asked: ReadonlySet<string>,
): Promise<SearchPage> => {
  const nothing = question.kinds.length === 0 || question.text === ''
  const wanted = !nothing && ['edges', 'nodes', 'pageInfo'].some((field) => asked.has(field))
  const { text, values } = searchSql(question, size + 1)
  const rows = wanted ? await sql.query<HitRow>(text, values) : []
  return {
    edges: rows.slice(0, size).map((row) => ({
      node: hitOf(row),
      cursor: encodeCursor([row.rank, row.size, row.kind, row.text, row.year, row.id]),
    })),
    hasNextPage: rows.length > size,
    count: async () => {
      if (nothing) return 0
      const counting = searchCountSql(question)
      return (await sql.query<{ count: number }>(counting.text, counting.values))[0]?.count ?? 0
    },
  }
}
