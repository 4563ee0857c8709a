import type { Row } from './text/row.ts'

/** The published layouts this room reads. */
export type Layout =
  'declaration-2026' | 'self-evaluation-2022' | 'declaration-2020' | 'declaration-midterm-2023'

type Mark = readonly [pattern: RegExp, weight: number]

// What only one layout prints weighs most; a form that lost its title is still known by the rest.
const marks: Readonly<Record<Layout, readonly Mark[]>> = {
  'self-evaluation-2022': [
    [/绩效自评/, 3],
    [/全年执行数/, 2],
    [/年初预算数/, 2],
    [/实际完成值/, 2],
    [/偏差原因/, 2],
    [/实际完成情况/, 1],
    [/预期目标/, 1],
    [/得分/, 1],
    [/总分/, 1],
  ],
  'declaration-midterm-2023': [
    [/中期资金总额/, 3],
    [/中期目标/, 3],
    [/项目属性/, 1],
    [/项目期/, 1],
    [/二级指标三级指标.*二级指标三级指标/, 3],
  ],
  'declaration-2020': [
    [/申报单位名称/, 2],
    [/项目概况:/, 2],
    [/立项依据:/, 2],
    [/是否含有政府购买服务/, 2],
    [/一级目标二级目标/, 3],
    [/同名项目上年/, 2],
    [/绩效类型/, 1],
  ],
  'declaration-2026': [
    [/年度资金申请总额/, 3],
    [/项目总目标/, 2],
    [/年度总体目标/, 1],
    [/项目资金总额/, 2],
    [/\(\/项目\)指标值/, 2],
    [/绩效目标申报表/, 1],
    [/计划开始日期/, 1],
    [/项目性质/, 1],
  ],
}

const enough = 3

/** The layout whose marks the rows carry most of, or null where none carries enough. */
export function recogniseLayout(rows: readonly Row[]): Layout | null {
  const text = rows.map((row) => row.cells.map((cell) => cell.key).join('')).join('\n')
  const joined = text.replaceAll('\n', '')
  let best: Layout | null = null
  let most = enough - 1
  for (const [layout, patterns] of Object.entries(marks) as [Layout, readonly Mark[]][]) {
    const weight = patterns.reduce(
      (sum, [pattern, each]) => sum + (found(pattern, text, joined) ? each : 0),
      0,
    )
    if (weight > most) {
      best = layout
      most = weight
    }
  }
  return best
}

// A label may be broken over rows, so the text is searched joined too.
const found = (pattern: RegExp, text: string, joined: string): boolean =>
  pattern.test(text) || pattern.test(joined)
