import { frameworks } from '@biaochi/domain'
import { level1Words, level2Words, levelSuggestions } from '@biaochi/web/sheet/level-suggestions'
import { describe, expect, test } from 'vitest'
import { openSheet, projectOf } from '../support/sheet.ts'

const [framework] = frameworks.filter(({ fromYear, region }) => region === null && fromYear >= 2021)
if (framework === undefined) throw new Error('no framework since 2021')

describe('the words offered for a level', () => {
  test('are those of the framework', () => {
    expect(level1Words(framework)).toContain('产出指标')
  })
  test('of level 2 are those below the level 1 that is chosen, however it is written', () => {
    expect(level2Words(framework, { level1: '产出' })).toEqual(['数量指标', '质量指标', '时效指标'])
  })
  for (const level1 of [null, '别的指标'])
    test(`are all of them below ${level1 ?? 'nothing'}`, () => {
      expect(level2Words(framework, { level1 })).toEqual(framework.levels.flatMap(({ level2 }) => level2))
    })
  test('are those of the project the row is in', () => {
    const { sheet } = openSheet([projectOf('p', [{ name: '巡检次数', target: '≥20次' }])])
    expect(levelSuggestions(sheet, 'p-0', 'level2')).toContain('时效指标')
    expect(levelSuggestions(sheet, 'gone', 'level1')).toEqual([])
  })
})
