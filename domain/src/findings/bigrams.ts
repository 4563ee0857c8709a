import { remembering } from '../remembering.ts'

// Words that half of all names share say nothing about which one is meant.
const common =
  /(次数|人次数|人数|人次|场次|数量|个数|家数|篇数|天数|总数|数)$|开展|组织|举办|进行|完成|实施|工作|项目|情况|全年|全市|本市|年度|各类|相关|有关|不断|持续/gu

/** The pairs of neighbouring characters that make a name itself, everyday words of forms taken out. */
export const bigrams = remembering((text): ReadonlySet<string> => {
  const pairs = new Set<string>()
  for (const piece of text.replace(common, ' ').split(/[^\p{L}\p{N}]+/u)) {
    for (let index = 0; index + 1 < piece.length; index += 1) pairs.add(piece.slice(index, index + 2))
  }
  return pairs
})
