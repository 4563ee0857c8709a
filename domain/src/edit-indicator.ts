import { parseActual } from './actual.ts'
import { checkActual } from './check-actual.ts'
import { compareDecimals, fractionDigits } from './decimal.ts'
import type { DecimalText } from './decimal.ts'
import { foldWidth, normalizeText, tidyText } from './fold.ts'
import { canonicalLevel1, canonicalLevel2, frameworkFor } from './framework.ts'
import type { Framework } from './framework.ts'
import type { Indicator, IndicatorField, QualitativeGrade } from './indicator.ts'
import { keepLines } from './keep-lines.ts'
import { message } from './message.ts'
import type { Message } from './message.ts'
import { formatMeasure } from './measure.ts'
import { parseDecimal } from './parse-decimal.ts'
import { remembering } from './remembering.ts'
import { parseTarget } from './target.ts'

/** The indicator with the typed cell in it, or why it was refused. */
export type EditResult = { readonly indicator: Indicator } | { readonly refused: Message }

const maxPoints = '100'
const maxPlaces = 4
const maxText = { level1: 100, level2: 100, name: 500, reason: 5000 } as const
const grades = ['achieved', 'partly', 'missed'] as const
const gradeWords: Readonly<Record<QualitativeGrade, string>> = {
  achieved: '达成',
  partly: '部分达成',
  missed: '未达成',
}

/**
 * Puts typed text into one cell of an indicator: the only parser of a typed cell, for the page and the server alike.
 * Empty text clears. A level the framework knows gets the framework's word; another one stays as typed.
 */
export function editIndicator(
  indicator: Indicator,
  field: IndicatorField,
  typed: string,
  framework?: Framework,
): EditResult {
  // No database text can hold these, and nobody means to type them.
  const text = typed.replaceAll('\u0000', '').toWellFormed()
  switch (field) {
    case 'target':
      return editTarget(indicator, text)
    case 'actual':
      return editActual(indicator, text)
    case 'weight':
    case 'score':
      return editPoints(indicator, field, text)
    case 'grade':
      return editGrade(indicator, text)
    default:
      return editText(indicator, field, text, framework)
  }
}

/** What a cell holds as text to edit or copy; typing it again changes nothing but white space and width. */
export function formatCell(indicator: Indicator, field: IndicatorField): string {
  if (field === 'target' || field === 'actual') return formatMeasure(indicator[field])
  if (field === 'grade') return indicator.grade === null ? '' : gradeWords[indicator.grade]
  return indicator[field] ?? ''
}

/** Puts a text back that once stood in the cell, as it was typed or printed: what was there is never refused. */
export function putBackCell(indicator: Indicator, field: IndicatorField, text: string): Indicator {
  switch (field) {
    case 'target': {
      const target = parseTarget(text)
      const { actual } = indicator
      return { ...indicator, target, actual: 'raw' in actual ? parseActual(actual.raw, target) : actual }
    }
    case 'actual':
      return { ...indicator, actual: parseActual(text, indicator.target) }
    case 'grade': {
      const grade = grades.find((known) => gradeWords[known] === text) ?? null
      return { ...indicator, grade }
    }
    default:
      return { ...indicator, [field]: text === '' ? null : text }
  }
}

function editTarget(indicator: Indicator, text: string): EditResult {
  const target = parseTarget(text)
  if (target.kind === 'invalid') return { refused: target.reason }
  // The unit of the actual may have come from the old target.
  const { actual } = indicator
  return {
    indicator: { ...indicator, target, actual: 'raw' in actual ? parseActual(actual.raw, target) : actual },
  }
}

function editActual(indicator: Indicator, text: string): EditResult {
  const actual = parseActual(text, indicator.target)
  const refused = checkActual(indicator.target, actual)
  return refused === null ? { indicator: { ...indicator, actual } } : { refused }
}

function editPoints(indicator: Indicator, field: 'weight' | 'score', text: string): EditResult {
  if (text.length <= 200 && foldWidth(text) === '') return { indicator: { ...indicator, [field]: null } }
  const value = readPoints(text)
  if (value === null) return refuse(whyNoPoints(text), { text: text.slice(0, 50) })
  const refused = field === 'weight' ? checkWeight(value) : checkScore(value, indicator.weight)
  if (refused !== null) return { refused }
  if (fractionDigits(value) > maxPlaces) return refuse('edit.too-many-places', { max: String(maxPlaces) })
  return { indicator: { ...indicator, [field]: value } }
}

/** 分 behind the number says what the column says already. */
const readPoints = remembering((text): DecimalText | null =>
  text.length > 200 ? null : parseDecimal(foldWidth(text).replace(/(?<=\d) ?分$/, '')),
)

// 10% may be ten points or a tenth of the weight: nobody but who typed it knows.
const whyNoPoints = (text: string): string =>
  text.length <= 200 && /^[-+\d., ]+%$/.test(foldWidth(text))
    ? 'edit.points-in-percent'
    : 'edit.not-a-decimal'

function checkWeight(weight: DecimalText): Message | null {
  if (compareDecimals(weight, '0') <= 0) return message('edit.weight-not-positive')
  return compareDecimals(weight, maxPoints) > 0 ? message('edit.weight-too-large', { max: maxPoints }) : null
}

function checkScore(score: DecimalText, weight: DecimalText | null): Message | null {
  if (compareDecimals(score, '0') < 0) return message('edit.score-negative')
  if (weight !== null && compareDecimals(score, weight) > 0)
    return message('edit.score-above-weight', { score, weight })
  return compareDecimals(score, maxPoints) > 0 ? message('edit.score-too-large', { max: maxPoints }) : null
}

function editGrade(indicator: Indicator, text: string): EditResult {
  const typed = text.length > 50 ? text : normalizeText(text)
  if (typed === '') return { indicator: { ...indicator, grade: null } }
  for (const grade of grades)
    if (typed === gradeWords[grade] || typed.toLowerCase() === grade)
      return { indicator: { ...indicator, grade } }
  return refuse('edit.grade-unknown')
}

function editText(
  indicator: Indicator,
  field: 'level1' | 'level2' | 'name' | 'reason',
  text: string,
  known: Framework | undefined,
): EditResult {
  const max = maxText[field]
  if (text.length > max * 2) return refuse('edit.text-too-long', { max: String(max) })
  const value = field === 'reason' ? keepLines(text) : tidyText(text)
  if (value.length > max) return refuse('edit.text-too-long', { max: String(max) })
  if (value === '') return { indicator: { ...indicator, [field]: null } }
  const canonical = field === 'level1' ? canonicalLevel1 : field === 'level2' ? canonicalLevel2 : null
  // Found out only where it is asked for: of the cells that are typed, most are no levels.
  const framework = known ?? frameworkFor({ fiscalYear: null, indicators: [indicator] })
  return { indicator: { ...indicator, [field]: canonical?.(value, framework) ?? value } }
}

const refuse = (code: string, params: Readonly<Record<string, string>> = {}): EditResult => ({
  refused: message(code, params),
})
