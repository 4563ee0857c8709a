import { findProblems, formatMessage, schemeFor } from '@biaochi/domain'
import type { Finding } from '@biaochi/domain'
import { describe, expect, test } from 'vitest'
import { cellText } from '../../support/findings.ts'
import { goldenProjects } from '../../support/golden-project.ts'
import { sharedForms } from '../../support/shared.ts'

const forms = sharedForms() ?? []

/** Findings of a form, by project. */
const findingsIn = (name: string): readonly (readonly Finding[])[] => {
  const form = forms.find((each) => each.name === name)
  return form === undefined
    ? []
    : goldenProjects(form).map((project) => findProblems(project, schemeFor(project)))
}

/** Everything told about the published forms, by project: what is not listed here is not said. */
const pinned: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'shanghai-2020-declaration': [
    ['warn operator-assumed indicator 3 target'],
    [
      'warn narrative-sum-differs goal total',
      'warn narrative-misplaced narrative 必要性',
      'warn operator-assumed indicator 1 target',
      'warn level2-unusual indicator 2 level2',
      'warn unit-unlike-name indicator 3 target',
    ],
  ],
  'shanghai-2022-self-evaluation': [
    [
      'explain fund-sources-differ fund annual all adjusted',
      'explain budget-cut fund annual all adjusted',
      'explain far-above-target indicator 0 actual',
      'warn narrative-number-differs indicator 0 actual',
      'explain awarded-differs-from-rule indicator 1 score',
      'explain awarded-differs-from-rule indicator 4 score',
    ],
    [
      'explain fund-sources-differ fund annual all adjusted',
      'explain budget-cut fund annual all adjusted',
      'explain far-above-target indicator 0 actual',
      'warn level2-unusual indicator 1 level2',
      'explain far-above-target indicator 1 actual',
      'warn level2-unusual indicator 2 level2',
      'explain execution-rate-indicator-differs indicator 2 actual',
      'explain awarded-differs-from-rule indicator 2 score',
      'warn reason-without-deviation indicator 4 reason',
    ],
    [
      'explain fund-sources-differ fund annual all adjusted',
      'explain budget-cut fund annual all adjusted',
      'explain execution-rate-differs execution rate',
      'block actual-is-bound indicator 0 actual',
      'warn full-rate-on-non-rate indicator 2 target',
      'warn full-rate-on-non-rate indicator 3 target',
      'warn full-rate-on-non-rate indicator 4 target',
      'explain awarded-differs-from-rule indicator 5 score',
    ],
    [
      'explain fund-sources-differ fund annual all adjusted',
      'explain budget-cut fund annual all adjusted',
      'explain execution-rate-differs execution rate',
      'explain awarded-differs-from-rule indicator 1 score',
      'explain far-above-target indicator 3 actual',
      'explain far-above-target indicator 4 actual',
      'block actual-is-bound indicator 4 actual',
      'block actual-is-bound indicator 5 actual',
      'explain awarded-differs-from-rule indicator 6 score',
    ],
    [
      'explain fund-sources-differ fund annual all adjusted',
      'explain budget-cut fund annual all adjusted',
      'explain execution-score-differs execution score',
      'warn full-rate-on-non-rate indicator 4 target',
      'warn full-rate-on-non-rate indicator 5 target',
      'warn full-rate-on-non-rate indicator 6 target',
      'warn full-rate-on-non-rate indicator 7 target',
      'warn level2-unusual indicator 8 level2',
      'explain awarded-differs-from-rule indicator 8 score',
      'warn full-rate-on-non-rate indicator 9 target',
      'warn level2-unusual indicator 10 level2',
      'warn full-rate-on-non-rate indicator 10 target',
    ],
  ],
  'shanghai-2026-declaration': [
    [
      'warn name-equals-target indicator 0 target',
      'block unit-lost indicator 9 target',
      'warn target-trivial indicator 9 target',
    ],
    ['warn narrative-number-differs indicator 10 target'],
    [
      'block target-missing indicator 1 target',
      'warn level2-unusual indicator 5 level2',
      'warn level2-unusual indicator 6 level2',
    ],
    [],
    ['warn full-rate-on-non-rate indicator 6 target'],
    [
      'warn unit-unlike-name indicator 2 target',
      'warn unit-unlike-name indicator 17 target',
      'warn level2-unusual indicator 20 level2',
    ],
  ],
  'suzhou-2023-midterm-declaration': [
    [
      'warn operator-assumed indicator 7 target',
      'warn operator-assumed indicator 8 target',
      'warn operator-assumed indicator 29 target',
      'warn operator-assumed indicator 30 target',
    ],
    [
      'warn midterm-annual-inconsistent indicator 1 target',
      'warn unit-unlike-name indicator 3 target',
      'warn narrative-number-differs indicator 18 target',
      'warn unit-unlike-name indicator 18 target',
    ],
  ],
}

