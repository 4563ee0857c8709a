import type { Framework } from '@biaochi/domain'
import { frameworks, normalizeText } from '@biaochi/domain'

/** A label of a level, in the framework's own words where one knows it. */
export interface LevelLabel {
  readonly level: 1 | 2
  readonly word: string
  /** The level 1 above a level 2; null where no framework knows the label. */
  readonly level1: string | null
  /** No framework knows it: it was told by its place, and its level 1 by its words. */
  readonly unknown?: true
}

/** The labels a table of indicators may print. */
export interface LevelVocabulary {
  /** Labels in full (数量指标); `row` tells 成本指标 the level 1 from 成本指标 the level 2. */
  readonly strict: (key: string, row: { before: LevelLabel | null; nextKey: string }) => LevelLabel | null
  /** Labels without their 指标 (数量), which may as well be names. */
  readonly bare: (key: string) => LevelLabel | null
  /** Labels no framework knows (社会公众满意度指标), filed by what they say. */
  readonly unknown: (key: string) => LevelLabel | null
  readonly words: readonly string[]
  readonly costIsLevel1: boolean
}

const cost = '成本指标'
const output = '产出指标'
const levelPairs = (all: readonly Framework[]): readonly (readonly [string, string])[] =>
  all.flatMap((framework) =>
    framework.levels.flatMap(({ level1, level2 }) => level2.map((word) => [level1, word] as const)),
  )

const pairs = levelPairs(frameworks.filter((framework) => framework.region === null))
const level1Words = new Set(pairs.map(([level1]) => level1))
const level1Above = new Map(pairs.map(([level1, level2]) => [level2, level1]))
const costWords = new Set(pairs.filter(([level1]) => level1 === cost).map(([, level2]) => level2))

const unknownLabel = /^[\p{Script=Han}()、/]{2,18}指标$/u
const kinds: readonly (readonly [RegExp, string])[] = [
  [/满意/, '满意度指标'],
  [/成本/, cost],
  [/数量|质量|时效|产出/, output],
  [/效益|效果|影响/, '效益指标'],
]

// 一、产出指标 and 产出指标(50分) are 产出指标.
const plainLabel = (key: string): string =>
  key.replace(/^(?:[一二三四五六七八九十]+|\d+)[、.]/, '').replace(/\(\d+(?:\.\d+)?分?\)$/, '')

/** Whether a label is a level 2 below 成本指标: its form has 成本指标 as a level 1. */
export const isCostLevel2 = (key: string): boolean => costWords.has(plainLabel(key))

/** The vocabulary of the tables that follow the ministry's frameworks. */
export const createVocabulary = (costIsLevel1: boolean): LevelVocabulary => ({
  strict: (printed, row) => {
    const key = plainLabel(printed)
    if (key === cost) {
      const asLevel1 = row.before?.word !== output && (costIsLevel1 || isCostLevel2(row.nextKey))
      return asLevel1 ? { level: 1, word: cost, level1: null } : { level: 2, word: cost, level1: output }
    }
    if (level1Words.has(key)) return { level: 1, word: key, level1: null }
    const level1 = level1Above.get(key)
    return level1 === undefined ? null : { level: 2, word: key, level1 }
  },
  bare: (key) => {
    const word = `${key}指标`
    const level1 = level1Above.get(word)
    if (level1 !== undefined && (word !== cost || !costIsLevel1)) return { level: 2, word, level1 }
    return level1Words.has(word) ? { level: 1, word, level1: null } : null
  },
  unknown: (key) => {
    if (!unknownLabel.test(key)) return null
    const level1 = kinds.find(([pattern]) => pattern.test(key))?.[1] ?? null
    return { level: 2, word: key, level1: level1 === cost && !costIsLevel1 ? output : level1, unknown: true }
  },
  words: [...level1Words, ...level1Above.keys()],
  costIsLevel1,
})

const local = levelPairs(frameworks.filter((framework) => framework.id === 'shanghai-2020'))
const localLevel1 = new Set(local.map(([level1]) => level1))
const localAbove = new Map(local.map(([level1, level2]) => [level2, level1]))
// Words of the same form in other years.
const localVariants: readonly (readonly [string, RegExp])[] = [
  ['投入与管理', /^投入.{0,1}管理目标$|^投入[和及]管理$/],
  ['产出目标', /^产出$/],
  ['效果目标', /^(?:效果|效益目标)$/],
  ['影响力目标', /^影响力?$|^影响目标$/],
]
const otherLevel2 = new Map([
  ['实施管理', '投入与管理'],
  ['生态效益', '效果目标'],
  ['其他', '影响力目标'],
])

/** The framework's own level 1 for one in other words, or null. */
const localVariant = (text: string): string | null =>
  localVariants.find(([, pattern]) => pattern.test(normalizeText(text)))?.[0] ?? null

/** A label in the words of the 2020 target form (its level 1 in the framework's), where 满意度 is a level 2 and labels end without 指标. */
export function localLevel(text: string): LevelLabel | null {
  const key = normalizeText(text)
  const word = localLevel1.has(key) ? key : localVariant(key)
  if (word !== null) return { level: 1, word, level1: null }
  const level1 = localAbove.get(key) ?? otherLevel2.get(key)
  return level1 === undefined ? null : { level: 2, word: key, level1 }
}
