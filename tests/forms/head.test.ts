import { readForm } from '@biaochi/forms'
import type { FormReading } from '@biaochi/forms'
import { describe, expect, test } from 'vitest'
import { head, rulesOf, unaccounted } from './support/build-form.ts'

const title = ['财政项目支出绩效目标申报表', '(2026年度)']
const name = '项目名称|河道保洁|项目性质|专项资金|项目类别|特定目标类'
const funds = '项目资金(元)|项目资金总额:||年度资金申请总额:|10.00'
const goals = '项目绩效目标|项目总目标|||年度总体目标||'
const table = ['|一级指标|二级指标|三级指标|年度(/项目)指标值', '|产出指标|数量指标|次数|≥1次']
const read = (...lines: readonly string[]): FormReading => readForm(head(...title, ...lines, ...table))
const projectOf = (reading: FormReading) => reading.projects[0]?.project

describe('fields', () => {
  test.each<[string, readonly string[], object]>([
    ['label and value', [name], { name: '河道保洁', nature: '专项资金', category: '特定目标类' }],
    ['gaps of a PDF inside Chinese', ['项目名称|河 道保 洁 app 推广'], { name: '河道保洁 app 推广' }],
    [
      'a label and its value in one cell',
      ['项目名称：河道保洁|项目性质：专项资金'],
      { name: '河道保洁', nature: '专项资金' },
    ],
    ['a label broken over cells', ['项目|名称|河道保洁'], { name: '河道保洁' }],
    ['a label broken over rows', ['项目名|河道保洁', '称|'], { name: '河道保洁' }],
    [
      'a value over a page break',
      ['项目名称|河道|项目性质|专项', '', '|保洁||资金'],
      { name: '河道保洁', nature: '专项资金' },
    ],
    ['a blank value', ['项目名称||项目性质|专项资金'], { name: null, nature: '专项资金' }],
    [
      'dates',
      [name, '计划开始日期|2026.1.1|计划完成日期|2028年12月31日'],
      { startDate: '2026-01-01', endDate: '2028-12-31' },
    ],
  ])('%s', (_, lines, expected) => {
    const reading = read(...lines, funds)
    expect(projectOf(reading)).toMatchObject(expected)
    expect(unaccounted(reading)).toEqual([])
  })

  test.each<[string, readonly string[], readonly string[]]>([
    ['no name', ['项目性质|专项资金', funds], ['1 project-name-missing']],
    ['a date that is none', [name, '计划开始日期|待定', funds], ['4 date-unreadable']],
    ['a label without a field', [name, '项目负责人|张三', funds], ['4 label-unknown']],
    ['a second value', [name, '主管部门|甲局||乙局', funds], ['4 row-joined']],
    ['a label nobody knows', [name, '主管部门|甲局|经办：|张三', funds], ['4 text-orphaned']],
  ])('names %s', (_, lines, expected) => {
    const reading = read(...lines)
    expect(rulesOf(reading)).toEqual(expected)
    expect(unaccounted(reading)).toEqual([])
  })
})

