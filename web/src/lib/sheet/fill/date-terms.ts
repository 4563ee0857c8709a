import type { Series } from './series.ts'
import { continueTerms } from './term.ts'
import type { Term } from './term.ts'
import { readWrittenNumber, numeral } from './written-number.ts'

const day = 86_400_000
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const isYear = (value: number): boolean => value >= 1000 && value <= 9999

interface PrintedDate {
  readonly frame: string
  readonly year: number
  readonly month: number
  readonly day: number
  readonly write: (year: number, month: number, day: number) => string
}

/** A date with nothing but words around it, written as 2025-06-30, 2025/6/30, 2025.6.30 or 2025年6月30日. */
function readDate(text: string): PrintedDate | null {
  const found = /^(\D*)(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})(日?\D*)$/u.exec(text)
  if (found === null) return null
  const [, before = '', year = '', first = '', month = '', second = '', date = '', behind = ''] = found
  const matches = first === '年' ? second === '月' : first === second
  const [y, m, d] = [Number(year), Number(month), Number(date)]
  if (!matches || !isYear(y) || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return null
  // 06 stays two digits wide; 6 and 12 say nothing about it.
  const digits = month.startsWith('0') || date.startsWith('0') || first === '-' ? 2 : 1
  const print = (value: number): string => String(value).padStart(digits, '0')
  const write = (...[a, b, c]: readonly [number, number, number]): string =>
    `${before}${a}${first}${print(b)}${second}${print(c)}${behind}`
  return { frame: `${before}${first}${second}${behind}`, year: y, month: m, day: d, write }
}

/** A date as the day it is. */
export function readDay(text: string): Term | null {
  const date = readDate(text)
  if (date === null) return null
  const write = (value: number): string | null => {
    const at = new Date(value * day)
    const year = at.getUTCFullYear()
    return isYear(year) ? date.write(year, at.getUTCMonth() + 1, at.getUTCDate()) : null
  }
  return { frame: date.frame, value: Date.UTC(date.year, date.month - 1, date.day) / day, cycle: null, write }
}

/**
 * Dates that are whole months apart: the same day of each, or the last where a month is shorter; all of them last days
 * stay last days. Null for one date alone, which goes on by days.
 */
export function readDateByMonths(seeds: readonly string[]): Series | null {
  const dates = seeds.map(readDate)
  const days = dates.map((date) => date?.day ?? 0)
  const areLast = dates.every((date) => date !== null && date.day === daysIn(date.year, date.month))
  const wanted = areLast ? 31 : Math.max(...days)
  const terms = dates.map((date): Term | null => {
    if (date === null || date.day !== Math.min(wanted, daysIn(date.year, date.month))) return null
    const write = (value: number): string | null => {
      const [year, month] = [Math.floor(value / 12), (value % 12) + 1]
      return isYear(year) ? date.write(year, month, Math.min(wanted, daysIn(year, month))) : null
    }
    return { frame: date.frame, value: date.year * 12 + date.month - 1, cycle: null, write }
  })
  return seeds.length > 1 ? continueTerms(terms) : null
}

/** 2025年6月, 2025-06, 2025年6月底前. */
export function readMonth(text: string): Term | null {
  const found = /^(\D*)(\d{4})([-/.年])(\d{1,2})(月\D*|)$/u.exec(text)
  if (found === null) return null
  const [, before = '', year = '', between = '', month = '', behind = ''] = found
  const matches = (between === '年') === behind.startsWith('月') && (between !== '.' || month.length === 2)
  if (!matches || !isYear(Number(year)) || Number(month) < 1 || Number(month) > 12) return null
  const digits = month.startsWith('0') || between === '-' ? 2 : 1
  const write = (value: number): string | null => {
    const printed = String((value % 12) + 1).padStart(digits, '0')
    return isYear(Math.floor(value / 12))
      ? `${before}${Math.floor(value / 12)}${between}${printed}${behind}`
      : null
  }
  return {
    frame: before + between + behind,
    value: Number(year) * 12 + Number(month) - 1,
    cycle: null,
    write,
  }
}

/** 2025年第4季度, 2025年四季度. */
export function readQuarter(text: string): Term | null {
  const pattern = new RegExp(`^(\\D*)(\\d{4})(年第?)(${numeral})(季度\\D*)$`, 'u')
  const [, before = '', year = '', between = '', printed = '', behind = ''] = pattern.exec(text) ?? []
  const quarter = readWrittenNumber(printed)
  if (quarter === null || quarter.value < 1 || quarter.value > 4 || !isYear(Number(year))) return null
  const write = (value: number): string | null =>
    isYear(Math.floor(value / 4))
      ? `${before}${Math.floor(value / 4)}${between}${quarter.write((value % 4) + 1)}${behind}`
      : null
  const frame = `${before}${between}${behind} ${quarter.style}`
  return { frame, value: Number(year) * 4 + quarter.value - 1, cycle: null, write }
}

/** 2025年, 2025年度. */
export function readYear(text: string): Term | null {
  const [, before = '', year = '', behind = ''] = /^(\D*)(\d{4})(年度?\D*)$/u.exec(text) ?? []
  if (!isYear(Number(year))) return null
  const write = (value: number): string | null => (isYear(value) ? `${before}${value}${behind}` : null)
  return { frame: `${before}#${behind}`, value: Number(year), cycle: null, write }
}

/** A year without a 29 February, which only some years have. */
const anyYear = 2025

/** 6月30日, 6月30日前: a date of every year. */
export function readDayOfYear(text: string): Term | null {
  const [, before = '', month = '', date = '', behind = ''] =
    /^(\D*)(\d{1,2})月(\d{1,2})(日\D*)$/u.exec(text) ?? []
  const at = new Date(Date.UTC(anyYear, Number(month) - 1, Number(date)))
  if (month === '' || at.getUTCMonth() + 1 !== Number(month)) return null
  const write = (value: number): string => {
    const then = new Date(Date.UTC(anyYear, 0, 1) + value * day)
    return `${before}${then.getUTCMonth() + 1}月${then.getUTCDate()}${behind}`
  }
  const value = (at.getTime() - Date.UTC(anyYear, 0, 1)) / day
  return { frame: `${before}#${behind}`, value, cycle: 365, write }
}
