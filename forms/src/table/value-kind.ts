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

// How values in words begin or end (提升, 不超过预算, 2025年12月底前); names in the place of a target do not.
const valueWords =
  /^(?:提升|提高|增强|增长|完善|健全|改善|改进|优化|明显|显著|有效|持续|逐步|稳步|不断|进一步|较|不|无|达到|达标|符合|合格|合规|控制|保持|保障|维持|按|严格|及时|全年|全部|良好|优|是|有|已|长期|促进|减少|降低|下降|扩大|稳定|满意|基本|充分)|(?:前|以内|以上|以下|内|底|全覆盖)$|^\d/
const longestWords = 14

/** Whether a text looks like a value in words; a name may, so this only tips the scales. */
export const isValueInWords = (text: string): boolean => text.length <= longestWords && valueWords.test(text)
