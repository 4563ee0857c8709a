const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * The check character of the first 17 of a unified social credit code (GB 32100-2015: weights 3^i mod 31), or null
 * when one of them is not of its 31 characters (no I, O, S, V, Z).
 */
export function creditCodeCheck(first17: string): string | null {
  if (first17.length !== 17) return null
  let [sum, weight] = [0, 1]
  for (const character of first17) {
    const value = alphabet.indexOf(character)
    if (value < 0) return null
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? null
}

/** Whether a text is a unified social credit code of 18 characters whose last one is right. */
export const isCreditCode = (code: string): boolean =>
  code.length === 18 && creditCodeCheck(code.slice(0, 17)) === code[17]
