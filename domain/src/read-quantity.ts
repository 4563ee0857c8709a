import type { DecimalText } from './decimal.ts'
import { foldMultiplier, readMultiplier } from './read-multiplier.ts'
import { operatorBehind } from './read-operator.ts'
import { parseDecimal } from './parse-decimal.ts'
import type { Operator, QuantityParts } from './quantity.ts'
import { readHead } from './read-head.ts'
import type { Head } from './read-head.ts'
import { isBareUnit } from './bare-unit.ts'

const maxLength = 200
const number = /^(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?(?![.,]?\d| \d|\.)/

/**
 * The parts of a quantity in folded text (see `foldMeasure`), or null when it is none: label, 每周, operator, 约,
 * number, 余, 万, unit (bare or in parentheses), 以上. `expectedUnit` is one the context knows (the target's).
 */
export function readQuantity(text: string, expectedUnit: string | null): QuantityParts | null {
  if (text.length > maxLength) return null
  const start = text.search(/\d/)
  if (start < 0) return null
  const head = readHead(text.slice(0, start))
  const tail = text.slice(start)
  const printed = number.exec(tail)?.[0]
  if (head === null || printed === undefined) return null
  const value = parseDecimal((head.negative ? '-' : '') + printed)
  return value === null ? null : readTail(head, value, tail.slice(printed.length), expectedUnit)
}

function readTail(
  head: Head,
  value: DecimalText,
  behind: string,
  expectedUnit: string | null,
): QuantityParts | null {
  let rest = behind
  let more = false
  let approximate = head.approximate
  const takeMore = () => {
    const mark = /^(?:余|多|\+|来)/.exec(rest)?.[0]
    if (mark === undefined) return
    if (mark === '来') approximate = true
    else more = true
    rest = rest.slice(1)
  }
  takeMore()
  let multiplier = readMultiplier(rest)
  rest = rest.slice(multiplier.text.length)
  if (multiplier.text !== '') takeMore()
  const end = readEnd(rest)
  if (multiplier.text === '' && end.enclosed) multiplier = readMultiplier(end.unit)
  else if (end.enclosed) multiplier = { ...multiplier, inUnit: 0 }
  const unit = end.enclosed ? end.unit.slice(multiplier.inUnit) : end.unit
  // 3千百: two multipliers are none.
  if (readMultiplier(unit).text !== '') return null
  const per = head.per ?? end.per
  const operator = agree(head.operator, end.operator)
  if (operator === 'conflict' || (per !== null && unit === '')) return null
  if (!end.enclosed && !isBareUnit(unit, { ...head, operator, value, expectedUnit, per })) return null
  const scaled = foldMultiplier(value, multiplier)
  if (scaled === null) return null
  return {
    operator: operator ?? (more ? '>' : null),
    ...scaled,
    unit: unit === '' ? null : per === null ? unit : `${unit}/${per}`,
    approximate: approximate || more || end.approximate,
  }
}

interface End {
  readonly unit: string
  readonly enclosed: boolean
  readonly operator: Operator | null
  readonly approximate: boolean
  readonly per: string | null
}

// What stands behind the number: a unit, then 以上, 左右, 每周, (含) in any order.
function readEnd(text: string): End {
  let rest = text
  let operator: Operator | null = null
  let approximate = false
  let per: string | null = null
  for (;;) {
    const noted = /(?:\(含(?:本数|\d[\d.,]*[^()\d]{0,4})?\)|左右|上下)$/.exec(rest)
    const found = noted === null ? operatorBehind(rest) : null
    const every = /(?<=.)每个?(年|季度|季|月|周|天|日|小时)$/.exec(rest)
    if (noted !== null) {
      approximate ||= !noted[0].startsWith('(')
      rest = rest.slice(0, noted.index)
    } else if (found !== null && operator === null) {
      operator = found.operator
      rest = rest.slice(0, found.from)
    } else if (every !== null && per === null) {
      per = every[1] ?? null
      rest = rest.slice(0, every.index)
    } else break
  }
  const enclosed = /^\(([^()\d≥≤<>=](?:[^()≥≤<>=]|\([^()\d≥≤<>=]{1,3}\)){0,19})?\)$/.exec(rest)
  const unit = enclosed === null ? rest : (enclosed[1] ?? '')
  return { unit, enclosed: enclosed !== null, operator, approximate, per }
}

// 控制在5天以内, 不少于12次以上: the same direction twice is one operator, opposite ones are none.
function agree(before: Operator | null, after: Operator | null): Operator | null | 'conflict' {
  if (before === null || after === null) return before ?? after
  return before.startsWith(after.slice(0, 1)) ? before : 'conflict'
}
