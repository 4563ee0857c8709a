import type { RowText } from './self-evaluation-text.ts'

export interface DeclarationText {
  readonly name: string
  readonly year?: number
  readonly supervisor?: string
  readonly implementer?: string
  readonly requested?: string
  readonly goal?: string
  readonly rows: readonly Pick<RowText, 'level1' | 'level2' | 'name' | 'target'>[]
}

/** An invented project in the layout of the published declarations of 2026, which has neither weights nor results. */
export const declarationText = (project: DeclarationText): string =>
  [
    '财政项目支出绩效目标申报表\t\t\t\t\t',
    `(${project.year ?? 2022} 年度)\t\t\t\t\t`,
    `项目名称\t${project.name}\t项目性质\t经常性专项业务费\t项目类别\t特定目标类`,
    `主管部门\t${project.supervisor ?? '云浦市财政局'}\t实施单位\t${project.implementer ?? '云浦市图书馆'}\t\t`,
    `计划开始日期\t${project.year ?? 2022}-01-01\t计划完成日期\t${project.year ?? 2022}-12-31\t\t`,
    `项目资金 (元)\t项目资金总额:\t\t年度资金申请总额:\t${project.requested ?? '100000'}\t`,
    `\t其中: 财政资金\t\t其中: 当年财政拨款\t${project.requested ?? '100000'}\t`,
    '\t\t\t上年结转资金\t0\t',
    '\t其他资金\t\t其他资金\t0\t',
    '项目 绩效 目标\t项目总目标\t\t年度总体目标\t\t',
    `\t\t\t${project.goal ?? '办好全年活动'}\t\t`,
    '\t一级指标\t二级指标\t三级指标\t年度(/项目)指标值\t',
    ...project.rows.map(({ level1 = '产出指标', level2 = '数量指标', name, target }) =>
      ['绩效 指标', level1, level2, name, target, ''].join('\t'),
    ),
    '',
  ].join('\n')
