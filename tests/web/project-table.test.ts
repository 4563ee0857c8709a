import { describe, expect, test } from 'vitest'
import {
  emptyIndicator,
  emptyProject,
  executionPoints,
  parseActual,
  parseTarget,
  rollUp,
  schemeFor,
  subtractDecimals,
  type Project,
} from '@biaochi/domain'
import type { ProjectRecord } from '@biaochi/web/sheet/projects/project-record'
import { projectTable } from '@biaochi/web/sheet/projects/project-table'
import { spellAmount } from '@biaochi/web/sheet/projects/spell-amount'
import type { SaveAnswer, SaveRequest } from '@biaochi/web/sheet/save'
import { SheetModel } from '@biaochi/web/sheet/sheet-model'
import { HandMemory } from '../support/memory.ts'
import { HandClock } from '../support/sheet.ts'
import { projectWords } from '../support/table-words.ts'

const target = parseTarget('≥20家')
const whole: Project = {
  ...emptyProject,
  name: '图书采购',
  implementer: '云浦市文旅局',
  fiscalYear: 2025,
  form: 'self-evaluation',
  funds: [
    { period: 'annual', source: 'all', stage: 'adjusted', amount: '1000000' },
    { period: 'annual', source: 'all', stage: 'executed', amount: '900000' },
    { period: 'annual', source: 'fiscal', stage: 'executed', amount: '812345.67' },
  ],
  indicators: [
    {
      ...emptyIndicator,
      level1: '产出指标',
      level2: '数量指标',
      name: '采购点',
      target,
      actual: parseActual('18家', target),
      weight: '90',
      score: '80',
    },
  ],
}
const scheme = schemeFor(whole)

const recordOf = (project: Project): ProjectRecord => {
  const score = rollUp(project, scheme)
  const spent = executionPoints(project, scheme)
  return {
    document: { ...project, indicators: [] },
    scheme,
    points: {
      rule: subtractDecimals(score.rule.total ?? '0', spent.rule),
      awarded: subtractDecimals(score.awarded.total ?? '0', spent.awarded),
    },
    indicatorCount: 1,
    incomplete: false,
    state: 'draft',
    counts: { block: 0, explain: 1, warn: 0 },
    findings: [{ at: 'fund/annual/all/executed', severity: 'explain', text: '执行率偏低' }],
  }
}

function openList() {
  let unit: '元' | '万元' = '元'
  const requests: SaveRequest[] = []
  const model = new SheetModel({
    table: projectTable(projectWords(() => unit)),
    save: (request) => {
      requests.push(request)
      return new Promise<SaveAnswer<ProjectRecord>>(() => undefined)
    },
    takeBack: () => Promise.reject(new Error('nothing was done as a whole')),
    clock: new HandClock(),
    newKey: () => crypto.randomUUID(),
    memory: new HandMemory(),
  })
  model.add([{ id: 'p', rows: [{ id: 'p', groupId: 'p', version: 3, line: null, record: recordOf(whole) }] }])
  const showIn = (next: '元' | '万元'): void => {
    unit = next
    model.showAnew()
  }
  return { model, requests, showIn, text: (column: string) => model.cell('p', column)?.text }
}

describe('an amount typed', () => {
  test.each([
    ['1,250.5', '万元', '1,250.5万元'],
    [' 12 ', '元', '12元'],
    ['12元', '万元', '12元'],
    ['1.5亿', '万元', '1.5亿'],
    ['0', '万元', '0万元'],
    ['0万元', '万元', '0万元'],
    ['十二', '万元', '十二'],
    ['', '万元', ''],
  ] as const)('%j where %s are shown is %j', (typed, unit, text) => {
    expect(spellAmount(typed, unit)).toBe(text)
  })
})

describe('the list of projects', () => {
  test('totals are those of the whole project, also after its funds were edited', () => {
    const { model, text } = openList()
    model.edit('p', 'fund/annual/all/executed', '750000')
    const after = rollUp(
      {
        ...whole,
        funds: whole.funds.map((fund) =>
          fund.source === 'all' && fund.stage === 'executed' ? { ...fund, amount: '750000' } : fund,
        ),
      },
      scheme,
    )
    expect([text('executionRate'), text('ruleTotal'), text('ruleGrade'), text('awardedTotal')]).toEqual([
      '75%',
      Number(after.rule.total).toFixed(2),
      after.rule.grade,
      Number(after.awarded.total).toFixed(2),
    ])
  })

  test('amounts are shown and typed in the unit that is shown, and sent with it', () => {
    const { model, requests, showIn, text } = openList()
    expect(text('fund/annual/fiscal/executed')).toBe('812,345.67')
    showIn('万元')
    expect(text('fund/annual/fiscal/executed')).toBe('81.234567')
    model.edit('p', 'fund/annual/fiscal/executed', '81.5')
    showIn('元')
    expect(text('fund/annual/fiscal/executed')).toBe('815,000')
    expect(requests[0]?.changes).toMatchObject([{ field: 'fund/annual/fiscal/executed', value: '81.5万元' }])
  })

  test('a preview says what an amount will be in the unit that is shown, and exactly', () => {
    const { model, showIn } = openList()
    showIn('万元')
    const preview = model.preview([
      { rowId: 'p', field: 'fund/annual/all/adjusted', text: '100.00005' },
      { rowId: 'p', field: 'fund/annual/fiscal/executed', text: '1亿元' },
      { rowId: 'p', field: 'fund/annual/all/executed', text: '-1' },
    ])
    expect(preview.shownAt('p', 'fund/annual/all/adjusted')).toEqual({
      text: '100.00005',
      explanation: '1,000,000.5 元',
    })
    expect(preview.shownAt('p', 'fund/annual/fiscal/executed')?.text).toBe('10,000')
    expect([...preview.refused.values()]).toEqual(['edit.amount-negative'])
  })

  test('undo puts the exact amount back, whatever unit is shown then', () => {
    const { model, requests, showIn, text } = openList()
    model.edit('p', 'fund/annual/fiscal/executed', '1')
    showIn('万元')
    model.undo()
    expect(text('fund/annual/fiscal/executed')).toBe('81.234567')
    expect(requests).toHaveLength(1)
  })

  test.each([
    ['project/startDate', '2025年3月1日', '2025-03-01'],
    ['project/endDate', '2025/12/31', '2025-12-31'],
    ['project/nature', ' 延续项目 ', '延续项目'],
    ['execution/weight', '１０', '10'],
  ])('%s typed as %j shows %j', (field, typed, shown) => {
    const { model, text } = openList()
    model.edit('p', field, typed)
    expect(text(field)).toBe(shown)
  })

  test.each([
    ['project/startDate', '三月', 'edit.not-a-date'],
    ['project/name', '', 'edit.name-needed'],
    ['fund/annual/all/adjusted', '-1', 'edit.amount-negative'],
    ['fund/annual/all/adjusted', '很多', 'edit.not-an-amount'],
    ['execution/score', '101', 'edit.number-range'],
  ])('%s refuses %j and keeps it in the cell', (field, typed, reason) => {
    const { model } = openList()
    model.edit('p', field, typed)
    const cell = model.cell('p', field)
    expect(cell).toMatchObject({ state: 'failed', reason })
    expect(cell?.text.startsWith(typed)).toBe(true)
  })

  test('a finding of the server is at its cell', () => {
    const { model } = openList()
    expect(model.cell('p', 'fund/annual/all/executed')).toMatchObject({
      severity: 'explain',
      findings: ['执行率偏低'],
    })
  })
})
