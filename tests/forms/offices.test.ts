import { readForm } from '@biaochi/forms'
import { describe, expect, test } from 'vitest'
import { head, line, unaccounted } from './support/build-form.ts'

const form = [
  '项目支出绩效自评表',
  '(2023年度)',
  '项目名称|河道保洁||||||',
  '主管部门|甲市水务局|||实施单位|甲市河道所||',
  '项目资金(万元)||年初预算数|全年预算数|全年执行数|分值|执行率|得分',
  '|年度资金总额|90.00|80.00|76.00|10|95.00%|9.5',
  '|其中：当年财政拨款|90.00|80.00|76.00|—||—',
  '年度总体目标|预期目标|||实际完成情况|||',
  '|河道全年干净。|||河道干净。|||',
  '绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施',
  '|产出指标|数量指标|保洁次数|≥12次|13次|50|50|',
  '|效益指标|社会效益指标|河道面貌|提升|提升|30|30|',
  '|满意度指标|服务对象满意度指标|居民满意度|≥90%|88%|10|9.5|个别河段施工。',
  '总分|||||||100|99',
]

/** The form with a line replaced, and perhaps lines after it. */
const withLine = (at: number, ...lines: readonly string[]): string =>
  head(...form.slice(0, at), ...lines, ...form.slice(at + 1))

const summary = (text: string): readonly string[] => {
  const { projects, findings } = readForm(text)
  return [
    ...projects.flatMap(({ project }) => [
      [project.name, project.supervisor, project.implementer].join(' | '),
      ...project.funds.map(({ source, stage, amount }) => `${source} ${stage} ${amount}`),
      Object.values(project.execution ?? {}).join(' '),
      ...project.goals.map(({ period, text: goal }) => `${period} ${goal}`),
      ...project.indicators.map(line),
      `${project.totalWeight} ${project.totalScore}`,
    ]),
    ...findings.map(({ line: at, rule }) => `${at} ${rule}`),
  ]
}

const read = [
  '河道保洁 | 甲市水务局 | 甲市河道所',
  'all initial 900000',
  'all adjusted 800000',
  'all executed 760000',
  'fiscal initial 900000',
  'fiscal adjusted 800000',
  'fiscal executed 760000',
  '10 95 9.5',
  'expected 河道全年干净。',
  'achieved 河道干净。',
  '产出指标 | 数量指标 | 保洁次数 | ≥12次 | 13次 | 50 | 50',
  '效益指标 | 社会效益指标 | 河道面貌 | 提升 | 提升 | 30 | 30',
  '满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 88% | 10 | 9.5 | 个别河段施工。',
  '100 99',
]

describe('a self-evaluation as other offices print it', () => {
  test.each<[string, string]>([
    ['in the usual words', head(...form)],
    [
      'with the letters of a formula',
      withLine(4, '项目资金(万元)||年初预算数（A）|全年预算数（B）|全年执行数（C）|分值|执行率（C/B）|得分'),
    ],
    ['with another name for the budget', withLine(6, '|其中：本年财政拨款|90.00|80.00|76.00|-||-')],
    ['with a rate for each source', withLine(6, '|其中：财政资金|90.00|80.00|76.00|/|95.00%|/')],
    ['with a rate for each source without its sign', withLine(6, '|其中：财政拨款|90.00|80.00|76.00|-|95|-')],
    [
      'with other names for the goals',
      withLine(7, '年度总体目标|年初设定目标|||年度总体目标完成情况综述|||'),
    ],
    [
      'with other names for the columns',
      withLine(
        9,
        '绩效指标|一级指标|二级指标|三级指标|年初目标值（A）|全年实际值（B）|权重|自评得分|未完成原因分析及改进措施',
      ),
    ],
    [
      'with a header broken over two rows',
      withLine(
        9,
        '绩效指标|一级指标|二级指标|三级指标|年度|实际|分值|得分|偏差原因分析及',
        '||||指标值|完成值|||改进措施',
      ),
    ],
    ['with another name for the total', withLine(13, '自评总分|||||||100|99')],
    ['with the points behind level 1', withLine(10, '|产出指标（50分）|数量指标|保洁次数|≥12次|13次|50|50|')],
    [
      'with notes and signatures below',
      withLine(
        13,
        '总分|||||||100|99',
        '注：1.其他资金包括单位自有资金；',
        '2.定性指标分为三档。',
        '填报人：张三||联系电话：12345678|',
      ),
    ],
    [
      'with the name of the paper on every page',
      withLine(
        9,
        '甲市水务局2023年度部门决算公开',
        '第 3 页 共 9 页',
        '',
        form[9] ?? '',
        '',
        '甲市水务局2023年度部门决算公开',
        '第 4 页 共 9 页',
      ),
    ],
    ['with bars between its cells', head(...form).replaceAll('\t', ' | ')],
    ['with blanks between its cells', head(...form).replace(/\t+/g, '    ')],
  ])('%s', (_, text) => {
    expect(summary(text)).toEqual(read)
    expect(unaccounted(readForm(text))).toEqual([])
  })
})

