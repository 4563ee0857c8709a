import { normalizeText } from '@biaochi/domain'
import { compileFilters } from './column-filter.ts'
import type { FilterSubjects } from './column-filter.ts'
import type { MakeSearch } from './sheet-search.ts'

/** Rows that contain every word and pass the filters, where a row stands for itself. */
export const searchRows =
  <R>(textOf: (row: R) => string, subjects: () => FilterSubjects<R>): MakeSearch<R> =>
  (text, filters) => {
    const words = text.split(/\s+/u).flatMap((word) => fold(word) || [])
    if (words.length === 0 && Object.keys(filters).length === 0) return null
    return () => {
      const passes = compileFilters(subjects(), filters)
      const hasWords = (row: R): boolean => {
        const all = fold(textOf(row))
        return words.every((word) => all.includes(word))
      }
      return () => ({ row: (row) => passes(row) && hasWords(row), alone: false })
    }
  }

const fold = (text: string): string => normalizeText(text).toLowerCase()
