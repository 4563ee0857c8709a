import { readForm } from '@biaochi/forms'
import { describe, expect, test } from 'vitest'
import { indicatorsOf, rulesOf, unaccounted } from './support/build-form.ts'

const form = (head: string, ...table: readonly string[]): string =>
  [
    '财政项目支出绩效目标表',
    '（2020年度）',
    head,
    ' 2020年绩效目标',
    '一级目标 二级目标 三级目标 指标目标值',
    ...table,
  ].join('\n')
const projectOf = (head: string) => readForm(form(head)).projects[0]?.project

describe('labels and values in running text', () => {
  test.each<[string, string, object]>([
    ['a value behind its label', '项目名称：河道保洁', { name: '河道保洁' }],
    [
      'a value in the next line',
      '项目名称：\n河道保洁\n项目类别：其他',
      { name: '河道保洁', category: '其他' },
    ],
    [
      'a value broken over lines and blank lines',
      '项目名称：\n河道\n\n保洁\n项目类别： 其他',
      { name: '河道保洁', category: '其他' },
    ],
    [
      'several pairs in one line',
      '项目名称： 河道保洁 项目类别： 其他 绩效类型： 事业/专业类',
      { name: '河道保洁', category: '其他', performanceType: '事业/专业类' },
    ],
    ['ASCII colons', '项目名称: 河道保洁 项目类别:其他', { name: '河道保洁', category: '其他' }],
    [
      'a label broken over lines',
      '保证项目实施的制度、\n措施：巡查制度',
      { narratives: [{ key: '制度措施', text: '巡查制度' }] },
    ],
    [
      'a label inside a paragraph',
      '项目设立的必要性：本项目总目标：治水。\n项目实施计划：全年。',
      {
        narratives: [
          { key: '必要性', text: '本项目总目标：治水。' },
          { key: '实施计划', text: '全年。' },
        ],
      },
    ],
    [
      'lines wrapped at a fixed width',
      '立项依据：\n《关于批复》（沪计投(2\n001)198号）',
      { narratives: [{ key: '立项依据', text: '《关于批复》（沪计投(2001)198号）' }] },
    ],
    [
      'a page number inside a paragraph',
      '立项依据：\n甲乙\n\n- 3 -\n\n丙丁。',
      { narratives: [{ key: '立项依据', text: '甲乙丙丁。' }] },
    ],
    [
      'dates in other clothes',
      '计划开始日期：2020年1月1日 计划完成日期：2020/12/31',
      { startDate: '2020-01-01', endDate: '2020-12-31' },
    ],
    [
      'amounts',
      '项目总预算（元）： 1,161,000 项目当年预算（元）： 0',
      {
        funds: [
          { period: 'total', source: 'all', stage: 'requested', amount: '1161000' },
          { period: 'annual', source: 'all', stage: 'requested', amount: '0' },
        ],
      },
    ],
    [
      'amounts in 万元',
      '项目总预算（万元）： 1.5',
      { funds: [{ period: 'total', source: 'all', stage: 'requested', amount: '15000' }] },
    ],
  ])('%s', (_, head, expected) => {
    expect(projectOf(head)).toMatchObject(expected)
    expect(unaccounted(readForm(form(head)))).toEqual([])
  })

  test.each<[string, string, readonly string[]]>([
    ['an impossible date', '项目名称：甲\n立项依据：乙\n计划开始日期：2020-02-30', ['5 date-unreadable']],
    ['an amount in words', '项目名称：甲\n立项依据：乙\n项目总预算（元）： 若干', ['5 amount-unreadable']],
    ['a label nobody knows', '项目名称：甲 项目经理：张三\n立项依据：乙', ['3 label-unknown']],
    ['text before any label', '随便写\n项目名称：甲\n立项依据：乙', ['3 text-orphaned']],
    ['a missing name', '立项依据：乙', ['1 project-name-missing']],
  ])('names %s', (_, head, expected) => {
    const reading = readForm(form(head))
    expect(rulesOf(reading)).toEqual(expected)
    expect(unaccounted(reading)).toEqual([])
  })
})

describe('indicators in running text', () => {
  const head = '项目名称：甲'
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'everything in one line',
      ['投入与管理 投入管理 执行率 =100%'],
      ['投入与管理 | 投入管理 | 执行率 | =100%'],
    ],
    [
      'level 1 in a line of its own, below its first row',
      ['数量 电话数 >=4万人次', '', '产出目标', '', '质量 接通率 >=90%'],
      ['产出目标 | 数量 | 电话数 | >=4万人次', '产出目标 | 质量 | 接通率 | >=90%'],
    ],
    [
      'a second indicator of the same level 2',
      ['数量 电话数 >=4万人次', '', '短信数 >=2条'],
      ['产出目标 | 数量 | 电话数 | >=4万人次', '产出目标 | 数量 | 短信数 | >=2条'],
    ],
    [
      '满意度 as label and as name',
      ['效果目标 满意度 满意度 >=90%', '满意度 >=80%'],
      ['效果目标 | 满意度 | 满意度 | >=90%', '效果目标 | 满意度 | 满意度 | >=80%'],
    ],
    ['a name with a blank in it', ['数量 新闻 app >=80个'], ['产出目标 | 数量 | 新闻 app | >=80个']],
    ['operator and unit apart', ['质量 接通率 >= 90 %'], ['产出目标 | 质量 | 接通率 | >=90%']],
    [
      'a name broken over lines',
      ['数量 检测样品数（含', '', '批发市场） >=8万批次'],
      ['产出目标 | 数量 | 检测样品数（含批发市场） | >=8万批次'],
    ],
    ['tabs for blanks', ['投入与管理\t投入管理\t执行率\t=100%'], ['投入与管理 | 投入管理 | 执行率 | =100%']],
    [
      'a date with gaps',
      ['时效 完成 时间 2022 年 12 月 31 日前'],
      ['产出目标 | 时效 | 完成时间 | 2022年12月31日前'],
    ],
    ['a value in words', ['长效管理 反馈机制 健全'], ['影响力目标 | 长效管理 | 反馈机制 | 健全']],
    [
      'level 1 in the words of another year',
      ['投入和管理目标 投入管理 执行率 =100%', '', '实施管理 采购合规性 合规'],
      ['投入和管理目标 | 投入管理 | 执行率 | =100%', '投入和管理目标 | 实施管理 | 采购合规性 | 合规'],
    ],
    ['a level 2 nobody knows', ['产出目标 安全 事故数 =0起'], ['产出目标 | 安全 | 事故数 | =0起']],
  ])('%s', (_, table, expected) => {
    const text = form(head, ...table)
    expect(indicatorsOf(text)).toEqual(expected)
    expect(unaccounted(readForm(text))).toEqual([])
  })
})
