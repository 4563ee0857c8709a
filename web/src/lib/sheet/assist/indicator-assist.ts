import { isLostUnit } from '@biaochi/domain'
import type { Message } from '@biaochi/domain'
import { m } from '#lib/i18n.ts'
import type { IndicatorModel } from '../sheet.svelte.ts'
import { systemClock } from '../clock.ts'
import type { Assist } from './assist.ts'
import { levelAssist } from './level-assist.ts'
import { NameAssist } from './name-assist.ts'
import type { FindNames } from './name-assist.ts'
import { targetAssist } from './target-assist.ts'
import { wordAssist } from './word-assist.ts'

/** The words a grade is typed with, as in the official forms. */
const grades = ['达成', '部分达成', '未达成']

/** What helps to fill the cells of an indicator, by column. */
export const indicatorAssists = (model: IndicatorModel, findNames: FindNames) => ({
  level1: (rowId: string) => levelAssist(model, rowId, 'level1'),
  level2: (rowId: string) => levelAssist(model, rowId, 'level2'),
  name: (rowId: string): Assist | null => {
    const { groupId: projectId, record } = model.row(rowId) ?? {}
    if (projectId === undefined || record === undefined) return null
    const { period, level1, level2 } = record
    const row = { projectId, period, level1, level2 }
    return new NameAssist({ row, find: findNames, clock: systemClock })
  },
  target: (rowId: string): Assist =>
    targetAssist({
      name: model.row(rowId)?.record.name ?? null,
      units: unitsNear(model, rowId),
      describe: (message: Message) => model.table.describe(message),
    }),
  grade: (): Assist => wordAssist({ title: m.column_grade(), words: grades.map((text) => ({ text })) }),
})

/** The units of the targets in the row's project, the usual ones first. */
export function unitsNear(model: IndicatorModel, rowId: string): readonly string[] {
  const groupId = model.row(rowId)?.groupId
  if (groupId === undefined) return []
  const counts = new Map<string, number>()
  for (const { record } of model.rowsOf(groupId)) {
    const unit = record.target.kind === 'quantitative' ? record.target.unit : null
    if (unit !== null && !isLostUnit(unit)) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([unit]) => unit)
}
