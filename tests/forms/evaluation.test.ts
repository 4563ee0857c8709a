import { readForm } from '@biaochi/forms'
import { describe, expect, test } from 'vitest'
import { evaluation, head, indicatorsOf, rulesOf, unaccounted } from './support/build-form.ts'

const whole = '||数量指标|保洁次数|≥12次|13次|20|20||'
const read = '产出指标 | 数量指标 | 保洁次数 | ≥12次 | 13次 | 20 | 20'

describe('rows of a self-evaluation', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['whole', [whole], [read]],
    ['shifted left', ['数量指标|保洁次数|≥12次|13次|20|20'], [read]],
    ['with an empty column', ['||数量指标||保洁次数||≥12次|13次||20|20'], [read]],
    ['with a reason', [`${whole}雨天多。`.replace('20||雨', '20|雨')], [`${read} | 雨天多。`]],
    [
      '成本指标 is a level 2 of 产出指标',
      ['||成本指标|单价|≤5元|5元|10|9.5'],
      ['产出指标 | 成本指标 | 单价 | ≤5元 | 5元 | 10 | 9.5'],
    ],
    [
      '成本指标 is a level 1 where 经济成本指标 is below it',
      ['|成本指标|经济成本指标|单价|≤5元|5元|10|9.5'],
      ['成本指标 | 经济成本指标 | 单价 | ≤5元 | 5元 | 10 | 9.5'],
    ],
    [
      'a name like a value',
      ['||数量指标|365天24小时值守|=100%|100%|15|15'],
      ['产出指标 | 数量指标 | 365天24小时值守 | =100% | 100% | 15 | 15'],
    ],
    [
      'bare numbers as target and actual',
      ['||数量指标|次数|12|13|20|20'],
      ['产出指标 | 数量指标 | 次数 | 12 | 13 | 20 | 20'],
    ],
    [
      'words as target and actual',
      ['||社会效益指标|影响|提升|提升|30|30'],
      ['效益指标 | 社会效益指标 | 影响 | 提升 | 提升 | 30 | 30'],
    ],
    [
      'actual missing',
      [whole, '|||清淤次数|≥2次||10|10'],
      [read, '产出指标 | 数量指标 | 清淤次数 | ≥2次 | · | 10 | 10'],
    ],
    [
      'target missing',
      [whole, '|||清淤次数||2次|10|10'],
      [read, '产出指标 | 数量指标 | 清淤次数 | · | 2次 | 10 | 10'],
    ],
    [
      'weight missing',
      [whole, '|||清淤次数|≥2次|2次||10'],
      [read, '产出指标 | 数量指标 | 清淤次数 | ≥2次 | 2次 | · | 10'],
    ],
    [
      'score missing',
      [whole, '|||清淤次数|≥2次|2次|10|'],
      [read, '产出指标 | 数量指标 | 清淤次数 | ≥2次 | 2次 | 10 | ·'],
    ],
    [
      'name missing',
      [whole, '||质量指标||=100%|100%|10|10'],
      [read, '产出指标 | 质量指标 | · | =100% | 100% | 10 | 10'],
    ],
    [
      'a dash for an empty cell',
      [whole, '|||清淤次数|≥2次|—|10|0'],
      [read, '产出指标 | 数量指标 | 清淤次数 | ≥2次 | · | 10 | 0'],
    ],
    [
      'a reason over a page break',
      ['||数量指标|次数|≥2次|1次|10|5|水位高，', '', '4', '', '|||||||||无法作业。'],
      ['产出指标 | 数量指标 | 次数 | ≥2次 | 1次 | 10 | 5 | 水位高，无法作业。'],
    ],
    [
      'a reason over a page break without its blank line',
      ['||数量指标|次数|≥2次|1次|10|5|水位高，', '||||||||无法作业。'],
      ['产出指标 | 数量指标 | 次数 | ≥2次 | 1次 | 10 | 5 | 水位高，无法作业。'],
    ],
    [
      'a name over a page break',
      ['||数量指标|河道保|≥2次|1次|10|5', '', '|||洁次数'],
      ['产出指标 | 数量指标 | 河道保洁次数 | ≥2次 | 1次 | 10 | 5'],
    ],
    [
      '不适用',
      ['||经济效益指标|不适用|不适用|不适用||'],
      ['效益指标 | 经济效益指标 | 不适用 | 不适用 | 不适用 | · | ·'],
    ],
    [
      'labels with a number and points',
      ['|一、产出指标（50分）|1.数量指标(20分)|次数|≥2次|2次|10|10'],
      ['产出指标 | 数量指标 | 次数 | ≥2次 | 2次 | 10 | 10'],
    ],
    [
      'the caption of the table one character a row',
      [
        '绩||数量指标|次数|≥2次|2次|10|10',
        '效|||场次|≥2场|2场|10|10',
        '指||质量指标|合格率|100%|100%|10|10',
        '标||时效指标|及时率|100%|100%|10|10',
      ],
      [
        '产出指标 | 数量指标 | 次数 | ≥2次 | 2次 | 10 | 10',
        '产出指标 | 数量指标 | 场次 | ≥2场 | 2场 | 10 | 10',
        '产出指标 | 质量指标 | 合格率 | 100% | 100% | 10 | 10',
        '产出指标 | 时效指标 | 及时率 | 100% | 100% | 10 | 10',
      ],
    ],
    [
      'points with their unit',
      ['||数量指标|次数|≥2次|2次|10分|9.5分'],
      ['产出指标 | 数量指标 | 次数 | ≥2次 | 2次 | 10 | 9.5'],
    ],
  ])('%s', (_, table, expected) => {
    const text = evaluation(...table)
    expect(indicatorsOf(text)).toEqual(expected)
    expect(unaccounted(readForm(text))).toEqual([])
  })

  test('a value that may stand in two columns is left out and named', () => {
    const reading = readForm(evaluation('||数量指标|清淤次数|2次|10|10'))
    expect(indicatorsOf(evaluation('||数量指标|清淤次数|2次|10|10'))).toEqual([
      '产出指标 | 数量指标 | 清淤次数 | · | · | 10 | 10',
    ])
    expect(rulesOf(reading)).toEqual(['8 row-unreadable'])
    expect(unaccounted(reading)).toEqual([])
  })

  test.each<[string, string, string | null, string | null]>([
    ['both', '|总分||||||100|95.98', '100', '95.98'],
    ['spread', '总 分|||100|||95.98|', '100', '95.98'],
    ['the weight alone', '总分||||||100|', '100', null],
    ['the score alone', '总分|||||||95.98', null, '95.98'],
  ])('the total prints %s', (_, row, weight, score) => {
    const [read] = readForm(evaluation(whole, row)).projects
    expect([read?.project.totalWeight, read?.project.totalScore]).toEqual([weight, score])
  })
})

