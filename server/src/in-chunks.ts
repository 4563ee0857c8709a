/** Prisma sends every id as a parameter of its own, and a statement has at most 32,767. */
const CHUNK = 10_000

/** The rows of any number of ids, in the order of the ids; one statement for all but the largest requests. */
export const inChunks = async <Row>(
  ids: readonly string[],
  load: (ids: string[]) => Promise<readonly Row[]>,
): Promise<Row[]> => {
  const sorted = ids.toSorted()
  const rows: Row[] = []
  // Once even for no ids, so that a query that was planned is always used.
  for (let start = 0; start === 0 || start < sorted.length; start += CHUNK)
    rows.push(...(await load(sorted.slice(start, start + CHUNK))))
  return rows
}
