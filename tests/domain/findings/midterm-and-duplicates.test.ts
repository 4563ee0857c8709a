import type { Project, RuleId } from '@biaochi/domain'
import { describe, expect, test } from 'vitest'
import { declaration, findingsOf, goal, row, told } from '../../support/findings.ts'

const both = (
  midterm: string,
  annual: string,
  label = '中期目标(2023年—2025年)',
  name = '通报风险',
): Project =>
  declaration({
    goals: [goal('midterm', '持续推进', label)],
    indicators: [row({ period: 'midterm', name, target: midterm }), row({ name, target: annual })],
  })

const twice = (parts: Parameters<typeof row>[0], other: Parameters<typeof row>[0]): Project =>
  declaration({ indicators: [row(parts), row(other)] })

type Case = readonly [fact: string, project: Project, expected: readonly string[]]
const told0 = ['warn indicator 0 target']

const rules: Partial<Record<RuleId, readonly Case[]>> = {
  'midterm-annual-inconsistent': [
    ['300 over three years of 70', both('≥300起', '≥70起'), told0],
    ['less than one year', both('≥50起', '≥70起'), told0],
    ['a lower rate', both('≥90%', '≥95%'), told0],
    ['four times in two years', both('≥12次', '≥3次', '中期目标(2023-2024年)'), told0],
    ['over three years unless said', both('≥12次', '≥3次', '中期目标'), told0],
    ['a rate beside a count', both('≥90%', '≥70起'), told0],
    ['2亿条 of 3000万条 a year', both('≥2亿条', '≥3000万条'), told0],
    ['three times one year', both('≥9次', '≥3次'), []],
    ['a level that grows', both('≥200家', '≥150家'), []],
    ['the same', both('≥4万家', '≥4万家'), []],
    ['a fifth more than three years', both('≥36次', '≥10次'), []],
    ['five years', both('≥15次', '≥3次', '中期目标（2021年至2025年）'), []],
    ['a monthly count', both('≥5次/月', '≥1次/月'), []],
    ['a rate that grows', both('≥95%', '≥10%'), []],
    ['a ceiling', both('≤6小时', '≤8小时'), []],
    ['words', both('持续提升', '≥3次'), []],
    ['a target missing', both('', '≥3次'), []],
    ['units missing', both('≥300', '≥70'), []],
    [
      'another name',
      declaration({
        indicators: [row({ period: 'midterm', target: '≥300起' }), row({ name: '他', target: '≥70起' })],
      }),
      [],
    ],
    ['no medium term', declaration({ indicators: [row(), row({ name: '他' })] }), []],
  ],
  'duplicate-indicator': [
    ['the same name twice', twice({}, { target: '≥20次' }), ['warn indicator 1 name']],
    [
      'white space and width aside',
      twice({ name: '调研次数(次)' }, { name: '调研 次数', level2: '数量' }),
      ['warn indicator 1 name'],
    ],
    ['in both columns', twice({ period: 'midterm' }, {}), []],
    ['under another level 2', twice({}, { level2: '质量指标' }), []],
    ['不适用 twice', twice({ name: '不适用', target: '' }, { name: '不适用', target: '' }), []],
    ['no names', twice({ name: null }, { name: null }), []],
    ['another name', twice({}, { name: '调研人数' }), []],
  ],
}

describe.each(Object.entries(rules))('%s', (rule, cases) => {
  test.each(cases)('%s', (_fact, project, expected) => {
    expect(told(rule as RuleId, project)).toEqual(expected)
  })
})

test('the message says what the years add up to', () => {
  expect(findingsOf('midterm-annual-inconsistent', both('≥300起', '≥70起'))[0]?.message.params).toEqual({
    midterm: '≥300起',
    annual: '≥70起',
    years: '3',
    most: '210',
  })
})