describe('funds with two sides', () => {
  const amounts = (...lines: readonly string[]): readonly string[] =>
    (projectOf(read(name, ...lines))?.funds ?? []).map(
      ({ period, source, amount }) => `${period} ${source} ${amount}`,
    )

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'both',
      ['项目资金(元)|项目资金总额:|5,000.10|年度资金申请总额:|2,000'],
      ['total all 5000.1', 'annual all 2000'],
    ],
    [
      'the left one blank',
      ['项目资金(元)|项目资金总额:||年度资金申请总额:||2,740,000.00|'],
      ['annual all 2740000'],
    ],
    ['the right one blank', ['项目资金(元)|项目资金总额:|7|年度资金申请总额:||'], ['total all 7']],
    [
      '其中',
      [funds, '|其中：财政资金|3|其中: 当年财政拨款|2'],
      ['annual all 10', 'total fiscal 3', 'annual fiscal 2'],
    ],
    [
      'the same label on both sides',
      [funds, '|其他资金|3|其他资金|2'],
      ['annual all 10', 'total other 3', 'annual other 2'],
    ],
    [
      'the same label, the left one blank',
      [funds, '|其他资金||其他资金|0.00'],
      ['annual all 10', 'annual other 0'],
    ],
    ['one label below the right side', [funds, '|||其他资金|2'], ['annual all 10', 'annual other 2']],
    ['one label below the left side', [funds, '|其他资金|2'], ['annual all 10', 'total other 2']],
    [
      'labels and amounts in one cell',
      ['项目资金（元）|项目资金总额：5.5|年度资金申请总额 2.5'],
      ['total all 5.5', 'annual all 2.5'],
    ],
    [
      '万元',
      ['项目资金 (万元)|项目资金总额:|1,280.00|年度资金申请总额:|315.8001'],
      ['total all 12800000', 'annual all 3158001'],
    ],
    [
      'an amount over a page break',
      ['项目资金(元)|项目资金总额:|1,280|年度资金申请总额:|', '', '||,000.00'],
      ['total all 1280000'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(amounts(...lines)).toEqual(expected)
  })

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'an amount that is none',
      ['项目资金(元)|项目资金总额:|待定|年度资金申请总额:|1'],
      ['4 amount-unreadable'],
    ],
    [
      'an amount too many',
      ['项目资金(元)|项目资金总额:|1|2|年度资金申请总额:|1'],
      ['4 amount-without-label'],
    ],
    ['a unit that is not printed', ['项目资金|项目资金总额:|1|年度资金申请总额:|1'], ['4 unit-assumed']],
  ])('names %s', (_, lines, expected) => {
    expect(rulesOf(read(name, ...lines))).toEqual(expected)
  })
})

