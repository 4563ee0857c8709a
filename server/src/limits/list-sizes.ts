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
