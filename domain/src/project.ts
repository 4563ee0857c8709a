import type { DecimalText } from './decimal.ts'
import type { Indicator } from './indicator.ts'

/** What span of time an amount belongs to. */
export type FundPeriod = 'total' | 'midterm' | 'annual' | 'prior'
/** Where the money comes from; `all` is the printed total. */
export type FundSource = 'all' | 'fiscal' | 'carryover' | 'other'
/** 申请 | 年初预算 | 全年预算 | 全年执行. */
export type FundStage = 'requested' | 'initial' | 'adjusted' | 'executed'

/** One printed amount in 元; a blank cell has no fund at all. */
export interface Fund {
  readonly period: FundPeriod
  readonly source: FundSource
  readonly stage: FundStage
  readonly amount: DecimalText
}

/** 项目 | 中期 | 年度 | 预期 | 实际完成. */
export type GoalPeriod = 'total' | 'midterm' | 'annual' | 'expected' | 'achieved'

/** A goal in words, with the label the form prints beside it. */
export interface Goal {
  readonly period: GoalPeriod
  readonly label: string
  readonly text: string
}

/** The long texts of the 2020 target form. */
export const narrativeKeys = ['项目概况', '立项依据', '必要性', '制度措施', '实施计划', '总目标'] as const

/** One of the long texts of the 2020 target form. */
export type NarrativeKey = (typeof narrativeKeys)[number]

/** A long text of the form. */
export interface Narrative {
  readonly key: NarrativeKey
  readonly text: string
}

/** 绩效目标申报表 | 绩效自评表. */
export type ProjectForm = 'declaration' | 'self-evaluation'

/** The execution row as printed: points, rate in percent ("88.82"), points awarded. */
export interface Execution {
  readonly weight: DecimalText | null
  readonly rate: DecimalText | null
  readonly score: DecimalText | null
}

/** One programme of spending of one agency in one fiscal year, on one form. */
export interface Project {
  readonly name: string | null
  readonly fiscalYear: number | null
  readonly form: ProjectForm
  readonly nature: string | null
  readonly category: string | null
  readonly supervisor: string | null
  readonly implementer: string | null
  /** ISO date */
  readonly startDate: string | null
  /** ISO date */
  readonly endDate: string | null
  readonly periodLabel: string | null
  /** As printed: 是 or 否. */
  readonly governmentProcurement: string | null
  readonly performanceType: string | null
  readonly funds: readonly Fund[]
  readonly execution: Execution | null
  readonly goals: readonly Goal[]
  readonly narratives: readonly Narrative[]
  readonly indicators: readonly Indicator[]
  /** As printed, execution included. */
  readonly totalWeight: DecimalText | null
  /** As printed, execution included. */
  readonly totalScore: DecimalText | null
}

/** A project in which nothing is filled in yet. */
export const emptyProject: Project = {
  name: null,
  fiscalYear: null,
  form: 'declaration',
  nature: null,
  category: null,
  supervisor: null,
  implementer: null,
  startDate: null,
  endDate: null,
  periodLabel: null,
  governmentProcurement: null,
  performanceType: null,
  funds: [],
  execution: null,
  goals: [],
  narratives: [],
  indicators: [],
  totalWeight: null,
  totalScore: null,
}
