import { builder } from '../builder.ts'
import type { ProjectRow } from '../reads/row-types.ts'
import { findingsOfRow, wholeProject } from '../reads/whole-project.ts'
import { AgencyRef } from './agency.ts'
import { ProjectForm, ProjectState } from './enums.ts'
import { FindingCountsRef, FindingRef } from './finding.ts'
import { FundRef } from './fund.ts'
import { GoalRef, NarrativeRef } from './goal.ts'
import { ImportBatchRef } from './import-batch.ts'
import { IndicatorRef } from './indicator.ts'
import { NodeRef } from './node-interface.ts'
import { related } from './related.ts'

export const ProjectRef = builder.objectRef<ProjectRow>('Project')

ProjectRef.implement({
  description: '项目：一个单位在一个财政年度的一项支出。',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: '标识（UUIDv7）。' }),
    fiscalYear: t.exposeInt('fiscalYear', { description: '财政年度。' }),
    name: t.exposeString('name', { description: '项目名称。' }),
    form: t.expose('form', { type: ProjectForm, description: '表格种类：申报表或自评表。' }),
    state: t.expose('state', { type: ProjectState, description: '状态。' }),
    nature: t.exposeString('nature', { nullable: true, description: '项目性质（项目属性）。' }),
    category: t.exposeString('category', { nullable: true, description: '项目类别。' }),
    startDate: t.expose('startDate', { type: 'Date', nullable: true, description: '计划开始日期。' }),
    endDate: t.expose('endDate', { type: 'Date', nullable: true, description: '计划结束日期。' }),
    periodLabel: t.exposeString('periodLabel', { nullable: true, description: '项目期（照印）。' }),
    governmentProcurement: t.exposeString('governmentProcurement', {
      nullable: true,
      description: '是否政府采购（照印）。',
    }),
    performanceType: t.exposeString('performanceType', { nullable: true, description: '绩效类型。' }),
    implementer: t.field({
      type: AgencyRef,
      description: '实施单位。',
      resolve: related('Project', 'implementer'),
    }),
    supervisor: t.field({
      type: AgencyRef,
      nullable: true,
      description: '主管部门。',
      resolve: related('Project', 'supervisor'),
    }),
    frameworkId: t.exposeString('frameworkId', { nullable: true, description: '所用指标体系。' }),
    frameworkVersion: t.exposeInt('frameworkVersion', {
      nullable: true,
      description: '所用指标体系的版本。',
    }),
    schemeId: t.exposeString('schemeId', { description: '所用评分方案。' }),
    schemeVersion: t.exposeInt('schemeVersion', { description: '所用评分方案的版本。' }),
    funds: t.field({
      type: [FundRef],
      description: '资金。',
      resolve: related('Project', 'funds'),
    }),
    goals: t.field({
      type: [GoalRef],
      description: '总体目标。',
      resolve: related('Project', 'goals'),
    }),
    narratives: t.field({
      type: [NarrativeRef],
      description: '文字说明。',
      resolve: related('Project', 'narratives'),
    }),
    indicators: t.field({
      type: [IndicatorRef],
      description: '绩效指标。',
      resolve: related('Project', 'indicators'),
    }),
    executionWeight: t.expose('executionWeight', {
      type: 'Decimal',
      nullable: true,
      description: '预算执行分值（照印）。',
    }),
    executionRate: t.expose('executionRate', {
      type: 'Decimal',
      nullable: true,
      description: '预算执行率，百分数（照印）。',
    }),
    executionScore: t.expose('executionScore', {
      type: 'Decimal',
      nullable: true,
      description: '预算执行得分（照印）。',
    }),
    printedTotalWeight: t.expose('printedTotalWeight', {
      type: 'Decimal',
      nullable: true,
      description: '分值合计（照印）。',
    }),
    printedTotalScore: t.expose('printedTotalScore', {
      type: 'Decimal',
      nullable: true,
      description: '总分（照印）。',
    }),
    ruleTotal: t.expose('ruleTotal', { type: 'Decimal', nullable: true, description: '按规则计算的总分。' }),
    ruleGrade: t.exposeString('ruleGrade', {
      nullable: true,
      description: '按规则总分的等级：优、良、中、差。',
    }),
    awardedTotal: t.expose('awardedTotal', { type: 'Decimal', nullable: true, description: '自评总分。' }),
    awardedGrade: t.exposeString('awardedGrade', {
      nullable: true,
      description: '自评总分的等级：优、良、中、差。',
    }),
    incomplete: t.exposeBoolean('incomplete', { description: '尚有指标未能计分。' }),
    findingCounts: t.field({
      type: FindingCountsRef,
      description: '问题数。',
      extensions: { needs: { columns: ['blockingFindings', 'explainFindings', 'warningFindings'] } },
      resolve: (row) => ({
        block: row.blockingFindings,
        explain: row.explainFindings,
        warn: row.warningFindings,
      }),
    }),
    findings: t.field({
      type: [FindingRef],
      description: '全部问题：读表时发现的和现在按规则发现的。',
      extensions: { needs: wholeProject },
      resolve: (row) => [...findingsOfRow(row)],
    }),
    importBatch: t.field({
      type: ImportBatchRef,
      nullable: true,
      description: '导入批次。',
      resolve: related('Project', 'importBatch'),
    }),
    sourceLine: t.exposeInt('sourceLine', { nullable: true, description: '在导入文件中的起始行。' }),
    version: t.exposeInt('version', { description: '行版本，每次修改加一。' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: '建立时间。' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: '最近修改时间。' }),
  }),
})
