import { describe, expect, test } from 'vitest'
import {
  canonicalLevel,
  canonicalLevel1,
  canonicalLevel2,
  frameworkFor,
  frameworks,
  level1Of,
  spellingsOfLevel,
} from '@biaochi/domain'
import type { Framework } from '@biaochi/domain'

const named = (id: string): Framework => {
  const found = frameworks.find((framework) => framework.id === id)
  if (found === undefined) throw new Error(`there is no framework ${id}`)
  return found
}
const shanghai = named('shanghai-2020')
const older = named('national-2020')
const newer = named('national-2021')

describe('level 2 decides level 1', () => {
  test.each([
    [newer, '数量指标', '产出指标'],
    [newer, '质量 指标', '产出指标'],
    [newer, '时效', '产出指标'],
    [newer, '经济成本 指标', '成本指标'],
    [newer, '社会效益指标', '效益指标'],
    [newer, '服务对象 满意度指 标', '满意度指标'],
    [newer, '满意度', '满意度指标'],
    [older, '成本指标', '产出指标'],
    [older, '生态效益指标', '效益指标'],
    [shanghai, '投入管理', '投入与管理'],
    [shanghai, '数量', '产出目标'],
    [shanghai, '满意度', '效果目标'],
    [shanghai, '长效管理', '影响力目标'],
  ])('%o %s', (framework, level2, level1) => expect(level1Of(framework, level2)).toBe(level1))
  test.each([
    [newer, '成本指标'],
    [newer, '长效管理'],
    [older, '经济成本指标'],
    [shanghai, '服务对象满意度指标'],
    [newer, ''],
    [newer, '指标'],
    [newer, '__proto__'],
  ])('%o does not know %j', (framework, level2) => expect(level1Of(framework, level2)).toBeNull())
})

describe('a label gets the framework’s own words', () => {
  test.each([
    ['数量', '数量指标'],
    ['数量指标', '数量指标'],
    ['满意度指 标', '满意度指标'],
    ['效益\n指标', '效益指标'],
    ['可持续影响', '可持续影响指标'],
    ['成本', '成本指标'],
  ])('%j is %s', (text, label) => expect(canonicalLevel(text)).toBe(label))
  test('which are local where the framework is', () => {
    expect(canonicalLevel('数量指标', shanghai)).toBe('数量')
    expect(canonicalLevel2('满意度指标', newer)).toBe('服务对象满意度指标')
    expect(canonicalLevel1('满意度', newer)).toBe('满意度指标')
    expect(canonicalLevel2('成本', older)).toBe('成本指标')
  })
  test.each(['', '指标', '绩效指标', '数量质量', '公务用车出车次数', '目标'])('%j is no label', (text) =>
    expect(canonicalLevel(text)).toBeNull(),
  )
})

describe('a framework is chosen', () => {
  test.each([
    [
      'by local words',
      2020,
      [
        ['产出目标', '数量'],
        ['效果目标', '满意度'],
      ],
      shanghai,
    ],
    ['by local words, whatever the year', null, [['影响力目标', '长效管理']], shanghai],
    ['by cost as a level 2', 2026, [['产出指标', '成本指标']], older],
    ['by cost as a level 1', 2022, [['成本指标', '经济成本指标']], newer],
    ['by year where the labels fit both', 2022, [['产出指标', '数量指标']], older],
    ['by year where the labels fit both, later', 2026, [['产出指标', '数量指标']], newer],
    ['the newest without a year', null, [['产出指标', null]], newer],
    ['the newest without labels', null, [], newer],
    [
      'although one label is odd',
      2022,
      [
        ['产出指标', '数量指标'],
        ['绩效指标', '成本指标'],
      ],
      older,
    ],
  ] as const)('%s', (_, fiscalYear, labels, framework) => {
    const indicators = labels.map(([level1, level2]) => ({ level1, level2 }))
    expect(frameworkFor({ fiscalYear, indicators }).id).toBe(framework.id)
  })
})

test.each([
  ['数量', ['数量', '数量指标']],
  ['数量指标', ['数量指标', '数量']],
  ['满意度指标', ['满意度指标', '满意度']],
  ['别的', ['别的']],
])('%s is written %j', (label, words) => {
  expect(spellingsOfLevel(label)).toEqual(words)
})
