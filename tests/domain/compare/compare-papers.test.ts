import { describe, expect, test } from 'vitest'
import { comparePapers, comparePeriods, emptyIndicator, emptyProject, parseTarget } from '@biaochi/domain'
import type { Fund, Goal, Indicator, Project } from '@biaochi/domain'

const indicator = (name: string, target: string, weight: string | null = null): Indicator => ({
  ...emptyIndicator,
  level2: '数量指标',
  name,
  target: parseTarget(target),
  weight,
})
const paper = (parts: Partial<Project>): Project => ({ ...emptyProject, ...parts })
const fund = (stage: Fund['stage'], amount: string, more: Partial<Fund> = {}): Fund => ({
  period: 'annual',
  source: 'all',
  stage,
  amount,
  ...more,
})
const goal = (period: Goal['period'], text: string): Goal => ({ period, label: '', text })

describe('indicators', () => {
  test('say what became of target and weight, which were added and which dropped', () => {
    const before = [
      indicator('甲方活动', '≥12次', '10'),
      indicator('乙方展览', '≥3场'),
      indicator('丙', '≥1家'),
    ]
    const after = [
      indicator('甲方活动', '≥10次', '10.0'),
      indicator('丁', '≥1家'),
      indicator('乙方展览', '≥ 3 场', '5'),
    ]
    expect(comparePapers(paper({ indicators: before }), paper({ indicators: after })).indicators).toEqual([
      { kind: 'both', before: 0, after: 0, likeness: 'same', target: 'relaxed', weightDiffers: false },
      { kind: 'added', before: null, after: 1 },
      { kind: 'both', before: 1, after: 2, likeness: 'same', target: 'same', weightDiffers: false },
      { kind: 'dropped', before: 2, after: null },
    ])
  })

  test.each([
    ['10', '15', true],
    ['22.5', '22.50', false],
    ['10', null, false],
    [null, '10', false],
  ])('a weight of %s and one of %s', (before, after, differs) => {
    const [line] = comparePapers(
      paper({ indicators: [indicator('甲', '≥1次', before)] }),
      paper({ indicators: [indicator('甲', '≥1次', after)] }),
    ).indicators
    expect(line).toMatchObject({ weightDiffers: differs })
  })
})

describe('goals', () => {
  test('what a year is to reach is what a self-evaluation calls expected', () => {
    const { goals } = comparePapers(
      paper({ goals: [goal('total', '三年建成'), goal('annual', '举办 活动')] }),
      paper({ goals: [goal('expected', '举办活动'), goal('achieved', '已举办')] }),
    )
    expect(goals.map(({ before, after, differs }) => [before?.text, after?.text, differs])).toEqual([
      ['三年建成', undefined, false],
      ['举办 活动', '举办活动', false],
      [undefined, '已举办', false],
    ])
  })

  test('another text differs', () => {
    const { goals } = comparePapers(
      paper({ goals: [goal('annual', '举办20场')] }),
      paper({ goals: [goal('expected', '举办10场')] }),
    )
    expect(goals.map(({ differs }) => differs)).toEqual([true])
  })
})

describe('funds', () => {
  test.each([
    ['200000', '200000.00', '0', false],
    ['200000', '199999.99', '-0.01', true],
    ['0.1', '0.3', '0.2', true],
  ])('%s asked for and %s at the beginning of the year: %s', (before, after, difference, differs) => {
    const { funds } = comparePapers(
      paper({ funds: [fund('requested', before)] }),
      paper({ funds: [fund('initial', after), fund('executed', '1')] }),
    )
    expect(funds).toMatchObject([
      { difference, differs },
      { before: null, difference: null, differs: false },
    ])
  })
})

test('the medium term beside the year: goals, funds and indicators of one paper', () => {
  const { goals, funds, indicators } = comparePeriods(
    paper({
      goals: [goal('midterm', '三年'), goal('annual', '一年')],
      funds: [fund('requested', '870', { period: 'midterm' }), fund('requested', '290')],
      indicators: [{ ...indicator('面积', '≥4.2万亩'), period: 'midterm' }, indicator('面积', '≥1.4万亩')],
    }),
  )
  expect(goals).toMatchObject([{ before: { text: '三年' }, after: { text: '一年' }, differs: true }])
  expect(funds).toMatchObject([{ difference: '-580', differs: true }])
  expect(indicators).toMatchObject([{ kind: 'both', before: 0, after: 1, target: 'relaxed' }])
})
