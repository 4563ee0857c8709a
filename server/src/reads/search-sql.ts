import type { SqlValue } from '@biaochi/prisma'
import { SqlValues } from './sql-values.ts'

/** In the order they come among equally good matches. */
export const searchKinds = ['AGENCY', 'PROJECT', 'INDICATOR'] as const
export type SearchKind = (typeof searchKinds)[number]

/** Where the page before ended: how good the match was, the length of its text, the kind, the text, the year, the id. */
export type SearchKey = readonly [
  rank: number,
  size: number,
  kind: number,
  text: string,
  year: number,
  id: string,
]

export interface SearchQuestion {
  readonly text: string
  readonly kinds: readonly SearchKind[]
  readonly fiscalYear: number | null
  readonly after: SearchKey | null
}

/** How well a folded name matches what is asked for: 0 the same, 1 begins with it, 2 contains it. */
export const rank = (folded: string): string =>
  `CASE WHEN ${folded} = q."text" THEN 0 WHEN starts_with(${folded}, q."text") THEN 1 ELSE 2 END`

/**
 * The folded text with its pairs of neighbours ("q"; one character alone is a gram of its own), and the names of the
 * dictionary having them all ("term"), which its index finds.
 */
export const asked = (text: string): string => `"q" AS MATERIALIZED (
  SELECT f AS "text", ARRAY(SELECT substr(f, i, least(2, length(f)))
    FROM generate_series(1, greatest(1, length(f) - 1)) AS i) AS "grams" FROM search_fold(${text}) AS f),
"term" AS MATERIALIZED (
  SELECT DISTINCT s."source", s."name", ${rank('s."folded"')} AS "rank", length(s."folded") AS "size"
  FROM "search_name" s, "q" q
  WHERE search_grams(s."folded") @> (SELECT "grams" FROM "q") AND q."text" <> ''
    AND position(q."text" IN s."folded") > 0)`

interface Writer {
  readonly values: SqlValues
  readonly year: string | null
  readonly after: { readonly row: string; readonly term: string } | null
  readonly limit: string | null
}

const order = 'ORDER BY "rank", "size", "text", "year", "id"'

// Names are few, rows are many: names come in order, and only as many rows are fetched of each as the page needs.
const ofNames = (kind: 'PROJECT' | 'INDICATOR', { year, after, limit }: Writer): string => {
  const key = `t."rank", t."size", ${searchKinds.indexOf(kind)}, t."name", -r."fiscal_year", r."id"`
  const conditions = [
    `left(r."name", 300) = t."name"`,
    ...(year === null ? [] : [`r."fiscal_year" = ${year}`]),
    ...(after === null ? [] : [`(${key}) > ${after.row}`]),
  ]
  const cut = limit === null ? '' : `ORDER BY r."fiscal_year" DESC, r."id" LIMIT ${limit}`
  const terms = [
    `"source" = '${kind.toLowerCase()}'`,
    ...(after === null ? [] : [`("rank", "size") >= ${after.term}`]),
  ]
  return `SELECT ${searchKinds.indexOf(kind)} AS "kind", t."rank", t."size", t."name" AS "text", -r."fiscal_year" AS "year", r."id"
    FROM (SELECT * FROM "term" WHERE ${terms.join(' AND ')} ORDER BY "rank", "size", "name") t
    CROSS JOIN LATERAL (SELECT r."id", r."fiscal_year" FROM "${kind.toLowerCase()}" r
      WHERE ${conditions.join(' AND ')} ${cut}) r`
}

// A catalog has thousands of agencies: they are looked through, each by the best of its names and its code.
const ofAgencies = ({ after }: Writer): string => {
  const kind = searchKinds.indexOf('AGENCY')
  const key = `m."rank", m."size", ${kind}, m."text", 0, a."id"`
  return `SELECT ${kind} AS "kind", m."rank", m."size", m."text", 0 AS "year", a."id" FROM "agency" a, "q" q
    CROSS JOIN LATERAL (SELECT n."name" AS "text", ${rank('f')} AS "rank", length(f) AS "size"
      FROM unnest(ARRAY[a."name", a."short_name", a."code"] || a."former_names") AS n("name"), search_fold(n."name") AS f
      WHERE position(q."text" IN f) > 0 AND q."text" <> '' ORDER BY "rank", "size", "text" LIMIT 1) m
    ${after === null ? '' : `WHERE (${key}) > ${after.row}`}`
}

const branches = (kinds: readonly SearchKind[], writer: Writer): string[] =>
  kinds.map((kind) => {
    const text = kind === 'AGENCY' ? ofAgencies(writer) : ofNames(kind, writer)
    return writer.limit === null ? `(${text})` : `(SELECT * FROM (${text}) b ${order} LIMIT ${writer.limit})`
  })

/** The hits of a page, best first. */
export const searchSql = (question: SearchQuestion, limit: number): { text: string; values: SqlValue[] } => {
  const values = new SqlValues()
  const text = values.add(question.text, 'text')
  const { after, fiscalYear, kinds } = question
  const types = ['int', 'int', 'int', 'text', 'int', 'uuid']
  const sent = after?.map((value, index) => values.add(value, types[index] ?? 'text'))
  const writer: Writer = {
    values,
    year: fiscalYear === null ? null : values.add(fiscalYear, 'int'),
    after: sent === undefined ? null : { row: `(${sent.join(', ')})`, term: `(${sent[0]}, ${sent[1]})` },
    limit: values.add(limit, 'int'),
  }
  return {
    text: `WITH ${asked(text)} SELECT * FROM (${branches(kinds, writer).join(' UNION ALL ')}) hit
      ORDER BY "rank", "size", "kind", "text", "year", "id" LIMIT ${writer.limit}`,
    values: values.list,
  }
}

/** How many hits there are. */
export const searchCountSql = (question: SearchQuestion): { text: string; values: SqlValue[] } => {
  const values = new SqlValues()
  const text = values.add(question.text, 'text')
  const { fiscalYear, kinds } = question
  const year = fiscalYear === null ? null : values.add(fiscalYear, 'int')
  const writer: Writer = { values, year, after: null, limit: null }
  return {
    text: `WITH ${asked(text)} SELECT count(*)::int AS "count" FROM (${branches(kinds, writer).join(' UNION ALL ')}) hit`,
    values: values.list,
  }
}
