import type { Goal, Project } from '@biaochi/domain'
import { describe, expect, test } from 'vitest'
import { declaration, evaluation, findingsOf, fund, goal, row, told } from '../../support/findings.ts'

type Rows = readonly Parameters<typeof row>[0][]

const saying = (period: Goal['period'], text: string, rows: Rows, parts: Partial<Project> = {}): Project =>
  (period === 'achieved' || period === 'expected' ? evaluation : declaration)({
    goals: [goal(period, text)],
    indicators: rows.map(row),
    ...parts,
  })

describe('narrative-sum-differs', () => {
  const published =
    '本项目所需资金为64.32万元，全部来自于市级财政拨款收入。其中，25万元用于网\n络监测预警，16.78万元用于信息安全事件应急工作经费费，22.55万元用于系统\n设备维护（修）费用。'
  const wrong = [
    ['parts after 其中', published],
    ['parts in another unit', '总投资100万元，其中设备60万元，软件300000元，监理5万元。'],
    ['parts above the sum', '经费50万元，其中会议30万元，培训25万元。'],
    ['parts before 合计', '设备25万元、软件16.78万元、服务22.55万元，合计64.32万元。'],
    ['分别为', '两年投入共300万元，分别为120万元、160万元。'],
    ['thousands separators', '安排1,200,000元，其中：A项700,000元，B项400,000元。'],
  ] as const
  const right = [
    ['parts that add up', '所需资金64.33万元。其中，25万元用于监测，16.78万元用于应急，22.55万元用于维护。'],
    [
      'a sum rounded to fewer places',
      '所需资金64.3万元。其中，25万元用于监测，16.78万元用于应急，22.55万元用于维护。',
    ],
    ['元 beside 万元', '总投资100万元，其中设备60万元，软件350000元，监理5万元。'],
    ['an approximate sum', '总投资约100万元，其中设备60万元，软件35万元。'],
    ['only some of the parts', '总投资100万元，其中设备30万元，软件20万元。'],
    ['one part', '总投资100万元，其中财政90万元。'],
    ['parts of parts', '总投资100万元，其中财政80万元，自筹20万元，设备50万元。'],
    ['parts of parts in brackets', '总投资100万元，其中财政80万元（设备50万元，人员25万元），自筹20万元。'],
    ['parts of a part', '总投资100万元，其中财政80万元，其中设备50万元，人员30万元，自筹20万元。'],
    ['people', '共培训300人，其中医生100人，护士180人。'],
    ['no amounts', '为广大市民提供优质服务。'],
    ['nothing', ''],
  ] as const
  const form = (text: string) => declaration({ goals: [goal('total', text)] })

  test.each(wrong)('names %s', (_fact, text) => {
    expect(told('narrative-sum-differs', form(text))).toEqual(['warn goal total'])
  })
  test.each(right)('is silent about %s', (_fact, text) => {
    expect(told('narrative-sum-differs', form(text))).toEqual([])
  })
  test('a narrative that repeats a goal is told once, one of its own at its cell', () => {
    const both = declaration({
      goals: [goal('total', published)],
      narratives: [
        { key: '总目标', text: published },
        { key: '实施计划', text: wrong[1][1] },
      ],
    })
    expect(told('narrative-sum-differs', both)).toEqual(['warn goal total', 'warn narrative 实施计划'])
  })
  test('the message shows the sum in the unit of the text', () => {
    expect(findingsOf('narrative-sum-differs', form(published))[0]?.message.params).toEqual({
      parts: '25 + 16.78 + 22.55',
      sum: '64.33',
      stated: '64.32万元',
      unit: '万元',
    })
  })

  const funds = [fund('requested', '643230'), fund('requested', '1643230', 'all', 'total')]
  const stated = (text: string) => declaration({ funds, goals: [goal('total', text)] })
  test('a sum that is no printed fund is named', () => {
    expect(told('narrative-sum-differs', stated('本项目所需资金为74.32万元。'))).toEqual(['warn goal total'])
  })
  test.each([
    ['as far as its places go', '本项目所需资金为64.32万元。'],
    ['of the whole project', '项目总投资为164.323万元。'],
    ['of last year', '上年项目所需资金为74.32万元。'],
    ['of something else', '会议费为7万元。'],
    ['about', '项目所需资金约为70万元。'],
  ])('a sum %s is not', (_fact, text) => {
    expect(told('narrative-sum-differs', stated(text))).toEqual([])
  })
})

