interface Placed {
  readonly id: string
  readonly record: { readonly parentId: string | null }
}

/** Where a row stands in the tree. */
export interface TreePlace {
  readonly depth: number
  /** Rows below it, at any depth. */
  readonly below: number
}

/** The rows as a tree is read: every agency followed by what is below it; siblings keep their order. */
export function arrangeTree<T extends Placed>(rows: readonly T[]): readonly T[] {
  const known = new Set(rows.map((row) => row.id))
  const below = Map.groupBy(rows, ({ record: { parentId } }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  )
  const arranged: T[] = []
  const place = (row: T): void => {
    arranged.push(row)
    for (const child of below.get(row.id) ?? []) place(child)
  }
  for (const row of below.get(null) ?? []) place(row)
  if (arranged.length === rows.length) return arranged
  // A ring of agencies hangs on nothing until the server has refused it; its rows are still there to be seen.
  const placed = new Set(arranged)
  return [...arranged, ...rows.filter((row) => !placed.has(row))]
}

/** Depths and sizes of arranged rows, one for each. */
export function treePlaces(rows: readonly Placed[]): readonly TreePlace[] {
  const indexes = new Map(rows.map((row, index) => [row.id, index]))
  const places: { depth: number; below: number }[] = []
  rows.forEach(({ record: { parentId } }, index) => {
    const parent = parentId === null ? undefined : indexes.get(parentId)
    const above = parent === undefined || parent >= index ? undefined : places[parent]
    places.push({ depth: above === undefined ? 0 : above.depth + 1, below: 0 })
    for (const ancestor of ancestors(rows, indexes, index)) {
      const place = places[ancestor]
      if (place !== undefined) place.below += 1
    }
  })
  return places
}

function* ancestors(
  rows: readonly Placed[],
  indexes: ReadonlyMap<string, number>,
  index: number,
): Generator<number> {
  let at = index
  for (;;) {
    const parentId = rows[at]?.record.parentId ?? null
    const parent = parentId === null ? undefined : indexes.get(parentId)
    // Arranged rows stand under their parents; only in a ring one does not.
    if (parent === undefined || parent >= at) return
    yield parent
    at = parent
  }
}

/** The agencies above one, the nearest first. */
export function agenciesAbove(
  id: string,
  parentOf: (id: string) => string | null | undefined,
): readonly string[] {
  const above: string[] = []
  for (let at = parentOf(id); at && at !== id && !above.includes(at); at = parentOf(at)) above.push(at)
  return above
}
