const digits = '零一二三四五六七八九'
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** A written number below 10,000 as digits ("九十五" → "95", "九十九点五" → "99.5"), or null. */
export function readChineseNumeral(text: string): string | null {
  const [whole = '', fraction] = text.replace(/〇/g, '零').replace(/两/g, '二').split('点')
  const integer = readInteger(whole)
  if (integer === null) return null
  if (fraction === undefined) return String(integer)
  const behind = [...fraction].map((char) => digits.indexOf(char))
  return behind.length === 0 || behind.includes(-1) ? null : `${integer}.${behind.join('')}`
}

/** A whole number from 0 to 9,999 as it is written ("12" → 十二, "101" → 一百零一); the inverse of reading it. */
export function formatChineseNumeral(value: number): string {
  if (value === 0) return '零'
  let text = ''
  for (const [place, factor] of [...Object.entries(places).reverse(), ['', 1] as const]) {
    const digit = Math.floor(value / factor) % 10
    if (digit > 0) text += digits.charAt(digit) + place
    else if (text !== '' && !text.endsWith('零')) text += '零'
  }
  // 十二, not 一十二; and a number does not end in 零.
  return text.replace(/^一十/, '十').replace(/零+$/, '')
}

function readInteger(text: string): number | null {
  let sum = 0
  let pending: number | null = null
  for (const char of text) {
    const digit = digits.indexOf(char)
    const place = places[char]
    if (digit > 0 && pending === null) pending = digit
    else if (digit === 0) continue
    else if (place !== undefined) {
      sum += (pending ?? 1) * place
      pending = null
    } else return null
  }
  return text === '' ? null : sum + (pending ?? 0)
}

const percentage = /(百|千)分之(?:(\d+(?:\.\d+)?)|([零〇一二两三四五六七八九十百点]{1,9}))/

// 98百分比, 98(百分比): systems that keep the unit in words print it so.
const shareInWords = /(?<=\d\(?)百分比(?=\)?$)/

/** 百分之九十五 and 95百分比 → 95%, 千分之三 → 3‰; the only place where written numerals are read as numbers. */
export function spellOutPercentage(text: string): string {
  return text
    .replace(shareInWords, '%')
    .replace(percentage, (all, base: string, printed?: string, written?: string) => {
      const value = printed ?? readChineseNumeral(written ?? '')
      return value === null ? all : value + (base === '百' ? '%' : '‰')
    })
}
