import type { Sql } from '@biaochi/prisma'

export interface NamedProject {
  readonly id: string
  readonly fiscalYear: number
  readonly implementerId: string
  readonly name: string
}

/** Which of these projects cannot have its name, because another one of its agency, year and form has it: one statement. */
export const readNameless = async (
  sql: Sql,
  wanted: readonly NamedProject[],
): Promise<ReadonlySet<string>> => {
  if (wanted.length === 0) return new Set()
  const rows = await sql.query<{ id: string }>(
    `SELECT sent."id" FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[]) AS sent("id", "year", "implementer", "name")
     JOIN "project" own ON own."id" = sent."id"
     JOIN "project" p ON p."form" = own."form" AND p."fiscal_year" = sent."year" AND p."implementer_id" = sent."implementer"
       AND p."name" = sent."name" AND p."id" <> sent."id"`,
    [
      wanted.map(({ id }) => id),
      wanted.map(({ fiscalYear }) => fiscalYear),
      wanted.map(({ implementerId }) => implementerId),
      wanted.map(({ name }) => name),
    ],
  )
  return new Set(rows.map(({ id }) => id))
}
