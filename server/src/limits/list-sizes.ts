/** How many rows a list without `first` is taken to have, where ten is not a fair guess. */
const sizes: ReadonlyMap<string, number> = new Map([
  ['Query.agencies', 500],
  ['Agency.ancestors', 4],
  ['Agency.children', 5],
  ['Agency.projectCounts', 5],
  ['Project.indicators', 30],
  ['Project.funds', 15],
  ['Project.goals', 3],
  ['Project.narratives', 6],
])

const USUAL = 10

export const assumedSize = (type: string, field: string): number => sizes.get(`${type}.${field}`) ?? USUAL

/**
 * What a root field may cost besides the objects it answers with, in objects: numbers and searches read whole tables, a
 * list with a filter may have to. PGlite cannot be told to stop, so this is what keeps a request short there.
 */
const readings: ReadonlyMap<string, number> = new Map([
  ['stats', 10_000],
  ['search', 10_000],
  ['indicatorSuggestions', 10_000],
  ['projects', 5_000],
  ['indicators', 5_000],
  ['changeSets', 5_000],
])

export const readingCost = (type: string, field: string): number =>
  type === 'Query' ? (readings.get(field) ?? 0) : 0
