import { remembering } from '../remembering.ts'

/** What kind of thing a level 2 measures, whatever words its framework uses. */
export type LevelKind =
  'management' | 'quantity' | 'quality' | 'timeliness' | 'cost' | 'benefit' | 'satisfaction'

const kinds: readonly (readonly [RegExp, LevelKind])[] = [
  [/满意/, 'satisfaction'],
  [/成本/, 'cost'],
  [/时效/, 'timeliness'],
  [/质量/, 'quality'],
  [/数量/, 'quantity'],
  [/效益|影响|效果/, 'benefit'],
  [/投入|管理/, 'management'],
]

/** The kind of a level as printed ("数量", "数量指标", "服务对象 满意度指 标"), null for other words. */
export const levelKind = (level: string | null): LevelKind | null => (level === null ? null : kindOf(level))

const kindOf = remembering((level): LevelKind | null => {
  const label = level.replace(/\s+/gu, '')
  return kinds.find(([pattern]) => pattern.test(label))?.[1] ?? null
})
