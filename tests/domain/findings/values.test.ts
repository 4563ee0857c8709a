import type { Project, RuleId } from '@biaochi/domain'
import { describe, expect, test } from 'vitest'
import { declaration, evaluation, findingsOf, row, told } from '../../support/findings.ts'

const promised = (target: string, name = '调研次数'): Project =>
  declaration({ indicators: [row({ target, name })] })
const reached = (target: string, actual: string, name = '调研次数'): Project =>
  evaluation({ indicators: [row({ target, actual, name, weight: '90' })] })

type Case = readonly [fact: string, project: Project, expected: readonly string[]]
const target = (severity: string) => [`${severity} indicator 0 target`]
const actual = (severity: string) => [`${severity} indicator 0 actual`]

const rules: Partial<Record<RuleId, readonly Case[]>> = {
  'value-unreadable': [
    ['≥ without a number', promised('≥'), target('block')],
    ['≥12..5次', promised('≥12..5次'), target('block')],
    ['an actual of 12..5次', reached('≥12次', '12..5次'), actual('block')],
    ['≥12次', promised('≥12次'), []],
    ['words', promised('提升'), []],
    ['7*24小时', promised('7*24小时'), []],
    ['nothing', promised(''), []],
  ],
  'unit-lost': [
    ['≥0.00(??)', promised('≥0.00(??)'), target('block')],
    ['≥5(?)', promised('≥5(?)'), target('block')],
    ['≥0.00(次)', promised('≥0.00(次)'), []],
    ['no unit at all', promised('≥5'), []],
    ['words with a question mark', promised('提升?'), []],
  ],
  'unit-missing': [
    ['≥12', promised('≥12'), target('warn')],
    ['≥95 of a rate', promised('≥95', '覆盖率'), target('warn')],
    ['≥12次', promised('≥12次'), []],
    ['≥95%', promised('≥95%'), []],
    ['words', promised('健全'), []],
    ['nothing', promised(''), []],
  ],
  'unit-assumed': [
    ['0.85 for ≥90%', reached('≥90%', '0.85'), actual('warn')],
    ['85 for ≥90%', reached('≥90%', '85'), []],
    ['0.85% for ≥90%', reached('≥90%', '0.85%'), []],
    ['0.5 for ≤1%', reached('≤1%', '0.5'), []],
    ['0 for ≥90%', reached('≥90%', '0'), []],
    ['0.85 for ≥1套', reached('≥1套', '0.85'), []],
  ],
  'unit-mismatch': [
    ['80% for ≥12次', reached('≥12次', '80%'), actual('block')],
    ['words for ≥12次', reached('≥12次', '已完成'), actual('block')],
    ['15分钟 for ≥95%', reached('≥95%', '15分钟'), actual('block')],
    ['12次 for ≥12次', reached('≥12次', '12次'), []],
    ['12 for ≥12次', reached('≥12次', '12'), []],
    ['1.7亿条 for ≥10000万条', reached('≥10000万条', '1.7亿条'), []],
    ['words for words', reached('提升', '显著提升'), []],
    ['nothing for ≥12次', reached('≥12次', ''), []],
    ['an unreadable target', reached('≥', '12次'), []],
  ],
  'unit-differs': [
    ['18个 for ≥20家', reached('≥20家', '18个'), actual('warn')],
    ['18家 for ≥20家', reached('≥20家', '18家'), []],
    ['18 for ≥20家', reached('≥20家', '18'), []],
    ['80% for ≥20家', reached('≥20家', '80%'), []],
    ['words', reached('提升', '提升'), []],
  ],
  'target-missing': [
    ['a name without a value', promised('', '公务用车出车应出尽出率'), target('block')],
    ['a row that does not apply', promised('', '不适用'), []],
    ['不适用 as the value', promised('不适用'), []],
    ['a row with nothing yet', declaration({ indicators: [row({ target: '', name: null })] }), []],
    ['a value', promised('≥1次'), []],
    ['an unreadable value', promised('≥'), []],
  ],
  'target-trivial': [
    ['≥0.00次', promised('≥0.00次'), target('warn')],
    ['≥-5%', promised('≥-5%'), target('warn')],
    ['>0次', promised('>0次'), []],
    ['=0起', promised('=0起'), []],
    ['≤0起', promised('≤0起'), []],
    ['≥0.01%', promised('≥0.01%'), []],
    ['words', promised('提升'), []],
  ],
  'actual-missing': [
    ['no actual', reached('≥12次', ''), actual('block')],
    ['a declaration', promised('≥12次'), []],
    ['a row that does not apply', reached('不适用', ''), []],
    ['an actual that does not apply', reached('≥12次', '不适用'), []],
    ['a medium-term row', evaluation({ indicators: [row({ period: 'midterm' })] }), []],
    ['a row with nothing yet', evaluation({ indicators: [row({ target: '', name: null })] }), []],
    ['0次', reached('≥12次', '0次'), []],
  ],
  'actual-is-bound': [
    ['>50个', reached('≥50个', '>50个'), actual('block')],
    ['7000余条', reached('≥2000条', '7000余条'), actual('block')],
    ['近1700次', reached('≥300次', '近1700次'), actual('block')],
    ['约1700次', reached('≥300次', '约1700次'), actual('block')],
    ['<5次', reached('≤5次', '<5次'), actual('block')],
    ['=95%', reached('=100%', '=95%'), []],
    ['95%', reached('=100%', '95%'), []],
    ['a bound as the target', promised('>600个'), []],
    ['words', reached('提升', '提升'), []],
    ['nothing', reached('≥5次', ''), []],
  ],
  'name-missing': [
    ['no name', declaration({ indicators: [row({ name: null })] }), ['block indicator 0 name']],
    ['a blank name', declaration({ indicators: [row({ name: ' \n' })] }), ['block indicator 0 name']],
    ['a name', promised('≥1次'), []],
    ['不适用', promised('不适用', '不适用'), []],
  ],
  'name-equals-target': [
    ['不超过年度预算 / 不超过年度预算', promised('不超过年度预算', '不超过年度预算'), target('warn')],
    ['a line break inside the name', promised('不超过年度预算', '不超过\n年度预算'), target('warn')],
    ['不适用 / 不适用', promised('不适用', '不适用'), []],
    ['预算刚性约束 / 不超预算', promised('不超预算', '预算刚性约束'), []],
    ['no name', declaration({ indicators: [row({ name: null, target: '提升' })] }), []],
    ['nothing at all', declaration({ indicators: [row({ name: '', target: '' })] }), []],
  ],
  'operator-assumed': [
    ['40台', promised('40台'), target('warn')],
    ['100%', promised('100%'), target('warn')],
    ['14小时/天', promised('14小时/天'), target('warn')],
    ['≥40台', promised('≥40台'), []],
    ['不少于40台', promised('不少于40台'), []],
    ['95%以上', promised('95%以上'), []],
    ['words', promised('7×24小时全年'), []],
    ['an actual without operator', reached('≥40台', '40台'), []],
  ],
}

describe.each(Object.entries(rules))('%s', (rule, cases) => {
  test.each(cases)('%s', (_fact, project, expected) => {
    expect(told(rule as RuleId, project)).toEqual(expected)
  })
})

const fixes: readonly (readonly [RuleId, Project, string])[] = [
  ['unit-missing', promised('≥95', '覆盖率'), '≥95%'],
  ['unit-differs', reached('≥20家', '18个'), '18家'],
  ['unit-assumed', reached('≥90%', '0.85'), '85%'],
  ['operator-assumed', promised('40台'), '≥40台'],
  ['operator-assumed', promised('100%', '处置率'), '=100%'],
  ['operator-assumed', promised('15分钟', '服务响应时间'), '≤15分钟'],
  ['operator-assumed', promised('3次', '系统故障次数'), '≤3次'],
]

test.each(fixes)('%s offers what would stand in the cell', (rule, project, value) => {
  expect(findingsOf(rule, project)[0]?.fix?.value).toBe(value)
})
