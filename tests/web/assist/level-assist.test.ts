import { frameworks } from '@biaochi/domain'
import { levelAssist, levelWords, readLevel } from '@biaochi/web/sheet/assist/level-assist'
import { describe, expect, test } from 'vitest'
import { openSheet, projectOf } from '../../support/sheet.ts'

const framework = frameworks.find(({ id }) => id === 'national-2021')
if (framework === undefined) throw new Error('no framework of 2021')

const texts = (words: readonly { readonly text: string }[]) => words.map(({ text }) => text)

describe('the words offered for a level', () => {
  test('are those of the framework', () => {
    const words = levelWords(framework, 'level1', { level1: null, level2: null })
    expect(texts(words)).toContain('产出指标')
  })
  test('of level 2 are those below the level 1 that is chosen, however it is written', () => {
    const words = levelWords(framework, 'level2', { level1: '产出', level2: null })
    expect(texts(words)).toEqual(['数量指标', '质量指标', '时效指标'])
  })
  for (const level1 of [null, '别的指标'])
    test(`are all of them, each with its level 1, below ${level1 ?? 'nothing'}`, () => {
      const words = levelWords(framework, 'level2', { level1, level2: null })
      expect(texts(words)).toEqual(framework.levels.flatMap(({ level2 }) => level2))
      expect(words[0]?.note).toBe('成本指标')
    })
  test('are those of the project the row is in', () => {
    const { sheet } = openSheet([projectOf('p', [{ name: '巡检次数', target: '≥20次' }])])
    const offered = levelAssist(sheet, 'p-0', 'level2')?.assistance('')
    expect(offered?.groups[0]?.choices.map(({ text }) => text)).toContain('时效指标')
    expect(levelAssist(sheet, 'gone', 'level1')).toBeNull()
  })
})

describe('a level as it is typed', () => {
  const levels = { level1: '产出指标', level2: null }
  const tones = [
    ['level1', '', null],
    ['level1', '产出指标', null],
    ['level1', '产出', 'plain'],
    ['level1', '投入指标', 'unusual'],
    ['level2', '数量指标', null],
    ['level2', '数量 ', 'plain'],
    ['level2', '社会效益指标', 'unusual'],
    ['level2', '项目实施', 'unusual'],
  ] as const
  for (const [level, text, tone] of tones)
    test(`${level} ${JSON.stringify(text)} is ${tone ?? 'said nothing of'}`, () =>
      expect(readLevel(framework, level, text, levels)?.tone ?? null).toBe(tone))
})