/** Every merged cell printed once for each of its columns. */
const repeated = [
  '项目支出绩效自评表|项目支出绩效自评表|项目支出绩效自评表|项目支出绩效自评表|项目支出绩效自评表',
  '(2023年度)|(2023年度)|(2023年度)|(2023年度)|(2023年度)',
  '项目名称|项目名称|河道保洁|河道保洁|河道保洁|河道保洁|河道保洁|河道保洁|河道保洁',
  '主管部门|主管部门|甲市水务局|甲市水务局|甲市水务局|实施单位|实施单位|甲市河道所|甲市河道所',
  '项目资金(万元)|项目资金(万元)|项目资金(万元)|年初预算数|全年预算数|全年执行数|分值|执行率|得分',
  '项目资金(万元)|年度资金总额|年度资金总额|90.00|90.00|90.00|10|100%|10',
  '项目资金(万元)|其中：当年财政拨款|其中：当年财政拨款|90.00|90.00|90.00|—|—|—',
  '年度总体目标|预期目标|预期目标|预期目标|实际完成情况|实际完成情况|实际完成情况|实际完成情况|实际完成情况',
  '年度总体目标|河道干净。|河道干净。|河道干净。|河道干净了。|河道干净了。|河道干净了。|河道干净了。|河道干净了。',
  '绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施',
  '绩效指标|产出指标|数量指标|保洁次数|12次|12次|60|60|',
  '绩效指标|效益指标|社会效益指标|河道面貌|提升|提升|30|30|',
  '总分|总分|总分|总分|总分|总分|100|100|100',
]

test('a merged cell printed once for each of its columns is one cell', () => {
  const text = head(...repeated, ...repeated)
  const once = [
    '河道保洁 | 甲市水务局 | 甲市河道所',
    ...['all', 'fiscal'].flatMap((source) =>
      ['initial', 'adjusted', 'executed'].map((stage) => `${source} ${stage} 900000`),
    ),
    '10 100 10',
    'expected 河道干净。',
    'achieved 河道干净了。',
    '产出指标 | 数量指标 | 保洁次数 | 12次 | 12次 | 60 | 60',
    '效益指标 | 社会效益指标 | 河道面貌 | 提升 | 提升 | 30 | 30',
    '100 100',
  ]
  expect(summary(text)).toEqual([...once, ...once])
  expect(unaccounted(readForm(text))).toEqual([])
})

