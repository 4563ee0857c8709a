import { normalizeText, parseDecimal, parseTarget } from '@biaochi/domain'

/** How much a text looks like a value: `certain` carries an operator or a unit, `plain` is a bare number. */
export type ValueKind = 'certain' | 'plain' | 'not-applicable' | 'words'

const startsLikeValue =
  /^(?:[≥≤<>=≧≦⩾⩽约近达]|\d|不少于|不低于|不小于|不超过|不高于|不大于|不多于|不得|大于|小于|高于|低于|少于|多于|超过|至少|至多|最多|最少|满意[度率])/
const longest = 24

/** What a cell looks like by itself; names and values in words are told apart by their columns only. */
export function valueKind(text: string): ValueKind {
  if (isDecimal(text)) return 'plain'
  const key = text.length > longest ? '' : normalizeText(text)
  if (key === '') return 'words'
  if (/^\(?不适用\)?$/.test(key)) return 'not-applicable'
  if (!startsLikeValue.test(key) || !/\d/.test(key)) return 'words'
  const value = parseTarget(text)
  return value.kind === 'quantitative' && (value.operator !== null || value.unit !== null)
    ? 'certain'
    : 'words'
}

/** Whether a cell is a bare decimal, as points are printed. */
export const isDecimal = (text: string): boolean => pointsOf(text) !== null

/** Points as printed ("22.5", "10分") as a decimal's text, or null. */
export function pointsOf(text: string): string | null {
  const bare = text.length > longest ? '' : normalizeText(text).replace(/分$/, '')
  return /^\d+(?:\.\d+)?$/.test(bare) && parseDecimal(bare) !== null ? bare : null
}