describe('goals', () => {
  const goalsOf = (...lines: readonly string[]): readonly string[] =>
    (projectOf(read(name, ...lines))?.goals ?? []).map(
      ({ period, label, text }) => `${period} ${label} ${text}`,
    )
  const years = '计划开始日期|2025-01-01|计划完成日期|2027-12-31'

  test.each<[string, readonly string[], readonly string[]]>([
    ['one below the right label', [funds, goals, '|||||河道干净。|'], ['annual 年度总体目标 河道干净。']],
    [
      'two',
      [funds, goals, '||三年治水。|||今年治水。'],
      ['total 项目总目标 三年治水。', 'annual 年度总体目标 今年治水。'],
    ],
    [
      'the years behind a label',
      [funds, '|项目总目标 (2025年-2027年)||年度总体目标', '|三年治水。||今年治水。'],
      ['total 项目总目标 (2025年-2027年) 三年治水。', 'annual 年度总体目标 今年治水。'],
    ],
    [
      'a page break through the right one',
      [funds, goals, '||三年治水。|||今年治', '', '2', '', '|||||水。'],
      ['total 项目总目标 三年治水。', 'annual 年度总体目标 今年治水。'],
    ],
    [
      'a page break through both',
      [funds, goals, '||三年|||今年', '', '||治水。|||治河。'],
      ['total 项目总目标 三年治水。', 'annual 年度总体目标 今年治河。'],
    ],
    [
      'paragraph tags',
      [funds, goals, '|||||<p>一、治水。</p> <p>二、治河。</p>'],
      ['annual 年度总体目标 一、治水。\n二、治河。'],
    ],
    [
      'text beside its label',
      [funds, '|项目总目标||年度总体目标|河道干净。'],
      ['annual 年度总体目标 河道干净。'],
    ],
    ['the total one alone', [years, funds, goals, '|三年治水。||||'], ['total 项目总目标 三年治水。']],
    [
      'one of a one-year project, out of place',
      ['计划开始日期|2026-01-01|计划完成日期|2026-12-31', funds, goals, '|河道干净。||||'],
      ['annual 年度总体目标 河道干净。'],
    ],
    [
      'a tab inside the one of a one-year project',
      [
        '计划开始日期|2026-01-01|计划完成日期|2026-12-31',
        funds,
        goals,
        '||||1.治水：|全年。|',
        '||||2.治河。||',
      ],
      ['annual 年度总体目标 1.治水：全年。2.治河。'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(goalsOf(...lines)).toEqual(expected)
    expect(unaccounted(read(name, ...lines))).toEqual([])
  })
})

describe('several forms in one text', () => {
  const one = head(...title, name, funds, ...table)
  const other = one.replace('河道保洁', '清淤')
  const evaluation = head(
    '财政项目支出绩效自评表',
    '(2022年度)',
    '项目名称||自评',
    '项目资金(元)|年初预算数|全年预算数|全年执行数|分值|执行率|得分',
    '|年度资金总额|1|1|1|10|100%|10',
  )
  const names = (text: string): readonly (string | null)[] =>
    readForm(text).projects.map(({ project }) => project.name)

  test.each<[string, string, readonly (string | null)[]]>([
    ['one after the other', `${one}\n\n${other}`, ['河道保洁', '清淤']],
    [
      'a heading of the collection in front',
      `甲市水务局2026年度项目绩效目标汇总表\n\n${one}\n${other}`,
      ['河道保洁', '清淤'],
    ],
    [
      'the second title lost',
      `${one}\n${other.replace('财政项目支出绩效目标申报表\n', '')}`,
      ['河道保洁', '清淤'],
    ],
    ['title and year lost', `${one}\n${other.replace(/^.*\n.*\n/, '')}`, ['河道保洁', '清淤']],
    [
      'a damaged title',
      `${one}\n${other.replace('财政项目支出绩效目标申报表', '政项目支出绩效目标申报表')}`,
      ['河道保洁', '清淤'],
    ],
    [
      'a title broken over rows',
      `${one}\n${other.replace('目标申报表', '目标申\n报表')}`,
      ['河道保洁', '清淤'],
    ],
    [
      'the second name lost',
      `${one}\n${other.replace(/^项目名称.*\n/m, '主管部门\t甲局\n')}`,
      ['河道保洁', null],
    ],
    ['two layouts', `${one}\n\n${evaluation}`, ['河道保洁', '自评']],
    [
      'a title repeated on a new page',
      one.replace('\t产出指标', `\n3\n\n${title.join('\n')}\n\t产出指标`),
      ['河道保洁'],
    ],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected)
    expect(unaccounted(readForm(text))).toEqual([])
  })

  test('each project knows its own layout, year, unit and first line', () => {
    const reading = readForm(`${one}\n\n${evaluation}`)
    expect(
      reading.projects.map(({ layout, project, amountUnit, line }) => [
        layout,
        project.fiscalYear,
        amountUnit,
        line,
      ]),
    ).toEqual([
      ['declaration-2026', 2026, '元', 1],
      ['self-evaluation-2022', 2022, '元', 8],
    ])
    expect(reading).toMatchObject({ layout: 'declaration-2026', fiscalYear: 2026, amountUnit: '元' })
  })

  test.each<[string, string, readonly string[]]>([
    ['an empty text', '', ['1 no-form']],
    ['a text of another kind', '春眠不觉晓\n处处闻啼鸟', ['1 text-orphaned', '1 no-form']],
    ['a title alone', '财政项目支出绩效目标申报表', ['1 section-empty', '1 no-form']],
    ['a form without marks of any layout', '项目名称\t甲\n数据\t乙', ['1 layout-unknown', '1 no-form']],
    ['a year that is lost', one.replace('(2026年度)\n', ''), ['1 year-missing']],
  ])('names %s', (_, text, expected) => {
    const reading = readForm(text)
    expect(rulesOf(reading)).toEqual(expected)
    expect(unaccounted(reading)).toEqual([])
  })

  test('the year of the collection holds for a form that lost its own', () => {
    const reading = readForm(`甲局2025年度项目绩效目标汇总表\n${one.replace('(2026年度)\n', '')}`)
    expect(reading.projects[0]?.project.fiscalYear).toBe(2025)
  })
})
