import { compileFilters } from './column-filter.ts'
import type { FilterSubjects, Filters } from './column-filter.ts'

export interface CountedValue {
  readonly value: string
  readonly count: number
}

/**
 * What a column holds among the rows the other filters leave, each value with how often; what is chosen already
 * is listed even where nothing is left of it, so that it can be taken back.
 */
export function countValues<R>(
  rows: Iterable<R>,
  subjects: FilterSubjects<R>,
  filters: Filters,
  id: string,
): readonly CountedValue[] {
  const subject = subjects[id]
  if (subject?.kind !== 'set') return []
  const { [id]: own, ...others } = filters
  const passes = compileFilters(subjects, others)
  const { order = [] } = subject
  const chosen = own?.kind === 'set' ? own.values : []
  const counts = new Map<string, number>([...order, ...chosen].map((value) => [value, 0]))
  for (const row of rows) {
    if (!passes(row)) continue
    for (const value of subject.valuesOf(row)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return sorted(counts, order)
}

/** The units a column counts in, the most frequent first. */
export function countUnits<R>(
  rows: Iterable<R>,
  subjects: FilterSubjects<R>,
  id: string,
): readonly CountedValue[] {
  const subject = subjects[id]
  if (subject?.kind !== 'measure') return []
  const counts = new Map<string, number>()
  for (const row of rows) {
    const measure = subject.measureOf(row)
    if (measure.kind === 'quantitative' && measure.unit !== null)
      counts.set(measure.unit, (counts.get(measure.unit) ?? 0) + 1)
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
}

/** In the order that is given, else by the words; what is empty last. */
function sorted(counts: ReadonlyMap<string, number>, order: readonly string[]): readonly CountedValue[] {
  const place = (value: string): number => {
    const at = order.indexOf(value)
    return at >= 0 ? at : order.length + Number(value === '')
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => place(a.value) - place(b.value) || a.value.localeCompare(b.value, 'zh-CN'))
}
