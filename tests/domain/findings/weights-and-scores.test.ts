import type { Indicator, Project, RuleId } from '@biaochi/domain'
import { describe, expect, test } from 'vitest'
import { declaration, evaluation, findingsOf, fund, row, told } from '../../support/findings.ts'

const execution = { weight: '10', rate: '100', score: '10' }
const funds = [fund('initial', '100'), fund('adjusted', '100'), fund('executed', '100')]

/** A complete self-evaluation in 10/50/30/10 with one row replaced. */
const whole = (parts: Parameters<typeof row>[0] = {}, project: Partial<Project> = {}): Project =>
  evaluation({
    fiscalYear: 2022,
    funds,
    execution,
    indicators: [
      row({ name: '出车次数', target: '≥300次', actual: '310次', weight: '20', score: '20', ...parts }),
      row({
        level2: '质量指标',
        name: '软硬件故障率',
        target: '≤1%',
        actual: '1%',
        weight: '30',
        score: '30',
      }),
      row({
        level1: '效益指标',
        level2: '社会效益指标',
        name: '任务保障率',
        target: '=100%',
        actual: '100%',
        weight: '30',
        score: '30',
      }),
      row({
        level1: '满意度指标',
        level2: '服务对象满意度指标',
        name: '群众满意度',
        target: '≥90%',
        actual: '95%',
        weight: '10',
        score: '10',
      }),
    ],
    ...project,
  })

const weighed = (...weights: readonly (string | null)[]): readonly Indicator[] =>
  weights.map((weight, index) => row({ name: `检查工作之${index}`, weight }))

type Case = readonly [fact: string, project: Project, expected: readonly string[]]

