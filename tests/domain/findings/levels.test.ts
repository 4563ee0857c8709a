import { describe, expect, test } from 'vitest'
import { declaration, findingsOf, row, told } from '../../support/findings.ts'

const rule = 'level-outside-framework'
const form = (...levels: readonly (readonly [string | null, string | null])[]) =>
  declaration({
    fiscalYear: 2025,
    indicators: levels.map(([level1, level2], at) =>
      row({ level1, level2, name: `指标${at}`, target: '≥1次' }),
    ),
  })

const known = ['产出指标', '质量指标'] as const

const hits: readonly (readonly [string | null, string | null, string])[] = [
  ['投入指标', '数量指标', 'level1'],
  ['产出指标', '规模指标', 'level2'],
  [null, '规模指标', 'level2'],
  ['效益指标', '数量指标', 'level1'],
  ['产出指标', '满意度', 'level1'],
  ['成本指标', '社会效益指标', 'level1'],
]

const silent: readonly (readonly [string | null, string | null])[] = [
  ['产出指标', '数量指标'],
  ['产出', '数量 指 标'],
  ['满意度指标', '满意度'],
  ['成本指标', '经济成本指标'],
  [null, '数量指标'],
  ['产出指标', null],
  [null, null],
  ['/', '—'],
]

describe(rule, () => {
  for (const [level1, level2, field] of hits)
    test(`names ${level1} › ${level2}`, () =>
      expect(told(rule, form(known, [level1, level2]))).toEqual([`warn indicator 1 ${field}`]))
  for (const [level1, level2] of silent)
    test(`is silent about ${level1} › ${level2}`, () =>
      expect(told(rule, form(known, [level1, level2]))).toEqual([]))
  test('is silent about a form of whose levels none is known', () =>
    expect(told(rule, form(['投入', '规模'], ['过程', '进度']))).toEqual([]))
  test('knows the words of the framework the form follows', () => {
    expect(told(rule, form(['产出目标', '数量'], ['影响力目标', '长效管理']))).toEqual([])
    expect(told(rule, form(known, ['产出指标', '时效指标'], ['影响力目标', '长效管理']))).toHaveLength(2)
  })
  test('offers the level 1 that the level 2 decides', () =>
    expect(findingsOf(rule, form(known, ['效益指标', '数量指标']))[0]?.fix).toEqual({
      field: 'level1',
      value: '产出指标',
    }))
})
