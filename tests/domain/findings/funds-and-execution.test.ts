import type { Project, RuleId, Scheme } from '@biaochi/domain'
import { schemeFor } from '@biaochi/domain'
import { describe, expect, test } from 'vitest'
import { declaration, evaluation, findingsOf, fund, goal, row, told } from '../../support/findings.ts'

const printed = (rate: string | null, score: string | null) => ({ weight: '10', rate, score })

/** A self-evaluation that spent `executed` of `adjusted`. */
const spent = (adjusted: string, executed: string, parts: Partial<Project> = {}): Project =>
  evaluation({ funds: [fund('adjusted', adjusted), fund('executed', executed)], ...parts })

const cut = (initial: string, adjusted: string, parts: Partial<Project> = {}): Project =>
  evaluation({ funds: [fund('initial', initial), fund('adjusted', adjusted)], ...parts })

const executionRow = (actual: string, name = '预算执行率') => [
  row({ level2: '时效指标', name, target: '≥90%', actual, weight: '10' }),
]

type Case = readonly [fact: string, project: Project, expected: readonly string[]]

const rules: Partial<Record<RuleId, readonly Case[]>> = {
  'fund-sources-differ': [
    [
      'fiscal 700000 above the total 560000',
      evaluation({
        funds: [
          fund('adjusted', '560000'),
          fund('adjusted', '700000', 'fiscal'),
          fund('adjusted', '0', 'carryover'),
        ],
      }),
      ['explain fund annual all adjusted'],
    ],
    [
      'a total of 6466500 over sources of 0',
      evaluation({
        funds: [fund('adjusted', '6466500'), fund('adjusted', '0', 'fiscal'), fund('adjusted', '0', 'other')],
      }),
      ['explain fund annual all adjusted'],
    ],
    [
      'one fen too little',
      declaration({ funds: [fund('requested', '100'), fund('requested', '99.99', 'fiscal')] }),
      ['explain fund annual all requested'],
    ],
    [
      'the project total of several years',
      declaration({
        funds: [fund('requested', '90', 'all', 'total'), fund('requested', '80', 'fiscal', 'total')],
      }),
      ['explain fund total all requested'],
    ],
    ['only the total printed', evaluation({ funds: [fund('executed', '6998185.82')] }), []],
    ['only sources printed', evaluation({ funds: [fund('executed', '5', 'fiscal')] }), []],
    [
      'blank sources beside one that is the total',
      evaluation({ funds: [fund('executed', '558822.6'), fund('executed', '558822.6', 'fiscal')] }),
      [],
    ],
    [
      'three sources that add up',
      declaration({
        funds: [
          fund('requested', '0.3'),
          fund('requested', '0.1', 'fiscal'),
          fund('requested', '0.2', 'carryover'),
          fund('requested', '0', 'other'),
        ],
      }),
      [],
    ],
    [
      'another period',
      declaration({ funds: [fund('requested', '5'), fund('requested', '9', 'fiscal', 'total')] }),
      [],
    ],
  ],
  'annual-above-total': [
    [
      'a year above the project',
      declaration({ funds: [fund('requested', '9'), fund('requested', '8', 'all', 'total')] }),
      ['warn fund annual all requested'],
    ],
    [
      'a year as much as the project',
      declaration({ funds: [fund('requested', '9'), fund('requested', '9', 'all', 'total')] }),
      [],
    ],
    [
      'a project total of 0',
      declaration({ funds: [fund('requested', '9'), fund('requested', '0', 'all', 'total')] }),
      [],
    ],
    ['no project total', declaration({ funds: [fund('requested', '9')] }), []],
  ],
  'executed-above-adjusted': [
    ['101 of 100', spent('100', '101'), ['explain fund annual all executed']],
    [
      'one source',
      evaluation({
        funds: [
          ...spent('100', '90').funds,
          fund('adjusted', '50', 'fiscal'),
          fund('executed', '60', 'fiscal'),
        ],
      }),
      ['explain fund annual fiscal executed'],
    ],
    ['100 of 100', spent('100', '100.00'), []],
    ['nothing printed', evaluation(), []],
    ['no budget printed', evaluation({ funds: [fund('executed', '5')] }), []],
    ['last year', evaluation({ funds: [fund('executed', '9', 'all', 'prior'), fund('adjusted', '5')] }), []],
  ],
  'budget-cut': [
    ['700000 to 560000', cut('700000', '560000'), ['explain fund annual all adjusted']],
    ['12.6 %', cut('7622607', '6660703'), ['explain fund annual all adjusted']],
    ['exactly the limit', cut('100', '90'), []],
    ['more than before', cut('100', '150'), []],
    ['from 0', cut('0', '0'), []],
    ['only one of the two', evaluation({ funds: [fund('initial', '5')] }), []],
    ['said in the result', cut('100', '50', { goals: [goal('achieved', '因疫情，年中调减预算50元。')] }), []],
    ['said in a reason', cut('100', '50', { indicators: [row({ reason: '预算核减，培训取消' })] }), []],
  ],
  'execution-rate-differs': [
    [
      '88.82 printed, 88.81 computed',
      spent('7879880', '6998185.82', { execution: printed('88.82', '8.88') }),
      ['explain execution rate'],
    ],
    [
      '99.92 printed, 99.91 computed',
      spent('1385174', '1383946', { execution: printed('99.92', '9.99') }),
      ['explain execution rate'],
    ],
    [
      '100 printed, 99.95 computed',
      spent('6660703', '6657303', { execution: printed('100', '10') }),
      ['explain execution rate'],
    ],
    ['99.79', spent('560000', '558822.6', { execution: printed('99.79', '9.98') }), []],
    ['68.03', spent('1857600', '1263685', { execution: printed('68.03', '6.8') }), []],
    ['one place printed', spent('7879880', '6998185.82', { execution: printed('88.8', '8.88') }), []],
    ['100 of 100', spent('100', '100', { execution: printed('100', '10') }), []],
    ['no rate printed', spent('100', '50', { execution: printed(null, '5') }), []],
    ['no amounts', evaluation({ execution: printed('88', '8.8') }), []],
    ['a budget of 0', spent('0', '0', { execution: printed('0', '0') }), []],
  ],
  'execution-score-differs': [
    [
      '10 printed, 9.99 exact',
      spent('6660703', '6657303', { execution: printed('99.95', '10') }),
      ['explain execution score'],
    ],
    [
      '9 printed for half',
      spent('100', '50', { execution: printed('50', '9') }),
      ['explain execution score'],
    ],
    ['9.98', spent('560000', '558822.6', { execution: printed('99.79', '9.98') }), []],
    ['6.8', spent('1857600', '1263685', { execution: printed('68.03', '6.8') }), []],
    ['8.88 beside a wrong rate', spent('7879880', '6998185.82', { execution: printed('88.82', '8.88') }), []],
    ['another weight', spent('100', '50', { execution: { weight: '20', rate: '50', score: '10' } }), []],
    ['no score printed', spent('100', '50', { execution: printed('50', null) }), []],
    ['no amounts', evaluation({ execution: printed('50', '9') }), []],
  ],
  'execution-not-computable': [
    ['0 of 0', spent('0', '0', { execution: printed(null, null) }), ['explain execution rate']],
    [
      'no amounts',
      evaluation({ indicators: [row()] }),
      ['explain fund annual all adjusted', 'explain fund annual all executed'],
    ],
    [
      'no executed amount',
      evaluation({ indicators: [row()], funds: [fund('adjusted', '5')] }),
      ['explain fund annual all executed'],
    ],
    ['0 of 100', spent('100', '0', { indicators: [row()] }), []],
    ['a declaration', declaration({ indicators: [row()] }), []],
    ['an empty self-evaluation', evaluation(), []],
  ],
  'execution-rate-indicator-differs': [
    [
      '80 % beside 68.03 %',
      spent('1857600', '1263685', { indicators: executionRow('80%') }),
      ['explain indicator 0 actual'],
    ],
    [
      'another name for it',
      spent('100', '50', { indicators: executionRow('60%', '项目资金执行率') }),
      ['explain indicator 0 actual'],
    ],
    ['68.03 %', spent('1857600', '1263685', { indicators: executionRow('68.03%') }), []],
    ['68 %', spent('1857600', '1263685', { indicators: executionRow('68.0%') }), []],
    [
      'the rate of something else',
      spent('100', '50', { indicators: executionRow('80%', '政府采购预算执行率') }),
      [],
    ],
    ['another rate', spent('100', '50', { indicators: executionRow('80%', '任务完成率') }), []],
    ['no actual', spent('100', '50', { indicators: executionRow('') }), []],
    ['no amounts', evaluation({ indicators: executionRow('80%') }), []],
  ],
  'total-differs': [
    [
      'a score printed as 99',
      evaluation({
        execution: printed('100', '10'),
        indicators: [row({ weight: '90', score: '88' })],
        totalScore: '99',
      }),
      ['warn project totalScore'],
    ],
    [
      'a weight printed as 100',
      evaluation({
        execution: printed('100', '10'),
        indicators: [row({ weight: '80', score: '80' })],
        totalWeight: '100',
        totalScore: '90',
      }),
      ['warn project totalWeight'],
    ],
    [
      'sums as printed',
      evaluation({
        execution: printed('100', '10'),
        indicators: [row({ weight: '90', score: '88.5' })],
        totalWeight: '100',
        totalScore: '98.50',
      }),
      [],
    ],
    [
      'a score missing in a row',
      evaluation({ indicators: [row({ score: '5' }), row()], totalScore: '99' }),
      [],
    ],
    [
      'no execution score',
      evaluation({ execution: printed(null, null), indicators: [row({ score: '5' })], totalScore: '9' }),
      [],
    ],
    ['nothing printed', evaluation({ indicators: [row({ weight: '5', score: '5' })] }), []],
    ['no rows', evaluation({ totalScore: '99' }), []],
  ],
}

describe.each(Object.entries(rules))('%s', (rule, cases) => {
  test.each(cases)('%s', (_fact, project, expected) => {
    expect(told(rule as RuleId, project)).toEqual(expected)
  })
})

test('under a scheme that scores from the displayed rate, its rounding is only a warning', () => {
  const project = spent('6660703', '6657303', { execution: printed('99.95', '10') })
  const scheme: Scheme = { ...schemeFor(project), scoreExecutionFrom: 'displayed' }
  expect(told('execution-score-differs', project, scheme)).toEqual(['warn execution score'])
})

test('the message of a rate carries both rates and both amounts', () => {
  const project = spent('7879880', '6998185.82', { execution: printed('88.82', '8.88') })
  expect(findingsOf('execution-rate-differs', project)[0]?.message.params).toEqual({
    printed: '88.82',
    computed: '88.81',
    executed: '6998185.82',
    adjusted: '7879880',
  })
})
