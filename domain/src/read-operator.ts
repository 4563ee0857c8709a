import type { Operator } from './quantity.ts'

/** An operator found in a text, and where it begins. */
export interface FoundOperator {
  readonly operator: Operator
  readonly from: number
}

const symbols: Readonly<Record<string, Operator>> = { '≥': '>=', '≤': '<=', '=': '=', '>': '>', '<': '<' }
const printed: Readonly<Record<Operator, string>> = { '>=': '≥', '<=': '≤', '=': '=', '>': '>', '<': '<' }

/** The operator as people write it: ≥ ≤ = > <. */
export const formatOperator = (operator: Operator): string => printed[operator]

/** Every way to type an operator symbol, as one character each. */
export const foldOperators = (text: string): string =>
  text
    // Brackets that an input method offers for the signs; only at the beginning they cannot be brackets.
    .replace(/^[〈〉](?=[=\d])/, (bracket) => (bracket === '〈' ? '<' : '>'))
    .replace(/>=|=>|[≧⩾≮]/g, '≥')
    .replace(/<=|=<|[≦⩽≯]/g, '≤')
    .replace(/==/g, '=')

const words: readonly (readonly [Operator, RegExp])[] = [
  ['>=', /(?:大于(?:或者?|或)?等于|不得?少于|不得?低于|不得?小于|不得?短于|未低于|未少于|至少|最少)$/],
  [
    '<=',
    /(?:小于(?:或者?|或)?等于|不得?超过?|不得?高于|不得?多于|不得?大于|不得?长于|不得?迟于|未超过?|没有超过|至多|最多|控制在)$/,
  ],
  ['>', /(?:超过|大于|多于|高于|超出|突破|超)$/],
  ['<', /(?:小于|少于|低于|不足|不到|不满)$/],
  ['=', /等于$/],
]

/** The operator a text ends with, symbol or words, and where it begins. */
export function operatorBefore(text: string): FoundOperator | null {
  const symbol = symbols[text.slice(-1)]
  if (symbol !== undefined) return { operator: symbol, from: text.length - 1 }
  for (const [operator, pattern] of words) {
    const found = pattern.exec(text)
    if (found !== null) return { operator, from: found.index }
  }
  return null
}

const suffixes: readonly (readonly [Operator, RegExp])[] = [
  ['>=', /(?:及其?|或者?|含)?以上$/],
  ['<=', /(?:(?:及其?|或者?|含)?以下|以内|之内|(?<=小时|分钟|秒|天|日|周|月|年)内)$/],
]

/** The operator written behind a quantity (以上, 以内, 以下, 5日内), and where it begins. */
export function operatorBehind(text: string): FoundOperator | null {
  for (const [operator, pattern] of suffixes) {
    const found = pattern.exec(text)
    if (found !== null) return { operator, from: found.index }
  }
  return null
}

/** Whether a text holds an operator of any kind: then it is no mere label. */
export const mentionsOperator = (text: string): boolean =>
  /[≥≤<>=]|不得?[少低小短超高多大长迟]|[大小多少高低]于|至少|最少|至多|最多|超过|以上|以下|以内/.test(text)