describe('narrative-number-differs', () => {
  const car = [{ name: '公务用车出车次数', target: '≥300次', actual: '1700次' }]
  const app = [{ name: '监测涉个人信息保护互联网应用数量', target: '≥6次' }]
  const pool = [
    { name: '数据可持续性', target: '≥99.99%', level2: '质量指标' },
    { name: '高可用性', target: '≥99.95%', level2: '质量指标' },
  ]
  const training = [{ name: '网络安全培训人次', target: '≥30人次' }]

  test.each<readonly [string, Project, readonly string[]]>([
    ['近1700次 / 1700次', saying('achieved', '全年保障公务用车近1700次。', car), ['warn indicator 0 actual']],
    ['1600次 / 1700次', saying('achieved', '全年保障公务用车1600次。', car), ['warn indicator 0 actual']],
    [
      '10个 app / ≥6次',
      saying('annual', '目标2:监测涉个人信息保护的app不少于10个,定期开展专项检查。', app),
      ['warn indicator 0 target'],
    ],
    [
      '99.9999% / ≥99.99%',
      saying('annual', '可用性达到 99.95%数据可持续性达到 99.9999%，提供备份。', pool),
      ['warn indicator 0 target'],
    ],
    [
      '50人次 / ≥30人次',
      saying('annual', '举办网络安全培训，不少于50人次。', training),
      ['warn indicator 0 target'],
    ],
    [
      'what stands behind the number',
      saying('annual', '全年完成50人次网络安全培训。', training),
      ['warn indicator 0 target'],
    ],
    [
      'a medium-term goal',
      saying('midterm', '网络安全培训50人次', [{ ...training[0], period: 'midterm' }]),
      ['warn indicator 0 target'],
    ],
  ])('names %s', (_fact, project, expected) => {
    expect(told('narrative-number-differs', project)).toEqual(expected)
  })

  test.each<readonly [string, Project]>([
    ['the same number', saying('achieved', '全年保障公务用车1700次。', car)],
    ['an approximation of another number', saying('achieved', '全年保障公务用车近1750次。', car)],
    [
      'an approximation in both',
      saying('achieved', '保障公务用车近1700次。', [{ ...car[0], actual: '近1700次' }]),
    ],
    [
      'the same number said once more',
      saying('achieved', '保障公务用车1700次，其中公务用车夜间200次。', car),
    ],
    ['an actual in the expected goal', saying('expected', '保障公务用车300次。', car)],
    ['a difference', saying('annual', '网络安全培训比上年增加10人次。', training)],
    ['last year', saying('annual', '上年网络安全培训50人次。', training)],
    ['several years', saying('annual', '近三年网络安全培训共90人次。', training)],
    ['a range', saying('annual', '网络安全培训40-50人次。', training)],
    ['an order', saying('annual', '举办网络安全培训第3期。', [{ name: '网络安全培训期数', target: '≥5期' }])],
    ['a date', saying('annual', '2026年网络安全培训。', training)],
    ['another thing in the same unit', saying('annual', '组织普法活动覆盖500人次。', training)],
    ['another unit', saying('annual', '网络安全培训5场。', training)],
    ['a share beside a count', saying('annual', '网络安全培训覆盖率95%。', training)],
    [
      'several years of a project',
      saying('total', '网络安全培训90人次。', training, { startDate: '2025-01-01', endDate: '2027-12-31' }),
    ],
    ['words', saying('annual', '网络安全培训50人次', [{ name: '网络安全培训', target: '有效' }])],
    ['a monthly count', saying('annual', '网络安全月报12次', [{ name: '网络安全月报', target: '≥1次/月' }])],
    [
      'a short name inside another one',
      saying('annual', '制作短视频50个。', [{ name: '视频', target: '≥100个' }]),
    ],
    ['no numbers', saying('annual', '网络安全培训', training)],
    ['no text', saying('annual', '', training)],
  ])('is silent about %s', (_fact, project) => {
    expect(told('narrative-number-differs', project)).toEqual([])
  })

  test('the message quotes the words and the row', () => {
    expect(
      findingsOf('narrative-number-differs', saying('achieved', '全年保障公务用车近1700次。', car))[0]
        ?.message,
    ).toEqual({
      code: 'narrative-number-differs.vague',
      params: { said: '近1700次', name: '公务用车出车次数', value: '1700次' },
    })
  })
})

describe('narrative-misplaced', () => {
  test.each([
    ['必要性', '本项目总目标：拟通过采样分析对突发事件进行预测预警。', ['warn narrative 必要性']],
    ['必要性', '总目标:全面保障。', ['warn narrative 必要性']],
    ['总目标', '总目标：全面保障。', []],
    ['必要性', '为实现总目标：全面保障。', []],
    ['项目概况', '项目针对上海各区政务外网。', []],
    ['立项依据', '', []],
  ] as const)('%s: %s', (key, text, expected) => {
    expect(told('narrative-misplaced', declaration({ narratives: [{ key, text }] }))).toEqual(expected)
  })
})
