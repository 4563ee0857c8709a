import type { Context } from '../context.ts'
import { refuse } from '../errors.ts'
import { checkedId } from '../paging.ts'
import { fits, isStorableText, measureDigits } from '../storable.ts'
import { compare, everyOf, isIn, isWithin, someOf, type Condition } from './condition.ts'

export interface IntRange {
  readonly in?: readonly number[] | null | undefined
  readonly from?: number | null | undefined
  readonly to?: number | null | undefined
}

export interface DecimalRange {
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  readonly above?: string | null | undefined
  readonly below?: string | null | undefined
}

export interface AgencyChoice {
  readonly in?: readonly string[] | null | undefined
  readonly within?: string | null | undefined
}

const MAX_VALUES = 1000
const MAX_WORD = 200

export const isGiven = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined

const checkedList = <Item>(list: readonly Item[], { locale }: Context): readonly Item[] => {
  if (list.length > MAX_VALUES) throw refuse(locale, 'TOO_LARGE', 'too-many-values', { max: MAX_VALUES })
  return list
}

const checkedWord = (word: string, { locale }: Context): string => {
  if (word.length > MAX_WORD) throw refuse(locale, 'BAD_INPUT', 'text-too-long', { max: MAX_WORD })
  if (!isStorableText(word)) throw refuse(locale, 'BAD_INPUT', 'unstorable-text')
  return word
}

const checkedDecimal = (decimal: string, { locale }: Context): string => {
  if (!fits(decimal, measureDigits))
    throw refuse(locale, 'BAD_INPUT', 'too-many-digits', { ...measureDigits })
  return decimal
}

/** A column holding one of some words (or the API's enum values, when their SQL type is named). */
export const oneOf = (
  sql: string,
  words: readonly string[] | null | undefined,
  context: Context,
  type = 'text',
): Condition[] =>
  isGiven(words)
    ? [
        isIn(
          sql,
          checkedList(words, context).map((word) => checkedWord(word, context)),
          type,
        ),
      ]
    : []

export const anyId = (
  sql: string,
  ids: readonly string[] | null | undefined,
  context: Context,
): Condition[] =>
  isGiven(ids)
    ? [
        isIn(
          sql,
          checkedList(ids, context).map((id) => checkedId(id, context)),
          'uuid',
        ),
      ]
    : []

export const exactly = (
  sql: string,
  value: number | boolean | string | null | undefined,
  type: string,
): Condition[] => (isGiven(value) ? [compare(sql, '=', value, type)] : [])

export const inIntRange = (
  sql: string,
  range: IntRange | null | undefined,
  context: Context,
): Condition[] => [
  ...(isGiven(range?.in) ? [isIn(sql, checkedList(range.in, context), 'int')] : []),
  ...(isGiven(range?.from) ? [compare(sql, '>=', range.from, 'int')] : []),
  ...(isGiven(range?.to) ? [compare(sql, '<=', range.to, 'int')] : []),
]

const bounds = { from: '>=', to: '<=', above: '>', below: '<' } as const

export const inDecimalRange = (
  sql: string,
  range: DecimalRange | null | undefined,
  context: Context,
): Condition[] =>
  (['from', 'to', 'above', 'below'] as const).flatMap((bound) => {
    const value = range?.[bound]
    return isGiven(value) ? [compare(sql, bounds[bound], checkedDecimal(value, context), 'numeric')] : []
  })

export const ofAgency = (
  sql: string,
  choice: AgencyChoice | null | undefined,
  context: Context,
): Condition[] => [
  ...anyId(sql, choice?.in, context),
  ...(isGiven(choice?.within) ? [isWithin(sql, checkedId(choice.within, context))] : []),
]

/** A filter made of others. */
export interface Composed<Filter> {
  readonly AND?: readonly Filter[] | null | undefined
  readonly OR?: readonly Filter[] | null | undefined
  readonly NOT?: Filter | null | undefined
}

const MAX_FILTERS = 200

/** Counts the filters of one request: variables can nest what the limits of a document do not see. */
export class FilterBudget {
  #left = MAX_FILTERS
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  take(): void {
    this.#left -= 1
    if (this.#left < 0)
      throw refuse(this.#context.locale, 'TOO_COMPLEX', 'filter-too-complex', { max: MAX_FILTERS })
  }
}

/** What AND, OR and NOT of a filter add to its own conditions. */
export const composed = <Filter>(
  { AND, OR, NOT }: Composed<Filter>,
  conditionOf: (filter: Filter) => Condition,
  not: (condition: Condition) => Condition,
): Condition[] => [
  ...(isGiven(AND) ? [everyOf(AND.map(conditionOf))] : []),
  ...(isGiven(OR) ? [someOf(OR.map(conditionOf))] : []),
  ...(isGiven(NOT) ? [not(conditionOf(NOT))] : []),
]
