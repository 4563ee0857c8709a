import { parseActual, parseTarget, type Indicator } from '@biaochi/domain'
import type { Prisma } from '@biaochi/prisma'
import { toLower, toUpper } from '../words.ts'
import { measureFromRow, measureToRow, type MeasureRow } from './measure-row.ts'
import type { PlainRow } from './plain-row.ts'

/** What Prisma has to load for an indicator of the domain. */
export const indicatorCellsSelect = {
  period: true,
  level1: true,
  level2: true,
  name: true,
  weight: true,
  score: true,
  reason: true,
  grade: true,
  targetKind: true,
  targetRaw: true,
  targetOperator: true,
  targetValue: true,
  targetMultiplier: true,
  targetUnit: true,
  targetText: true,
  targetOperatorAssumed: true,
  targetUnitAssumed: true,
  targetApproximate: true,
  actualKind: true,
  actualRaw: true,
  actualOperator: true,
  actualValue: true,
  actualMultiplier: true,
  actualUnit: true,
  actualText: true,
  actualOperatorAssumed: true,
  actualUnitAssumed: true,
  actualApproximate: true,
} as const satisfies Prisma.IndicatorSelect

/** The period and the cells an edit can change, by their Prisma names, decimals as text. */
export type IndicatorCells = PlainRow<Prisma.IndicatorGetPayload<{ select: typeof indicatorCellsSelect }>>

const targetOf = (row: IndicatorCells): MeasureRow => ({
  kind: row.targetKind,
  raw: row.targetRaw,
  operator: row.targetOperator,
  value: row.targetValue,
  multiplier: row.targetMultiplier,
  unit: row.targetUnit,
  text: row.targetText,
  operatorAssumed: row.targetOperatorAssumed,
  unitAssumed: row.targetUnitAssumed,
  approximate: row.targetApproximate,
})

const actualOf = (row: IndicatorCells): MeasureRow => ({
  kind: row.actualKind,
  raw: row.actualRaw,
  operator: row.actualOperator,
  value: row.actualValue,
  multiplier: row.actualMultiplier,
  unit: row.actualUnit,
  text: row.actualText,
  operatorAssumed: row.actualOperatorAssumed,
  unitAssumed: row.actualUnitAssumed,
  approximate: row.actualApproximate,
})

/** The domain's indicator of a row. */
export const indicatorFromRow = (row: IndicatorCells): Indicator => {
  const target = measureFromRow(targetOf(row), parseTarget)
  return {
    period: toLower(row.period),
    level1: row.level1,
    level2: row.level2,
    name: row.name,
    target,
    actual: measureFromRow(actualOf(row), (raw) => parseActual(raw, target)),
    weight: row.weight,
    score: row.score,
    reason: row.reason,
    grade: row.grade === null ? null : toLower(row.grade),
  }
}

/** The columns of an indicator's cells. */
export const cellsOfIndicator = (indicator: Indicator): IndicatorCells => {
  const target = measureToRow(indicator.target)
  const actual = measureToRow(indicator.actual)
  return {
    period: toUpper(indicator.period),
    level1: indicator.level1,
    level2: indicator.level2,
    name: indicator.name,
    weight: indicator.weight,
    score: indicator.score,
    reason: indicator.reason,
    grade: indicator.grade === null ? null : toUpper(indicator.grade),
    targetKind: target.kind,
    targetRaw: target.raw,
    targetOperator: target.operator,
    targetValue: target.value,
    targetMultiplier: target.multiplier,
    targetUnit: target.unit,
    targetText: target.text,
    targetOperatorAssumed: target.operatorAssumed,
    targetUnitAssumed: target.unitAssumed,
    targetApproximate: target.approximate,
    actualKind: actual.kind,
    actualRaw: actual.raw,
    actualOperator: actual.operator,
    actualValue: actual.value,
    actualMultiplier: actual.multiplier,
    actualUnit: actual.unit,
    actualText: actual.text,
    actualOperatorAssumed: actual.operatorAssumed,
    actualUnitAssumed: actual.unitAssumed,
    actualApproximate: actual.approximate,
  }
}
