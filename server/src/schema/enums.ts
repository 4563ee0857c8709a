import type { IndicatorField as Field, Locale as LocaleWord, Severity as SeverityWord } from '@biaochi/domain'
import * as database from '@biaochi/prisma'
import { builder } from '../builder.ts'

export const ProjectForm = builder.enumType(database.ProjectForm, {
  name: 'ProjectForm',
  description: '表格种类：绩效目标申报表 DECLARATION，绩效自评表 SELF_EVALUATION。',
})
export const ProjectState = builder.enumType(database.ProjectState, {
  name: 'ProjectState',
  description: '项目状态：草稿、已报、退回、已批复、自评中、自评已报、自评退回、已复核、已公开。',
})
export const IndicatorPeriod = builder.enumType(database.IndicatorPeriod, {
  name: 'IndicatorPeriod',
  description: '指标所属时期：年度 ANNUAL，中期 MIDTERM。',
})
export const MeasureKind = builder.enumType(database.MeasureKind, {
  name: 'MeasureKind',
  description: '定量 QUANTITATIVE、定性 QUALITATIVE、不适用 NOT_APPLICABLE、空缺 MISSING、无法识别 INVALID。',
})
export const QualitativeGrade = builder.enumType(database.QualitativeGrade, {
  name: 'QualitativeGrade',
  description: '定性指标的等次：达成 ACHIEVED、部分达成 PARTLY、未达成 MISSED。',
})
export const FundPeriod = builder.enumType(database.FundPeriod, {
  name: 'FundPeriod',
  description: '项目总额 TOTAL、中期 MIDTERM、年度 ANNUAL、上年 PRIOR。',
})
export const FundSource = builder.enumType(database.FundSource, {
  name: 'FundSource',
  description: '合计 ALL、财政拨款 FISCAL、上年结转 CARRYOVER、其他资金 OTHER。',
})
export const FundStage = builder.enumType(database.FundStage, {
  name: 'FundStage',
  description: '申请数 REQUESTED、年初预算数 INITIAL、全年预算数 ADJUSTED、全年执行数 EXECUTED。',
})
export const GoalPeriod = builder.enumType(database.GoalPeriod, {
  name: 'GoalPeriod',
  description:
    '项目总目标 TOTAL、中期目标 MIDTERM、年度目标 ANNUAL、预期目标 EXPECTED、实际完成情况 ACHIEVED。',
})
export const ChangeSource = builder.enumType(database.ChangeSource, {
  name: 'ChangeSource',
  description: '修改的来历：键入、粘贴、填充、撤销、重做、导入、接口、恢复到某时。',
})
export const ChangeEntity = builder.enumType(database.ChangeEntity, {
  name: 'ChangeEntity',
  description: '修改的对象：指标 INDICATOR、项目 PROJECT、单位 AGENCY。',
})
export const ChangeKind = builder.enumType(database.ChangeKind, {
  name: 'ChangeKind',
  description: '修改的种类：改单元格 UPDATE、增行 CREATE、删行 DELETE。',
})

export const Severity = builder.enumType('Severity', {
  description: '问题的轻重：阻止提交 BLOCK、须说明 EXPLAIN、提醒 WARN。',
  values: {
    BLOCK: { value: 'block' },
    EXPLAIN: { value: 'explain' },
    WARN: { value: 'warn' },
  } satisfies Record<string, { value: SeverityWord }>,
})

export const Locale = builder.enumType('Locale', {
  description: '语言。',
  values: { ZH_CN: { value: 'zh-CN' }, EN: { value: 'en' } } satisfies Record<string, { value: LocaleWord }>,
})

export const IndicatorField = builder.enumType('IndicatorField', {
  description: '指标可以修改的栏目。',
  values: {
    LEVEL1: { value: 'level1', description: '一级指标' },
    LEVEL2: { value: 'level2', description: '二级指标' },
    NAME: { value: 'name', description: '三级指标' },
    TARGET: { value: 'target', description: '指标值' },
    ACTUAL: { value: 'actual', description: '实际完成值' },
    WEIGHT: { value: 'weight', description: '分值' },
    SCORE: { value: 'score', description: '得分' },
    REASON: { value: 'reason', description: '偏差原因分析及改进措施' },
    GRADE: { value: 'grade', description: '定性等次' },
  } satisfies Record<string, { value: Field; description: string }>,
})
