import { describe, expect, test } from 'vitest'
import {
  differingProjectCells,
  editProject,
  emptyProject,
  formatProjectCell,
  parseProjectCell,
  putBackProjectCell,
  type Project,
  type ProjectCell,
} from '@biaochi/domain'

const project: Project = {
  ...emptyProject,
  name: '图书采购',
  goals: [{ period: 'annual', label: '年度目标', text: '旧' }],
}

const cellOf = (name: string): ProjectCell => {
  const cell = parseProjectCell(name)
  if (cell === null) throw new Error(`no cell ${name}`)
  return cell
}

describe('a typed cell of a project', () => {
  test.each([
    ['project/name', '新名', '新名'],
    ['project/startDate', '2026.1.5', '2026-01-05'],
    ['project/endDate', '', ''],
    ['project/governmentProcurement', '否', '否'],
    ['project/totalWeight', '100.0', '100'],
    ['execution/rate', '99.95%', '99.95'],
    ['execution/weight', '10', '10'],
    ['fund/annual/all/adjusted', '7879880', '7879880'],
    ['fund/annual/all/adjusted', '1.5亿元', '150000000'],
    ['fund/annual/all/adjusted', '０.1万元', '1000'],
    ['goal/annual', '一\r\n二', '一\n二'],
    ['narrative/必要性', '必要', '必要'],
  ])('%s reads %j as %j, and back', (name, typed, text) => {
    const cell = cellOf(name)
    const result = editProject(project, cell, typed)
    if ('refused' in result) throw new Error(result.refused.code)
    expect(formatProjectCell(result.project, cell)).toBe(text)
    expect(putBackProjectCell(project, cell, text)).toEqual(result.project)
  })

  test('an amount without a unit is in the unit said', () => {
    const result = editProject(project, cellOf('fund/annual/fiscal/requested'), '12.345678', '万元')
    expect(result).toMatchObject({ project: { funds: [{ amount: '123456.78' }] } })
  })

  test('a goal that is cleared keeps its printed label', () => {
    expect(editProject(project, cellOf('goal/annual'), ' ')).toMatchObject({
      project: { goals: [{ period: 'annual', label: '年度目标', text: '' }] },
    })
  })

  test.each([
    ['project/name', ' ', 'edit.name-needed'],
    ['project/name', 'x'.repeat(501), 'edit.text-too-long'],
    ['project/startDate', '2025-02-29', 'edit.not-a-date'],
    ['project/startDate', '0999-01-01', 'edit.not-a-date'],
    ['project/endDate', '明年', 'edit.not-a-date'],
    ['project/governmentProcurement', '有', 'edit.yes-or-no'],
    ['project/totalScore', '1001', 'edit.number-range'],
    ['execution/rate', '-1%', 'edit.number-range'],
    ['execution/rate', '%%', 'edit.not-a-decimal'],
    ['execution/score', '9.12345', 'edit.too-many-places'],
    ['fund/annual/all/executed', '约5万', 'edit.not-an-amount'],
    ['fund/annual/all/executed', '5 0 0', 'edit.not-an-amount'],
    ['fund/annual/all/executed', '-0.01', 'edit.amount-negative'],
    ['goal/annual', 'x'.repeat(20_001), 'edit.text-too-long'],
  ])('%s refuses %j', (name, typed, code) => {
    expect(editProject(project, cellOf(name), typed)).toMatchObject({ refused: { code } })
  })
})

test.each([
  '',
  'project',
  'project/state',
  'project/supervisor',
  'fund/annual/all',
  'goal/x',
  'indicator/0/name',
])('%j names no cell', (name) => {
  expect(parseProjectCell(name)).toBeNull()
})

test('two states differ in the cells whose texts differ', () => {
  const changed = putBackProjectCell(project, cellOf('fund/annual/all/executed'), '5')
  expect(differingProjectCells(project, { ...changed, nature: '甲' })).toEqual([
    { name: 'project/nature', before: '', after: '甲' },
    { name: 'fund/annual/all/executed', before: '', after: '5' },
  ])
  expect(differingProjectCells(project, { ...project })).toEqual([])
})
