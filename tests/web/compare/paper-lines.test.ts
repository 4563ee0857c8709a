import { emptyIndicator, parseActual, parseTarget } from '@biaochi/domain'
import type { Indicator } from '@biaochi/domain'
import { choicesOf, compareWith } from '@biaochi/web/sheet/compare/compared-papers'
import type { Choice, Paper } from '@biaochi/web/sheet/compare/compared-papers'
import { differencesInWords } from '@biaochi/web/sheet/compare/differences-in-words'
import { paperLines, paperTitle } from '@biaochi/web/sheet/compare/paper-lines'
import type { PaperLine } from '@biaochi/web/sheet/compare/paper-lines'
import { describe, expect, test } from 'vitest'

const paper = (
  id: string,
  parts: Partial<Paper>,
  rows: readonly (readonly [string, string, Partial<Indicator>?])[],
): Paper => ({
  id,
  fiscalYear: 2025,
  form: 'declaration',
  funds: [],
  goals: [],
  rows: rows.map(([name, target, more], index) => ({
    id: `${id}-${index}`,
    record: { ...emptyIndicator, level2: '数量指标', name, target: parseTarget(target), ...more },
  })),
  ...parts,
})

const declared = paper(
  'd',
  {
    funds: [{ period: 'annual', source: 'all', stage: 'requested', amount: '200000' }],
    goals: [{ period: 'annual', label: '年度总体目标', text: '举办20场' }],
  },
  [
    ['举办活动', '≥20次'],
    ['编发简报', '≥12期'],
    ['巡检', '≥4次'],
    ['培训', '≥ 2 期'],
  ],
)
const evaluated = paper(
  'e',
  {
    form: 'self-evaluation',
    funds: [
      { period: 'annual', source: 'all', stage: 'initial', amount: '180000.5' },
      { period: 'annual', source: 'all', stage: 'executed', amount: '1' },
      { period: 'annual', source: 'other', stage: 'initial', amount: '0' },
    ],
    goals: [
      { period: 'expected', label: '预期目标', text: '举办10场' },
      { period: 'achieved', label: '实际完成情况', text: '举办了' },
    ],
  },
  [
    ['举办活动', '≥10次', { weight: '20', actual: parseActual('12次') }],
    ['编发简报', '≥12期', { weight: '10' }],
    ['培训', '≥2期'],
    ['满意度', '≥90%'],
  ],
)
const nothing = { otherForm: null, previousYear: null }
const both = { otherForm: evaluated, previousYear: { ...evaluated, fiscalYear: 2024 } }

const compare = (of: Paper, choice: Choice, beside: Parameters<typeof compareWith>[2] = both) => {
  const compared = compareWith(of, choice, beside)
  if (compared === null) throw new Error('nothing to compare')
  return compared
}
const words = { amount: (text: string) => text, signed: (text: string) => text, fund: () => '合计' }
const inShort = ({ title, before, after, marks, isGrave }: PaperLine): string =>
  `${title}: ${before?.text ?? '·'} | ${after?.text ?? '·'} [${marks.join(' ')}]${isGrave ? ' !' : ''}`

describe('a declaration beside its self-evaluation', () => {
  test('says line by line what differs', () => {
    const { indicators, funds, goals } = paperLines(compare(declared, 'forms'), words)
    expect(indicators.map(inShort)).toEqual([
      '举办活动: ≥20次 | ≥10次 [放宽] !',
      '编发简报: ≥12期 | ≥12期 []',
      '巡检: ≥4次 | · [自评中没有] !',
      '培训: ≥2期 | ≥2期 []',
      '满意度: · | ≥90% [申报中没有]',
    ])
    expect(indicators[0]?.after?.note).toBe('实际 12次')
    expect(funds.map(inShort)).toEqual(['合计: 200000 | 180000.5 [-19999.5]', '合计: · | 1 []'])
    expect(goals.map(inShort)).toEqual([
      '年度总体目标 → 预期目标: 举办20场 | 举办10场 [不一致]',
      '实际完成情况: · | 举办了 []',
    ])
  })

  test('leads to the cell that differs, on whichever paper it is', () => {
    const { indicators } = paperLines(compare(declared, 'forms'), words)
    expect(indicators.map(({ at }) => at)).toEqual([
      { rowIds: ['e-0', 'd-0'], column: 'target' },
      { rowIds: ['e-1', 'd-1'], column: 'target' },
      { rowIds: ['d-2'], column: 'name' },
      { rowIds: ['e-2', 'd-3'], column: 'target' },
      { rowIds: ['e-3'], column: 'name' },
    ])
  })

  test('says in all what differs, and stands first whichever of the two is looked at', () => {
    const sentences = [
      '1 项指标的指标值与申报不一致',
      '申报的 1 项指标没有自评',
      '1 项自评指标没有申报',
      '1 项资金与申报不一致',
      '1 项目标与申报不一致',
    ]
    expect(differencesInWords(compare(declared, 'forms'))).toEqual(sentences)
    const fromThere = compare(evaluated, 'forms', { ...nothing, otherForm: declared })
    expect(differencesInWords(fromThere)).toEqual(sentences)
    expect([paperTitle(fromThere, 'before'), paperTitle(fromThere, 'after')]).toEqual([
      '2025 年申报表',
      '2025 年自评表',
    ])
  })

  test('without a difference says so', () => {
    const same = compare(declared, 'forms', {
      ...nothing,
      otherForm: { ...declared, id: 'x', form: 'self-evaluation' },
    })
    expect(differencesInWords(same)).toEqual(['与申报一致'])
  })
})

test('a year stands after the one before, with weights where both have them', () => {
  const now = paper('n', { form: 'self-evaluation', fiscalYear: 2025 }, [
    ['举办活动', '≥12次', { weight: '15' }],
    ['编发工作简报', '≥12期', { weight: '10.0' }],
  ])
  const compared = compare(now, 'years')
  expect(paperLines(compared, words).indicators.map(inShort)).toEqual([
    '举办活动: ≥10次 | ≥12次 [收紧 分值 20 → 15]',
    '编发简报 → 编发工作简报: ≥12期 | ≥12期 [疑似更名]',
    '培训: ≥2期 | · [未保留] !',
    '满意度: ≥90% | · [未保留] !',
  ])
  expect(differencesInWords(compared).slice(0, 4)).toEqual([
    '1 项指标的指标值与上年不一致',
    '1 项指标的分值与上年不一致',
    '1 项指标的名称或二级指标与上年不一致',
    '上年的 2 项指标没有保留',
  ])
})

test('of the medium term and the year only what has one side is told', () => {
  const plan = paper('m', {}, [
    ['示范片面积', '≥4.2万亩', { period: 'midterm' }],
    ['示范片面积', '≥1.4万亩'],
    ['培训期数', '≥36期'],
  ])
  const compared = compare(plan, 'periods', nothing)
  expect(paperLines(compared, words).indicators.map(inShort)).toEqual([
    '示范片面积: ≥4.2万亩 | ≥1.4万亩 []',
    '培训期数: · | ≥36期 [仅年度]',
  ])
  expect(differencesInWords(compared)).toEqual(['1 项指标仅有年度'])
  expect(paperTitle(compared, 'before')).toBe('中期')
})

test('a project is compared with what there is', () => {
  expect(choicesOf(declared, both)).toEqual(['forms', 'years'])
  expect(choicesOf(declared, nothing)).toEqual([])
  expect(compareWith(declared, 'years', nothing)).toBe(null)
})
