import type { Big } from '../decimal.ts'

const most = 12

/** Whether some of at most 12 amounts add up to `sum`; more of them are taken to do so, which is the careful answer. */
export function subsetSums(amounts: readonly Big[], sum: Big): boolean {
  if (amounts.length > most) return true
  const reach = (from: number, left: Big): boolean => {
    if (left.eq(0)) return true
    for (let index = from; index < amounts.length; index += 1) {
      const amount = amounts[index]
      if (amount !== undefined && reach(index + 1, left.minus(amount))) return true
    }
    return false
  }
  return reach(0, sum)
}