describe('funds of a self-evaluation', () => {
  const fundsOf = (...lines: readonly string[]): readonly string[] => {
    const [read] = readForm(head('财政项目支出绩效自评表', '(2022年度)', '项目名称||甲', ...lines)).projects
    const { execution } = read?.project ?? {}
    return [
      ...(read?.project.funds ?? []).map(({ source, stage, amount }) => `${source} ${stage} ${amount}`),
      ...(execution === null || execution === undefined
        ? []
        : [`${execution.weight} ${execution.rate} ${execution.score}`]),
    ]
  }
  const stages = '项目资金(元)|||年初预算数|全年预算数|全年执行数|分值|执行率|得分'
  const total = '|||年度资金总额|1,000.00|800.00|400.5|10|50.06%|5.01'
  const read = ['all initial 1000', 'all adjusted 800', 'all executed 400.5', '10 50.06 5.01']

  test.each<[string, readonly string[], readonly string[]]>([
    ['the total with its rate', [stages, total], read],
    [
      'an empty column between all of them',
      [stages, '||年度资金总额||1,000.00||800.00||400.5||10||50.06%||5.01'],
      read,
    ],
    [
      'a blank initial budget',
      [stages, total, '|||其他资金||300|200|—|—'],
      [...read.slice(0, 3), 'other adjusted 300', 'other executed 200', ...read.slice(3)],
    ],
    [
      'a blank executed amount',
      [stages, total, '|||上年结转资金|7|0||—||'],
      [...read.slice(0, 3), 'carryover initial 7', 'carryover adjusted 0', ...read.slice(3)],
    ],
    [
      'a row shifted left',
      [stages, total, '其中：当年财政拨款|7|8|9|—|—'],
      [...read.slice(0, 3), 'fiscal initial 7', 'fiscal adjusted 8', 'fiscal executed 9', ...read.slice(3)],
    ],
    [
      '万元',
      [stages.replace('元', '万元'), '|||年度资金总额|12.5|12.5|12.5|10|100%|10'],
      ['all initial 125000', 'all adjusted 125000', 'all executed 125000', '10 100 10'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(fundsOf(...lines)).toEqual(expected)
  })

  test('an amount that is none is named at its line', () => {
    const reading = readForm(
      head(
        '财政项目支出绩效自评表',
        '(2022年度)',
        '项目名称||甲',
        stages,
        '|||年度资金总额|约一百万|800|400|10|50%|5',
      ),
    )
    expect(rulesOf(reading)).toEqual(['5 amount-unreadable'])
  })
})
