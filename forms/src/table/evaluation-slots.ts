import { takeLevels } from '../levels/take-levels.ts'
import type { LevelVocabulary } from '../levels/level-vocabulary.ts'
import type { Column } from '../draft.ts'
import type { Cell, Row } from '../text/row.ts'
import { isDash } from '../text/noise.ts'
import type { Slot } from './assign-cells.ts'
import { isValueInWords, pointsOf, valueKind } from './value-kind.ts'

/** The columns of a self-evaluation, from left to right. */
export const evaluationColumns = [
  'name',
  'target',
  'actual',
  'weight',
  'score',
  'reason',
] as const satisfies readonly Column[]

/** Fewest cells a row must keep before a short or unknown word in front counts as its label. */
export const fewestCells = 3
const even = [0, 1, 2, 3, 4, 5]
const longReason = 8

const points = (cell: Cell): number => {
  const value = pointsOf(cell.text)
  return value !== null && Number(value) <= 100 ? 4 : -Infinity
}
const byKind =
  (words: number, certain: number, plain: number) =>
  (cell: Cell): number => {
    const kind = valueKind(cell.text)
    return kind === 'certain'
      ? certain
      : kind === 'plain'
        ? plain
        : kind === 'words'
          ? words
          : Math.min(words, 1)
  }
const hasOperator = (cell: Cell): boolean => /^\s*(?:[≥≤<>=＞＜＝≧≦]|不|大于|小于|至)/.test(cell.text)
const value = byKind(0.8, 3, 1)
const tipped = (cell: Cell): number => (isValueInWords(cell.text) ? 0.7 : 0)

const fits: Readonly<
  Record<(typeof evaluationColumns)[number], { fit: (cell: Cell) => number; gap: number }>
> = {
  name: { fit: (cell) => byKind(2, -2, -6)(cell) - tipped(cell), gap: 3 },
  target: { fit: (cell) => value(cell) + tipped(cell) + (hasOperator(cell) ? 1 : 0), gap: 2 },
  actual: { fit: (cell) => value(cell) + tipped(cell), gap: 2 },
  weight: { fit: points, gap: 2 },
  score: { fit: points, gap: 2 },
  reason: { fit: (cell) => byKind(2, -3, -6)(cell) + (cell.text.length >= longReason ? 1 : 0), gap: 0 },
}

/** The columns with the distances between them that this table's whole rows show, else its header, else one tab each. */
export function evaluationSlots(
  rows: readonly Row[],
  vocabulary: LevelVocabulary,
  places: ReadonlyMap<Column, number>,
): readonly Slot<Column>[] {
  const own = ownOrder(places)
  if (own !== null) return own.map(([name, offset]) => ({ name, ...fits[name], offset }))
  const offsets = learnOffsets(rows, vocabulary) ?? headerOffsets(places) ?? even
  return evaluationColumns.map((name, at) => ({ name, ...fits[name], offset: offsets[at] ?? at }))
}

type EvaluationColumn = (typeof evaluationColumns)[number]

/** The columns with their distances in a header that has all of them in another order (分值 before 年度指标值); else null. */
function ownOrder(
  places: ReadonlyMap<Column, number>,
): readonly (readonly [EvaluationColumn, number])[] | null {
  const printed = evaluationColumns.flatMap((column) => {
    const place = places.get(column)
    return place === undefined ? [] : [[column, place] as const]
  })
  const sorted = printed.toSorted(([, a], [, b]) => a - b)
  return printed.length < evaluationColumns.length || sorted.every((one, at) => one === printed[at])
    ? null
    : sorted
}

function learnOffsets(rows: readonly Row[], vocabulary: LevelVocabulary): readonly number[] | null {
  const counts = new Map<string, { offsets: readonly number[]; count: number }>()
  for (const row of rows) {
    const cells = takeLevels(row.cells, vocabulary, fewestCells).rest.filter((cell) => !isDash(cell.text))
    const [name, , , weight, score] = cells
    if (name === undefined || weight === undefined || score === undefined || cells.length > 6) continue
    if (points(weight) < 0 || points(score) < 0 || pointsOf(name.text) !== null) continue
    const offsets = cells.map((cell) => cell.column - name.column)
    if (offsets.length < 6) offsets.push((offsets[4] ?? 4) + 1)
    const key = offsets.slice(0, 5).join()
    counts.set(key, { offsets, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.offsets ?? null
}

function headerOffsets(places: ReadonlyMap<Column, number>): readonly number[] | null {
  const name = places.get('name')
  if (name === undefined) return null
  const offsets = evaluationColumns.map((column, at) => (places.get(column) ?? name + at) - name)
  return offsets.every((offset, at) => at === 0 || offset > (offsets[at - 1] ?? 0)) ? offsets : null
}