test('a merged value is one though no label is printed twice', () => {
  const text = head(
    '财政项目支出绩效目标申报表|财政项目支出绩效目标申报表|财政项目支出绩效目标申报表',
    '（2026年度）|（2026年度）|（2026年度）',
    '项目名称|河道保洁|河道保洁',
    '项目资金(元)|年度资金申请总额：|100.00',
    '绩效指标|一级指标|二级指标|三级指标|三级指标|年度(/项目)指标值',
    '绩效指标|成本指标|经济成本指标|不超预算|不超预算|不超预算',
  )
  const { projects, findings } = readForm(text)
  expect(projects.flatMap(({ project }) => [project.name, ...project.indicators.map(line)])).toEqual([
    '河道保洁',
    '成本指标 | 经济成本指标 | 不超预算 | 不超预算',
  ])
  expect(findings).toEqual([])
})

describe('columns that only some offices have', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'a number and a remark',
      [
        '绩效指标|序号|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析|备注',
        '|1|产出指标|数量指标|保洁次数|≥12次|13次|60|60||',
        '|2|效益指标|社会效益指标|河道面貌|提升|提升|30|29|有淤泥|待议',
        '总分|||||||90|89||',
      ],
      [
        '产出指标 | 数量指标 | 保洁次数 | ≥12次 | 13次 | 60 | 60',
        '效益指标 | 社会效益指标 | 河道面貌 | 提升 | 提升 | 30 | 29 | 有淤泥',
        '12 column-unkept',
      ],
    ],
    [
      'operator and unit of the target',
      [
        '绩效指标|一级指标|二级指标|三级指标|指标性质|指标值|计量单位|完成值|权重|得分|未完成原因分析',
        '|产出指标|数量指标|保洁次数|≥|12|次|13|60|60|',
        '|效益指标|社会效益指标|河道面貌|定性|提升||提升|30|30|',
        '合计||||||||90|90|',
      ],
      [
        '产出指标 | 数量指标 | 保洁次数 | ≥12次 | 13 | 60 | 60',
        '效益指标 | 社会效益指标 | 河道面貌 | 提升 | 提升 | 30 | 30',
      ],
    ],
    [
      'points before the target',
      [
        '绩效指标|一级指标|二级指标|三级指标|分值|年度指标值|评分标准|实际完成值|得分|偏差原因分析',
        '|产出指标|数量指标|保洁次数|60|≥12次|每少1次扣5分|13次|60|',
        '|效益指标|社会效益指标|河道面貌|30|提升||提升|29|有淤泥',
      ],
      [
        '产出指标 | 数量指标 | 保洁次数 | ≥12次 | 13次 | 60 | 60',
        '效益指标 | 社会效益指标 | 河道面貌 | 提升 | 提升 | 30 | 29 | 有淤泥',
        '11 column-unkept',
      ],
    ],
  ])('%s', (_, table, expected) => {
    const reading = readForm(head(...form.slice(0, 9), ...table))
    expect([
      ...reading.projects.flatMap(({ project }) => project.indicators.map(line)),
      ...reading.findings.map(({ line: at, rule }) => `${at} ${rule}`),
    ]).toEqual(expected)
    expect(unaccounted(reading)).toEqual([])
  })

  test('weights of a declaration are kept, how points are given is not', () => {
    const text = head(
      '财政项目支出绩效目标申报表',
      '(2026年度)',
      '项目名称|河道保洁',
      '项目资金(元)|项目资金总额:||年度资金申请总额:|100.00',
      '绩效指标|一级指标|二级指标|三级指标|年度指标值|权重|评分标准',
      '|产出指标|数量指标|保洁次数|≥12次|60|每少1次扣5分',
      '效益指标|社会效益指标|河道面貌|提升|30|酌情给分',
    )
    const reading = readForm(text)
    expect(reading.projects.flatMap(({ project }) => project.indicators.map(line))).toEqual([
      '产出指标 | 数量指标 | 保洁次数 | ≥12次 | · | 60 | ·',
      '效益指标 | 社会效益指标 | 河道面貌 | 提升 | · | 30 | ·',
    ])
    expect(reading.findings.map(({ rule, lastLine }) => `${rule} ${lastLine}`)).toEqual(['column-unkept 7'])
    expect(unaccounted(reading)).toEqual([])
  })
})
