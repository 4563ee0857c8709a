import { foldWidth, parseAmount } from '@biaochi/domain'
import type { AmountUnit } from '#lib/format-amount.ts'

/**
 * A typed amount with the unit it was typed in ("1,250" → "1,250万元"), so that it means the same when another unit is
 * shown. What has a unit already, or is no amount, stays as it was typed.
 */
export function spellAmount(typed: string, unit: AmountUnit): string {
  if (parseAmount(typed, unit) === null || /[元万亿]$/u.test(foldWidth(typed))) return typed
  return `${typed.trim()}${unit}`
}
