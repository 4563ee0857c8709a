import type { ReaderRule } from '../report.ts'

/** The reader's findings in Chinese. */
export const zhCN: Readonly<Record<`reader.${ReaderRule}`, string>> = {
  'reader.layout-unknown': '认不出这是哪一种表（“{text}”），这一段没有读入',
  'reader.no-form': '这里没有可以读入的绩效目标申报表或自评表',
  'reader.project-name-missing': '没有项目名称',
  'reader.year-missing': '没有年度',
  'reader.row-unreadable': '这一行读不出是哪些栏目：“{text}”',
  'reader.row-without-name': '只有“{text}”，没有指标名称，可能丢失了内容',
  'reader.half-missing': '这一行只有{text}一半，另一半没有内容',
  'reader.row-joined': '“{text}”被接到同一栏的前文之后，请核对',
  'reader.text-orphaned': '“{text}”不知属于哪一栏，没有读入',
  'reader.label-unknown': '“{text}”不是已知的栏目',
  'reader.label-missing': '这里缺少栏目名称，请核对所属的一级、二级指标或目标',
  'reader.label-repeated': '“{text}”重复出现，作为正文读入',
  'reader.level-guessed-from-level2': '印的一级指标是“{level1}”，按二级指标“{level2}”归类',
  'reader.amount-unreadable': '金额“{text}”读不出来',
  'reader.amount-without-label': '“{text}”前面没有资金栏目，没有读入',
  'reader.unit-assumed': '没有印金额单位，按这种表的惯例作“{unit}”',
  'reader.date-unreadable': '日期“{text}”读不出来',
  'reader.goal-column-guessed': '只有一段目标且位置偏移，因是一年期项目作年度目标',
  'reader.section-empty': '只有表名，没有内容',
  'reader.figure-unreadable': '数字“{text}”读不出属于哪一栏',
  'reader.column-unkept': '“{text}”一列没有读入',
}
