import type { DecimalText } from './decimal.ts'
import type { Actual } from './actual.ts'
import type { Target } from './target.ts'

/** Which column of a form the target stands in. */
export type IndicatorPeriod = 'annual' | 'midterm'

/** 达成 | 部分达成 | 未达成. */
export type QualitativeGrade = 'achieved' | 'partly' | 'missed'

/** The editable cells of an indicator. */
export const indicatorFields = [
  'level1',
  'level2',
  'name',
  'target',
  'actual',
  'weight',
  'score',
  'reason',
  'grade',
] as const

/** One editable cell of an indicator. */
export type IndicatorField = (typeof indicatorFields)[number]

/** One row of a form: 三级指标 with its target, its actual and its points. */
export interface Indicator {
  readonly period: IndicatorPeriod
  readonly level1: string | null
  readonly level2: string | null
  readonly name: string | null
  readonly target: Target
  readonly actual: Actual
  /** 分值 */
  readonly weight: DecimalText | null
  /** 得分 as awarded by the unit, not the rule's proposal. */
  readonly score: DecimalText | null
  /** 偏差原因分析及改进措施 */
  readonly reason: string | null
  readonly grade: QualitativeGrade | null
}

/** An indicator in which nothing is filled in yet. */
export const emptyIndicator: Indicator = {
  period: 'annual',
  level1: null,
  level2: null,
  name: null,
  target: { kind: 'missing' },
  actual: { kind: 'missing' },
  weight: null,
  score: null,
  reason: null,
  grade: null,
}
