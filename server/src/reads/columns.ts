// How a column is selected: pg and PGlite read decimals and times differently, so those come as the text the API answers.
const selections = {
  plain: (name: string) => `"${name}"`,
  decimal: (name: string) => `trim_scale("${name}")::text`,
  date: (name: string) => `"${name}"::text`,
  time: (name: string) => `to_char("${name}" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
}

type Kind = keyof typeof selections

/** 'fiscalYear' → 'fiscal_year', as the schema maps every column. */
const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Each key of the API with the SQL that selects it under that name. */
export type Columns = ReadonlyMap<string, string>

export const columns = <Row>(
  keys: Readonly<Partial<Record<Kind, readonly (keyof Row & string)[]>>>,
): Columns =>
  new Map(
    (['plain', 'decimal', 'date', 'time'] as const).flatMap((kind) =>
      (keys[kind] ?? []).map((key) => [key, `${selections[kind](snake(key))} AS "${key}"`] as const),
    ),
  )
