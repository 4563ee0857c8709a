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
  ])('%s', (_, text) => {
    expect(summary(text)).toEqual(read)
    expect(unaccounted(readForm(text))).toEqual([])
  })
})
