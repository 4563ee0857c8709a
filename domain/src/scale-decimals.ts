import { big, canonical } from './decimal.ts'
import type { Big, DecimalText } from './decimal.ts'

const places = 2
const smallest = big('0.01')

interface Share {
  readonly index: number
  value: Big
  readonly lost: Big
}

/**
 * Positive decimals in the same proportions with exactly `total` (at most 2 decimals) as their sum, each with at most 2
 * decimals: every share is rounded down, and what is left goes by hundredths to those that lost most (largest remainder).
 * Nothing comes of no values, and of values or a total that are not positive.
 */
export function scaleDecimals(values: readonly DecimalText[], total: DecimalText): readonly DecimalText[] {
  const sum = values.reduce((all, value) => all.plus(value), big('0'))
  if (sum.lte(0) || big(total).lte(0) || values.some((value) => big(value).lt(0))) return []
  const shares = values.map((value, index): Share => {
    const part = big(value).times(total)
    // Compared as numerators over the same denominator, so that no remainder is rounded.
    const near = part.div(sum).round(places, 0)
    const down = near.times(sum).gt(part) ? near.minus(smallest) : near
    return { index, value: down, lost: part.minus(down.times(sum)) }
  })
  let left = shares.reduce((rest, { value }) => rest.minus(value), big(total))
  for (const share of shares.toSorted((a, b) => b.lost.cmp(a.lost) || a.index - b.index)) {
    if (left.lte(0)) break
    share.value = share.value.plus(smallest)
    left = left.minus(smallest)
  }
  return shares.map(({ value }) => canonical(value))
}
