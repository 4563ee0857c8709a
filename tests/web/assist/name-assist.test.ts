import { NameAssist } from '@biaochi/web/sheet/assist/name-assist'
import type { NameQuestion, UsedName } from '@biaochi/web/sheet/assist/name-assist'
import { describe, expect, test } from 'vitest'
import { HandClock } from '../../support/sheet.ts'

const row = { projectId: 'p', period: 'annual', level1: '产出指标', level2: '数量指标' } as const

const used = (name: string, source: UsedName['source'], target = '≥9次'): UsedName => ({
  name,
  source,
  projects: 2,
  weight: '10',
  example: { year: 2024, agency: '云浦市图书馆', target },
})

const ignore = (): void => undefined

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

function open(answer: (text: string) => Promise<readonly UsedName[]>) {
  const clock = new HandClock()
  const asked: NameQuestion[] = []
  const find = (question: NameQuestion) => {
    asked.push(question)
    return answer(question.text)
  }
  return { assist: new NameAssist({ row, find, clock }), clock, asked }
}

const offered = (assist: NameAssist, text: string) =>
  assist.assistance(text).groups.map(({ title, choices }) => [title, choices.map(({ label }) => label)])

const library = [
  used('新书数', 'previous-year'),
  used('讲座场次', 'same-agency'),
  used('讲座 听众数', 'other-agencies'),
]

describe('names used before', () => {
  test('stand under where they come from, and are narrowed down before the next answer', async () => {
    const { assist } = open(() => Promise.resolve(library))
    assist.typed('', ignore)
    await settled()
    expect(offered(assist, '')).toEqual([
      ['本项目上一年用过', ['新书数']],
      ['本单位其他项目用过', ['讲座场次']],
      ['其他单位用过', ['讲座 听众数']],
    ])
    expect(offered(assist, '座　听')).toEqual([['其他单位用过', ['讲座 听众数']]])
    expect(offered(assist, '讲座场次')).toEqual([])
  })

  test('are asked for at once, then when one pauses', async () => {
    const { assist, clock, asked } = open(() => Promise.resolve([]))
    for (const text of ['', '讲', '讲座']) assist.typed(text, ignore)
    expect(asked).toEqual([{ ...row, text: '' }])
    clock.move(1000)
    expect(asked.map(({ text }) => text)).toEqual(['', '讲座'])
    assist.typed('讲座场', ignore)
    assist.close()
    clock.move(1000)
    expect(asked).toHaveLength(2)
  })

  test('a late answer to an older text is not shown', async () => {
    let answerFirst = (_names: readonly UsedName[]): void => undefined
    const { assist, clock } = open((text) =>
      text === '' ? new Promise((resolve) => (answerFirst = resolve)) : Promise.resolve([]),
    )
    assist.typed('', ignore)
    assist.typed('讲', ignore)
    clock.move(1000)
    await settled()
    answerFirst(library)
    await settled()
    expect(offered(assist, '讲')).toEqual([])
  })

  test('that cannot be asked for say so, and typing goes on', async () => {
    const { assist } = open(() => Promise.reject(new Error('offline')))
    assist.typed('', ignore)
    await settled()
    expect(assist.assistance('')).toMatchObject({ reading: { tone: 'unusual' }, groups: [] })
  })
})

describe('a name brings along', () => {
  for (const [target, texts] of [
    ['≥9次', [{ field: 'target', text: '≥9次' }]],
    ['提升', [{ field: 'target', text: '提升' }]],
    ['', undefined],
    ['≥', undefined],
  ] as const)
    test(`${JSON.stringify(target)}: ${texts === undefined ? 'nothing' : 'its target'}`, async () => {
      const { assist } = open(() => Promise.resolve([used('新书数', 'previous-year', target)]))
      assist.typed('', ignore)
      await settled()
      const [choice] = assist.assistance('').groups[0]?.choices ?? []
      expect(choice?.along?.texts).toEqual(texts)
      expect(choice?.note).toBe('10 分 · 2024 云浦市图书馆 · 2 个项目')
    })
})
