/** A row of an invented self-evaluation. */
export interface RowText {
  readonly level1?: string
  readonly level2?: string
  readonly name: string
  readonly target: string
  readonly actual?: string
  readonly weight?: string
  readonly score?: string
  readonly reason?: string
}

export interface ProjectText {
  readonly name: string
  readonly year?: number
  readonly supervisor?: string
  readonly implementer?: string
  readonly initial?: string
  readonly adjusted?: string
  readonly executed?: string
  readonly rate?: string
  readonly executionScore?: string
  readonly rows: readonly RowText[]
  readonly totalScore?: string
}

const rowLine = (row: RowText): string =>
  [
    '',
    row.level1 ?? '产出指标',
    row.level2 ?? '数量指标',
    row.name,
    row.target,
    row.actual ?? '',
    row.weight ?? '',
    row.score ?? '',
    row.reason ?? '',
  ].join('\t')

/** An invented project in the layout of the published self-evaluations of 2022. */
export const selfEvaluationText = (project: ProjectText): string =>
  [
    '财政项目支出绩效自评表\t\t\t\t\t\t\t\t',
    `(${project.year ?? 2022} 年度)\t\t\t\t\t\t\t\t`,
    `项目名称\t${project.name}\t\t\t\t\t\t\t`,
    `主管部门\t${project.supervisor ?? '云浦市财政局'}\t\t\t实施单位\t${project.implementer ?? '云浦市图书馆'}\t\t\t`,
    '项目资金 (元)\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\t',
    `\t年度资金总额\t${project.initial ?? '100000'}\t${project.adjusted ?? '100000'}\t${project.executed ?? '100000'}\t10\t${project.rate ?? '100%'}\t${project.executionScore ?? '10'}\t`,
    `\t其中：当年财政拨款\t${project.initial ?? '100000'}\t${project.adjusted ?? '100000'}\t${project.executed ?? '100000'}\t—\t\t\t`,
    '\t上年结转资金\t0\t0\t\t—\t\t\t',
    '\t其他资金\t0\t0\t\t—\t\t\t',
    '年度 总体 目标\t预期目标\t\t\t实际完成情况\t\t\t\t',
    '\t办好全年活动\t\t\t全年活动如期办好\t\t\t\t',
    '绩效 指标\t一级指标\t二级指标\t三级指标\t年度 指标值\t实际 完成值\t分值\t得分\t偏差原因分析及 改进措施',
    ...project.rows.map(rowLine),
    `总分\t\t\t\t\t\t100\t${project.totalScore ?? '100'}\t`,
    '',
  ].join('\n')

/** Rows that fill the weights of the 10/50/30/10 scheme, everything met. */
export const metRows: readonly RowText[] = [
  { name: '举办活动次数', target: '≥20次', actual: '20次', weight: '20', score: '20' },
  { level2: '质量指标', name: '活动按时率', target: '≥90%', actual: '95%', weight: '20', score: '20' },
  { level2: '时效指标', name: '资料更新及时率', target: '=100%', actual: '100%', weight: '10', score: '10' },
  {
    level1: '效益指标',
    level2: '社会效益指标',
    name: '到馆人次',
    target: '≥1万人次',
    actual: '12000人次',
    weight: '30',
    score: '30',
  },
  {
    level1: '满意度指标',
    level2: '服务对象满意度指标',
    name: '读者满意度',
    target: '≥90%',
    actual: '96%',
    weight: '10',
    score: '10',
  },
]

/** Many projects one after another, as published files have them. */
export const selfEvaluationFile = (projects: readonly ProjectText[]): string =>
  projects.map(selfEvaluationText).join('\n')
