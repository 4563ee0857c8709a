import { compareDecimals, scaleDecimals, subtractDecimals, sumDecimals } from '@biaochi/domain'
import type { DecimalText } from '@biaochi/domain'

export interface WeighedRow {
  readonly id: string
  readonly weight: DecimalText | null
}

export interface WeightEdit {
  readonly rowId: string
  readonly text: DecimalText
}

/** The weights in the same proportions, together exactly `total`; rows without one stay so. */
export function scaleWeights(rows: readonly WeighedRow[], total: DecimalText): readonly WeightEdit[] {
  const weighed = rows.flatMap(({ id, weight }) => (weight === null ? [] : [{ id, weight }]))
  return edits(
    weighed.map(({ id }) => id),
    scaleDecimals(
      weighed.map(({ weight }) => weight),
      total,
    ),
  )
}

/** What is missing to `total` in equal parts on the rows without a weight; nothing where nothing is missing or all have one. */
export function spreadRemainder(rows: readonly WeighedRow[], total: DecimalText): readonly WeightEdit[] {
  const empty = rows.filter(({ weight }) => weight === null)
  const given = sumDecimals(rows.flatMap(({ weight }) => weight ?? []))
  const missing = subtractDecimals(total, given)
  if (empty.length === 0 || compareDecimals(missing, '0') <= 0) return []
  return edits(
    empty.map(({ id }) => id),
    scaleDecimals(
      empty.map(() => '1'),
      missing,
    ),
  )
}

const edits = (ids: readonly string[], weights: readonly DecimalText[]): readonly WeightEdit[] =>
  ids.flatMap((rowId, index) => {
    const text = weights[index]
    return text === undefined ? [] : [{ rowId, text }]
  })