const isHere = (name: string): boolean => forms.some((form) => form.name === name)

describe('published forms', () => {
  test('every form that is here has its list', () => {
    expect(forms.map(({ name }) => name).filter((name) => pinned[name] === undefined)).toEqual([])
  })

  test.each(Object.entries(pinned).filter(([name]) => isHere(name)))(
    '%s: nothing more and nothing less',
    (name, expected) => {
      const told = findingsIn(name).map((findings) =>
        findings.map(({ severity, rule, at }) => `${severity} ${rule} ${cellText(at)}`),
      )
      expect(told).toEqual(expected)
    },
  )

  const declared = 'shanghai-2026-declaration'
  const evaluated = 'shanghai-2022-self-evaluation'
  const hotline = 'shanghai-2020-declaration'
  const midterm = 'suzhou-2023-midterm-declaration'

  const sentences: readonly (readonly [form: string, project: number, cell: string, sentence: string])[] = [
    [evaluated, 0, 'fund annual all adjusted', '各来源合计 700000 元，比总额 560000 元多 140000 元'],
    [
      evaluated,
      0,
      'indicator 0 actual',
      '实际完成 1700次，为指标值 ≥300次 的 566.67%（达到 130% 应说明原因）',
    ],
    [evaluated, 0, 'indicator 0 actual', '完成情况写“近1700次”为约数，指标“公务用车出车次数”填 1700次'],
    [evaluated, 1, 'indicator 1 actual', '实际完成 1035人，为指标值 ≥100人 的 1035%（达到 130% 应说明原因）'],
    [evaluated, 1, 'indicator 2 actual', '实际完成值为 80%，项目资金的执行率为 68.03%'],
    [evaluated, 2, 'execution rate', '执行率印为 88.82%，按 6998185.82 ÷ 7879880 计算为 88.81%'],
    [evaluated, 2, 'indicator 5 score', '得分 8，按评分办法应为 9.44（分值 10）'],
    [evaluated, 3, 'execution rate', '执行率印为 99.92%，按 1383946 ÷ 1385174 计算为 99.91%'],
    [evaluated, 3, 'indicator 1 score', '指标已完成，得分却为 19，按评分办法应为 20（分值 20）'],
    [evaluated, 3, 'indicator 4 actual', '实际完成值“7000余条”是约数，应填写具体数值'],
    [
      evaluated,
      4,
      'execution score',
      '预算执行得分印为 10，系按四舍五入后的执行率 99.95% 计算；按实际比例应为 9.99（分值 10）',
    ],
    [
      evaluated,
      4,
      'fund annual all adjusted',
      '全年预算数 6660703 元比年初预算数 7622607 元减少 12.62%（超过 10% 应说明原因）',
    ],
    [evaluated, 4, 'indicator 8 level2', '“服务响应时间”衡量时效，却列在“成本指标”下'],
    [hotline, 1, 'goal total', '文中各项 25 + 16.78 + 22.55 = 64.33 万元，与所述合计 64.32万元 不符'],
    [declared, 0, 'indicator 0 target', '指标值与指标名称相同（“不超过年度预算”），没有可衡量的内容'],
    [declared, 0, 'indicator 9 target', '单位“??”为乱码，原单位已丢失（≥0.00(??)）'],
    [declared, 0, 'indicator 9 target', '指标值“≥0.00(??)”必然达到，没有约束作用'],
    [declared, 1, 'indicator 10 target', '目标文字写“达到99.9999%”，指标“数据可持续性”为 ≥99.99%'],
    [declared, 2, 'indicator 1 target', '指标“公务用车出车应出尽出率”没有指标值'],
    [
      declared,
      5,
      'indicator 2 target',
      '“《网信工作动态》刊物编报”应以篇、期、份等计，单位却为“家”（≥10.00(家)）',
    ],
    [midterm, 1, 'indicator 1 target', '中期指标值 ≥300起 超过年度指标值 ≥70起 的 3 年合计（210）'],
    [
      midterm,
      1,
      'indicator 18 target',
      '目标文字写“不少于10个”，指标“监测涉个人信息保护互联网应用数量”为 ≥6次',
    ],
  ]

  test.each(sentences.filter(([name]) => isHere(name)))(
    '%s, project %i, %s: %s',
    (name, project, cell, sentence) => {
      const told = (findingsIn(name)[project] ?? []).map(
        ({ at, message }) => `${cellText(at)}: ${formatMessage(message, 'zh-CN')}`,
      )
      expect(told).toContain(`${cell}: ${sentence}`)
    },
  )
})