const rules: Partial<Record<RuleId, readonly Case[]>> = {
  'weights-sum': [
    ['a self-evaluation of 95', whole({ weight: '15', score: '15' }), ['block project totalWeight']],
    ['a self-evaluation of 102.5', whole({ weight: '22.5' }), ['block project totalWeight']],
    [
      'a self-evaluation without any weight',
      evaluation({ indicators: weighed(null, null) }),
      ['block project totalWeight'],
    ],
    ['a declaration of 100', declaration({ indicators: weighed('50', '50') }), ['block project totalWeight']],
    ['a self-evaluation of 100', whole(), []],
    ['a declaration of 90', declaration({ indicators: weighed('67.5', '22.5') }), []],
    ['a declaration of 100 that weighs execution', declaration({ execution, indicators: weighed('90') }), []],
    ['a declaration without weights', declaration({ indicators: weighed(null, null) }), []],
    ['an empty declaration', declaration(), []],
    ['an empty self-evaluation', evaluation(), []],
    [
      'a medium-term row with a weight',
      whole({}, { indicators: [...whole().indicators, row({ period: 'midterm', weight: '5' })] }),
      [],
    ],
  ],
  'level1-weights': [
    [
      '45 for output and 35 for benefit',
      whole({ weight: '15', score: '15' }, { execution: { ...execution, weight: '15', score: '15' } }),
      ['warn execution weight', 'warn indicator 0 weight'],
    ],
    ['10/50/30/10 in a year of another scheme', whole({}, { fiscalYear: 2025 }), []],
    ['10/50/30/10', whole(), []],
    ['a row without weight', whole({ weight: null }), []],
    [
      'levels the scheme does not know',
      whole({}, { indicators: [row({ level1: '投入与管理', weight: '90' })] }),
      [],
    ],
    ['no weights', declaration({ indicators: weighed(null) }), []],
  ],
  'weight-missing': [
    ['one of two rows', declaration({ indicators: weighed('50', null) }), ['block indicator 1 weight']],
    ['no row has a weight', declaration({ indicators: weighed(null, null) }), []],
    [
      'a row that does not apply',
      declaration({ indicators: [...weighed('90'), row({ target: '不适用' })] }),
      [],
    ],
    ['a medium-term row', declaration({ indicators: [...weighed('90'), row({ period: 'midterm' })] }), []],
  ],
  'weight-not-positive': [
    ['0', declaration({ indicators: weighed('90', '0') }), ['block indicator 1 weight']],
    ['-5', declaration({ indicators: weighed('95', '-5') }), ['block indicator 1 weight']],
    ['0.5', declaration({ indicators: weighed('89.5', '0.5') }), []],
    ['no weight', declaration({ indicators: weighed(null) }), []],
    [
      '0 on a row that does not apply',
      declaration({ indicators: [row({ target: '不适用', weight: '0' })] }),
      [],
    ],
  ],
  'score-above-weight': [
    ['20.01 of 20', whole({ score: '20.01' }), ['block indicator 0 score']],
    ['-1 of 20', whole({ score: '-1' }), ['block indicator 0 score']],
    [
      'execution 11 of 10',
      whole({}, { execution: { ...execution, score: '11' } }),
      ['block execution score'],
    ],
    ['20 of 20', whole(), []],
    ['0 of 20', whole({ score: '0' }), []],
    ['a score without weight', whole({ weight: null }), []],
  ],
  'score-outside-grade-band': [
    [
      '达成 with 79 %',
      whole({ target: '提升', actual: '提升', grade: 'achieved', score: '15.8' }),
      ['block indicator 0 score'],
    ],
    [
      '部分达成 with 90 %',
      whole({ target: '提升', actual: '有提升', grade: 'partly', score: '18' }),
      ['block indicator 0 score'],
    ],
    [
      '部分达成 with 55 %',
      whole({ target: '提升', actual: '有提升', grade: 'partly', score: '11' }),
      ['block indicator 0 score'],
    ],
    [
      '未达成 with 60 %',
      whole({ target: '提升', actual: '未提升', grade: 'missed', score: '12.5' }),
      ['block indicator 0 score'],
    ],
    ['达成 with 80 %', whole({ target: '提升', actual: '提升', grade: 'achieved', score: '16' }), []],
    ['达成 with 100 %', whole({ target: '提升', actual: '提升', grade: 'achieved', score: '20' }), []],
    ['部分达成 with 60 %', whole({ target: '提升', actual: '有提升', grade: 'partly', score: '12' }), []],
    ['部分达成 with 70 %', whole({ target: '提升', actual: '有提升', grade: 'partly', score: '14' }), []],
    ['未达成 with 0', whole({ target: '提升', actual: '未提升', grade: 'missed', score: '0' }), []],
    ['no grade', whole({ target: '提升', actual: '提升', score: '5' }), []],
    ['a number with a grade', whole({ grade: 'missed' }), []],
  ],
  'score-without-reason': [
    ['19 of 20', whole({ score: '19' }), ['block indicator 0 reason']],
    ['19 of 20 because of 无', whole({ score: '19', reason: ' 无 ' }), ['block indicator 0 reason']],
    ['19 of 20 because of —', whole({ score: '19', reason: '——' }), ['block indicator 0 reason']],
    ['19 of 20 with a reason', whole({ score: '19', reason: '设备老化，拟更新。' }), []],
    ['20 of 20', whole(), []],
    ['no score', whole({ score: null }), []],
    ['a score without weight', whole({ score: '5', weight: null }), []],
  ],
  'score-missing': [
    [
      'words without a grade',
      whole({ target: '提升', actual: '提升了', score: null }),
      ['block indicator 0 score'],
    ],
    ['a number the scheme scores', whole({ score: null }), []],
    ['no actual', whole({ score: null, actual: '' }), []],
    ['words with a grade', whole({ target: '提升', actual: '提升了', score: null, grade: 'achieved' }), []],
    [
      'a declaration',
      { ...whole({ target: '提升', actual: '提升了', score: null }), form: 'declaration' },
      [],
    ],
  ],
  'awarded-differs-from-rule': [
    ['met, 19 of 20', whole({ score: '19', reason: '设备老化' }), ['explain indicator 0 score']],
    [
      '85 % of ≥ 90 % awarded 18 of 20, rule 18.89',
      whole({ target: '≥90%', actual: '85%', score: '18', reason: '覆盖不够' }),
      ['explain indicator 0 score'],
    ],
    [
      '18 of ≥ 20 awarded 18 of 20',
      whole({ target: '≥20家', actual: '18家', score: '18', reason: '申请少' }),
      [],
    ],
    [
      '18.89 as the rule says',
      whole({ target: '≥90%', actual: '85%', score: '18.89', reason: '覆盖不够' }),
      [],
    ],
    ['full and met', whole(), []],
    ['no score', whole({ score: null }), []],
    ['a bound that proves nothing', whole({ actual: '>250次', score: '15', reason: '少' }), []],
    ['words without a grade', whole({ target: '提升', actual: '略有起色', score: '15', reason: '少' }), []],
  ],
  'far-above-target': [
    ['1700次 of ≥ 300次', whole({ actual: '1700次' }), ['explain indicator 0 actual']],
    ['exactly 130 %', whole({ actual: '390次' }), ['explain indicator 0 actual']],
    [
      '7000余条 of ≥ 2000条',
      whole({ target: '≥2000条', actual: '7000余条' }),
      ['explain indicator 0 actual'],
    ],
    [
      '1.7亿条 of ≥ 10000万条',
      whole({ target: '≥10000万条', actual: '1.7亿条' }),
      ['explain indicator 0 actual'],
    ],
    ['129.9 %', whole({ target: '≥1000次', actual: '1299次' }), []],
    ['1700次 with an explanation', whole({ actual: '1700次', reason: '大型活动增多' }), []],
    ['a ceiling', whole({ target: '≤20分钟', actual: '5分钟' }), []],
    ['a target of 0', whole({ target: '≥0次', actual: '5次' }), []],
    ['another unit', whole({ target: '≥10次', actual: '80%' }), []],
    ['words', whole({ target: '提升', actual: '显著提升' }), []],
    ['no actual', whole({ actual: '' }), []],
  ],
  'reason-without-deviation': [
    [
      '99.3 % of ≥ 90 %, full, explained',
      whole({ target: '≥90%', actual: '99.3%', reason: '课程好' }),
      ['warn indicator 0 reason'],
    ],
    ['far above and explained', whole({ actual: '1700次', reason: '活动多' }), []],
    ['a fifth above and explained', whole({ target: '≥100次', actual: '120次', reason: '活动多' }), []],
    ['met and 无', whole({ reason: '无' }), []],
    ['met, points off, explained', whole({ score: '19', reason: '设备老化' }), []],
    ['missed and explained', whole({ actual: '200次', score: '13.33', reason: '少' }), []],
    ['met without a word', whole(), []],
  ],
}

describe.each(Object.entries(rules))('%s', (rule, cases) => {
  test.each(cases)('%s', (_fact, project, expected) => {
    expect(told(rule as RuleId, project)).toEqual(expected)
  })
})

test('a whole self-evaluation has nothing to tell', () => {
  expect(Object.keys(rules).flatMap((rule) => findingsOf(rule as RuleId, whole()))).toEqual([])
})

test('the score of the rule is offered where another one is awarded', () => {
  const [finding] = findingsOf('awarded-differs-from-rule', whole({ score: '19', reason: '设备老化' }))
  expect(finding?.fix).toEqual({ field: 'score', value: '20' })
  expect(finding?.message.params).toEqual({ score: '19', weight: '20', rule: '20' })
})
