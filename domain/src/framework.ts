import { normalizeText } from './fold.ts'
import { frameworks } from './framework-data.ts'
import type { Indicator } from './indicator.ts'
import { remembering } from './remembering.ts'

/** One level 1 with the level 2 below it, in the framework's own words. */
export interface FrameworkLevel {
  readonly level1: string
  readonly level2: readonly string[]
}

/** A taxonomy of indicators, as data. */
export interface Framework {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly region: string | null
  readonly fromYear: number
  readonly toYear: number | null
  readonly levels: readonly FrameworkLevel[]
}

/** What of a project tells which framework and scheme it follows; a `Project` is one. */
export interface LevelsSeen {
  readonly fiscalYear: number | null
  readonly indicators: readonly Pick<Indicator, 'level1' | 'level2'>[]
}

/** The shortest form of a label: no white space, no closing 指标 or 目标. */
const stem = remembering((label) => normalizeText(label).replace(/(?:指标|目标)$/, ''))

/** Whether two labels are the same one, whatever white space and 指标 they carry ("数量" and "数量指 标"). */
export const sameLevel = (a: string, b: string): boolean => stem(a) === stem(b)

/** The level 1 a level 2 belongs to in this framework, or null when the framework does not know it. */
export function level1Of(framework: Framework, level2: string): string | null {
  const known = canonicalLevel2(level2, framework)
  return framework.levels.find((level) => known !== null && level.level2.includes(known))?.level1 ?? null
}

const newest = (): Framework => {
  const latest = frameworks.findLast((framework) => framework.region === null)
  if (latest === undefined) throw new Error('there is no national framework')
  return latest
}

/** A level 1 in the framework's own words ("满意度 指标" → "满意度指标"), or null; without framework the newest national one. */
export const canonicalLevel1 = (text: string, framework: Framework = newest()): string | null =>
  framework.levels.find((level) => sameLevel(level.level1, text))?.level1 ?? null

/** A level 2 in the framework's own words ("数量" → "数量指标"), or null; without framework the newest national one. */
export function canonicalLevel2(text: string, framework: Framework = newest()): string | null {
  const words = framework.levels.flatMap((level) => level.level2)
  const exact = words.find((word) => sameLevel(word, text))
  // 满意度 is short for the only level 2 below 满意度指标.
  return exact ?? words.find((word) => stem(text) === '满意度' && stem(word) === '服务对象满意度') ?? null
}

/** A label of either level in the framework's own words, or null. */
export const canonicalLevel = (text: string, framework: Framework = newest()): string | null =>
  canonicalLevel1(text, framework) ?? canonicalLevel2(text, framework)

/** A level in the words of every framework ("数量" → "数量", "数量指标"), as it is written first. */
export const spellingsOfLevel = (label: string): readonly string[] => [
  ...new Set([label, ...frameworks.flatMap((framework) => canonicalLevel(label, framework) ?? [])]),
]

const wordsOf = frameworks.map((framework) => ({
  framework,
  level1: new Set(framework.levels.map((level) => level.level1)),
  level2: new Set(framework.levels.flatMap((level) => level.level2)),
}))

// Here 数量 (Shanghai) and 数量指标 (national) are different words: that is what tells the frameworks apart.
const labelsOf = ({ indicators }: LevelsSeen, level: 'level1' | 'level2'): readonly string[] => {
  const labels = new Set<string>()
  for (const { [level]: label } of indicators) if (label !== null) labels.add(label)
  return [...labels].map(normalizeText)
}

/** The framework the labels of a form come from; where they do not tell (no cost row, no local word) the year does. */
export function frameworkFor(seen: LevelsSeen): Framework {
  const level1s = labelsOf(seen, 'level1')
  const level2s = labelsOf(seen, 'level2')
  const scored = wordsOf.map(({ framework, level1, level2 }) => ({
    framework,
    unknown:
      level1s.filter((label) => !level1.has(label)).length +
      level2s.filter((label) => !level2.has(label)).length,
  }))
  const least = Math.min(...scored.map((one) => one.unknown))
  const fitting = scored.filter((one) => one.unknown === least).map((one) => one.framework)
  const national = fitting.filter((framework) => framework.region === null)
  const candidates = national.length > 0 ? national : fitting
  const year = seen.fiscalYear
  const inForce = candidates.findLast(
    (one) => year !== null && one.fromYear <= year && (one.toYear === null || year <= one.toYear),
  )
  return inForce ?? candidates.at(-1) ?? newest()
}
