import { formatMessage } from '@biaochi/domain'
import { unitsNear } from '@biaochi/web/sheet/assist/indicator-assist'
import { readTarget } from '@biaochi/web/sheet/assist/read-target'
import { targetAssist } from '@biaochi/web/sheet/assist/target-assist'
import { describe, expect, test } from 'vitest'
import { openSheet, projectOf } from '../../support/sheet.ts'

const describeIn = (message: Parameters<typeof formatMessage>[0]) => formatMessage(message, 'zh-CN')

const readings: readonly (readonly [string, string])[] = [
  ['≥12次', '比较 ≥ 数 12 单位 次'],
  ['>=12 次', '比较 ≥ 数 12 单位 次 写成 ≥12次'],
  ['＞＝１２次', '比较 ≥ 数 12 单位 次 写成 ≥12次'],
  ['不超过3天', '比较 ≤ 数 3 单位 天 写成 ≤3天'],
  ['1.7亿条', '比较 =（未写） 数 1.7亿 单位 条'],
  ['12', '比较 =（未写） 数 12 单位 无'],
  ['约300人', '比较 =（未写） 数 约 300 单位 人'],
  ['提升', '读作文字：定性指标，评分时选等级'],
  ['7*24小时', '读作文字：定性指标，评分时选等级'],
  ['不适用', '不适用：本行不计分'],
  ['', '没有指标值'],
  ['≥', '! 比较符号后面没有数字'],
  ['12..5次', '! “12..5”不是一个数，请检查小数点和千位分隔符'],
]

describe('how a target is read', () => {
  for (const [text, expected] of readings)
    test(JSON.stringify(text), () => {
      const { parts, note, tone } = readTarget(text, describeIn)
      const said = [...parts.map((part) => `${part.name} ${part.text}`), ...(note === '' ? [] : [note])]
      expect(`${tone === 'problem' ? '! ' : ''}${said.join(' ')}`).toBe(expected)
    })
})

const offered = (text: string, units: readonly string[] = []): Record<string, readonly string[]> =>
  Object.fromEntries(
    targetAssist({ name: '巡检次数', units, describe: describeIn })
      .assistance(text)
      .groups.map(({ title, choices }) => [title, choices.map((choice) => choice.text)]),
  )

describe('what is offered for a target', () => {
  test('operators and units as the text would be with them', () => {
    expect(offered('12次')['比较']).toEqual(['≥12次', '≤12次', '=12次', '>12次', '<12次'])
    expect(offered('12次')['单位']).toContain('12家')
  })
  test('the units of the project before the usual ones', () => {
    expect(offered('12', ['座', '公里'])['单位']?.slice(0, 3)).toEqual(['12座', '12公里', '12%'])
  })
  test('words, as long as there is no number they would replace', () => {
    expect(offered('12次')['文字']).toBeUndefined()
    expect(offered('')['文字']).toContain('提升')
    expect(offered('提')['文字']).toContain('不适用')
  })
  test('an operator alone, as long as nothing is typed', () => {
    expect(offered('')['比较']).toContain('≥')
    expect(offered('')['单位']).toBeUndefined()
  })
  test('nothing that would lose words', () => expect(offered('提升')['比较']).toBeUndefined())
})

test('the units of a project come with the usual ones first', () => {
  const rows = ['≥2座', '=3%', '≥5座', '提升', '≥0.00(??)'].map((target, at) => ({ name: `${at}`, target }))
  const { sheet } = openSheet([projectOf('p', rows)])
  expect(unitsNear(sheet, 'p-0')).toEqual(['座', '%'])
})
