import {
  formatTarget,
  parseTarget,
  usualStandards,
  usualUnits,
  withOperator,
  withUnit,
} from '@biaochi/domain'
import type { Operator } from '@biaochi/domain'
import { describe, expect, test } from 'vitest'

const operators: readonly (readonly [string, Operator, string | null])[] = [
  ['12次', '>=', '≥12次'],
  ['１２次', '<=', '≤12次'],
  ['≥12.00(次)', '=', '=12次'],
  ['不少于12次', '<', '<12次'],
  ['1.7亿条', '>=', '≥1.7亿条'],
  ['约300人', '>=', '≥300人'],
  ['7000余条', '>=', '≥7000条'],
  ['', '>=', '≥'],
  ['≥', '<=', '≤'],
  ['＞＝', '=', '='],
  ['提升', '>=', null],
  ['不适用', '>=', null],
  ['12..5次', '>=', null],
  ['≥≥12次', '>=', null],
  ['7*24小时', '>=', null],
]

describe('a target with another operator', () => {
  for (const [text, operator, expected] of operators)
    test(`${JSON.stringify(text)} ${operator}`, () => expect(withOperator(text, operator)).toBe(expected))
})

const units: readonly (readonly [string, string, string | null])[] = [
  ['12', '次', '12次'],
  ['≥１２次', '%', '≥12%'],
  ['≥10万人次', '家', '≥10万家'],
  ['≥1.7亿条', '万元', '≥1.7万元'],
  ['12', '次/月', '12次/月'],
  ['95%以上', '‰', '≥95‰'],
  ['≥0.00(??)', '次', '≥0次'],
  ['12..5', '次', null],
  ['', '次', null],
  ['≥', '次', null],
  ['提升', '次', null],
  ['12次', '', '12'],
  ['12', '2', null],
]

describe('a target in another unit', () => {
  for (const [text, unit, expected] of units)
    test(`${JSON.stringify(text)} ${unit}`, () => expect(withUnit(text, unit)).toBe(expected))
})

const names: readonly (readonly [string | null, string])[] = [
  ['设备完好率', '%'],
  ['群众满意度', '%'],
  ['培训人次', '人'],
  ['故障响应时间', '小时'],
  ['单位成本', '万元'],
  ['巡检频次', '次/月'],
  ['巡检次数', '%'],
  [null, '%'],
]

describe('the first of the usual units', () => {
  for (const [name, unit] of names)
    test(`${name ?? 'without a name'}: ${unit}`, () => expect(usualUnits(name)[0]).toBe(unit))
  test('is one used nearby where the name tells nothing', () => {
    expect(usualUnits('巡检次数', ['座'])[0]).toBe('座')
    expect(usualUnits('设备完好率', ['座'])[0]).toBe('%')
  })
  test('are written as they are read', () => {
    for (const [name] of names)
      for (const unit of usualUnits(name)) expect(withUnit('≥2', unit)).toBe(`≥2${unit}`)
  })
})

test('the usual standards are words, and 不适用 is its own state', () => {
  for (const word of usualStandards) {
    const target = parseTarget(word)
    expect(formatTarget(target)).toBe(word)
    expect(target.kind).toBe(word === '不适用' ? 'not-applicable' : 'qualitative')
  }
})
