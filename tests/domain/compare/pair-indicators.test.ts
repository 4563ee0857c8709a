import { describe, expect, test } from 'vitest'
import { pairIndicators, pairPeriods } from '@biaochi/domain'
import type { Named } from '@biaochi/domain'

/** "数量 · 机房巡检次数", with "中期 · " before it where it is of the medium term. */
const named = (text: string): Named => {
  const parts = text.split(' · ')
  const period = parts.length > 2 ? 'midterm' : 'annual'
  const [level2 = '', name = ''] = parts.slice(-2)
  return { period, level2: level2 === '' ? null : level2, name: name === '' ? null : name }
}

/** Each pair as "2=1": the third before is the second after; "~" renamed, ">" moved, "-" none. */
const pairs = (before: readonly string[], after: readonly string[]): string =>
  pairIndicators(before.map(named), after.map(named))
    .map((pair) => {
      if (pair.before === null || pair.after === null) return `${pair.before ?? '-'} ${pair.after ?? '-'}`
      return `${pair.before}${{ same: '=', moved: '>', renamed: '~' }[pair.likeness]}${pair.after}`
    })
    .join(', ')

describe('one and the same indicator', () => {
  test.each([
    ['数量指标 · 举办活动次数', '数量指标 · 举办活动次数'],
    ['数量指标 · 举办活动次数', '数量 · 举办 活动次数'],
    ['数量指标 · 办理ＡＰＰ业务', '数 量指标 · 办理app业务'],
    ['数量指标 · 编发《简报》', '数量指标 · 编发“简报”'],
    ['满意度 · 读者满意度', '服务对象满意度指标 · 读者满意度'],
    ['中期 · 数量 · 面积', '中期 · 数量 · 面积'],
  ])('%s is %s', (before, after) => expect(pairs([before], [after])).toBe('0=0'))
})

describe('an indicator that changed its name or place', () => {
  test.each([
    ['数量指标 · 机房巡检次数', '数量指标 · 开展机房巡检次数', '0~0'],
    ['质量指标 · 城域网可用率', '质量指标 · 教育城域网可用率', '0~0'],
    ['成本指标 · 服务响应时间', '时效指标 · 服务响应时间', '0>0'],
  ])('%s → %s', (before, after, expected) => expect(pairs([before], [after])).toBe(expected))
})

describe('two indicators', () => {
  test.each([
    ['数量指标 · 举办活动次数', '数量指标 · 编发简报期数'],
    ['数量指标 · 机房巡检次数', '质量指标 · 开展机房巡检次数'],
    ['社会效益指标 · 重大网络安全事件', '社会效益指标 · 师生网络安全意识提升'],
    ['数量指标 · ', '数量指标 · '],
    ['数量指标 · 完成数量', '数量指标 · 开展次数'],
  ])('%s and %s', (before, after) => expect(pairs([before], [after])).toBe('0 -, - 0'))
})

describe('lists', () => {
  test('the same name twice is joined in its order, and what is left over has no partner', () => {
    expect(pairs(['质量 · 及时率', '质量 · 及时率'], ['质量 · 及时率'])).toBe('0=0, 1 -')
    expect(pairs(['质量 · 及时率'], ['质量 · 及时率', '质量 · 及时率'])).toBe('0=0, - 1')
    expect(pairs(['质量 · 及时率', '质量 · 及时率'], ['质量 · 及时率', '质量 · 及时率'])).toBe('0=0, 1=1')
  })

  test('a name that is there is not taken by a similar one', () => {
    expect(pairs(['数量 · 机房巡检次数'], ['数量 · 开展机房巡检次数', '数量 · 机房巡检次数'])).toBe(
      '- 0, 0=1',
    )
  })

  test('the most similar name comes first', () => {
    const after = ['数量 · 老旧交换设备更换', '数量 · 替换老旧交换设备']
    expect(pairs(['数量 · 替换老旧核心交换设备'], after)).toBe('- 0, 0~1')
  })

  test('what was dropped stands where it stood', () => {
    const before = ['数量 · 甲乙丙', '数量 · 一二三', '质量 · 四五六', '时效 · 七八九']
    expect(pairs(before, ['质量 · 四五六', '数量 · 一二三'])).toBe('0 -, 2=0, 3 -, 1=1')
    expect(pairs(before, [])).toBe('0 -, 1 -, 2 -, 3 -')
    expect(pairs([], ['数量 · 甲'])).toBe('- 0')
  })
})

test('the medium term of a paper whose other year has none is neither added nor dropped', () => {
  expect(pairs(['数量 · 面积'], ['中期 · 数量 · 面积', '数量 · 面积'])).toBe('0=1')
  expect(pairs(['中期 · 数量 · 面积', '数量 · 面积'], ['数量 · 面积'])).toBe('1=0')
  expect(pairs(['中期 · 数量 · 甲乙', '数量 · 甲乙'], ['数量 · 甲乙', '中期 · 质量 · 丙丁'])).toBe(
    '0 -, 1=0, - 1',
  )
})

test('the medium term stands before the year of the same paper, one-sided rows by themselves', () => {
  const paper = ['中期 · 数量 · 示范片面积', '数量 · 培训期数', '数量 · 示范片面积', '中期 · 质量 · 覆盖率']
  expect(pairPeriods(paper.map(named))).toEqual([
    { before: null, after: 1 },
    { before: 0, after: 2, likeness: 'same' },
    { before: 3, after: null },
  ])
})
