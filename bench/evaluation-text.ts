const row = (cells: readonly string[]): string => cells.join('\t')

/** One self-evaluation of the 2022 layout with `indicators` rows whose weights add up to 90. */
const project = (year: number, number: number, indicators: number): string => {
  const weight = String(90 / indicators)
  const rows = Array.from({ length: indicators }, (_, index) =>
    row([
      '',
      index === 0 ? '产出指标' : '',
      index === 0 ? '数量指标' : '',
      `第${index + 1}类服务完成数量`,
      '≥20家',
      '18家',
      weight,
      String((Number(weight) * 9) / 10),
      '申报单位减少，已逐家说明。',
    ]),
  )
  const total = (90 * 0.9 + 10).toFixed(2)
  return [
    '财政项目支出绩效自评表',
    `(${year} 年度)`,
    row(['项目名称', `公共服务第${number}项`]),
    row(['主管部门', '云浦市财政局', '', '实施单位', `云浦市第${number % 50}服务中心`]),
    row(['项目资金 (元)', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分']),
    row(['', '年度资金总额', '700000.00', '700000.00', '700000.00', '10', '100.00%', '10']),
    row(['', '其中：当年财政拨款', '700000', '700000', '700000', '—']),
    row(['', '上年结转资金', '0', '0', '0', '—']),
    row(['', '其他资金', '0', '0', '0', '—']),
    row(['年度 总体 目标', '预期目标', '', '', '实际完成情况']),
    row(['', '按计划提供服务。', '', '', '服务已按计划提供。']),
    row([
      '绩效 指标',
      '一级指标',
      '二级指标',
      '三级指标',
      '年度 指标值',
      '实际 完成值',
      '分值',
      '得分',
      '偏差原因分析及 改进措施',
    ]),
    ...rows,
    row(['总分', '', '', '', '', '', '100', total]),
    '',
  ].join('\n')
}

/** A form of many self-evaluations, as an agency's office would publish them together. */
export const evaluationText = (year: number, projects: number, indicators: number): string =>
  Array.from({ length: projects }, (_, index) => project(year, index + 1, indicators)).join('\n')
