import type { Preview, PreviewedRow, PreviewedTotals } from '../actions/preview-changes.ts'
import { builder } from '../builder.ts'
import { FindingCountsRef } from './finding.ts'

const RowRef = builder.objectRef<PreviewedRow>('PreviewedIndicator').implement({
  description: '试算：一行会是怎样。',
  fields: (t) => ({
    indicatorId: t.exposeID('indicatorId', { description: '指标。' }),
    position: t.exposeInt('position', { description: '次序，从 0 起。' }),
    ruleScore: t.expose('ruleScore', { type: 'Decimal', nullable: true, description: '规则得分。' }),
    met: t.exposeBoolean('met', { nullable: true, description: '是否达到指标值。' }),
  }),
})

const TotalsRef = builder.objectRef<PreviewedTotals>('PreviewedProject').implement({
  description: '试算：一个项目的总分会是怎样。',
  fields: (t) => ({
    projectId: t.exposeID('projectId', { description: '项目。' }),
    ruleTotal: t.expose('ruleTotal', { type: 'Decimal', nullable: true, description: '按规则计算的总分。' }),
    ruleGrade: t.exposeString('ruleGrade', { nullable: true, description: '按规则总分的等级。' }),
    awardedTotal: t.expose('awardedTotal', { type: 'Decimal', nullable: true, description: '自评总分。' }),
    awardedGrade: t.exposeString('awardedGrade', { nullable: true, description: '自评总分的等级。' }),
    incomplete: t.exposeBoolean('incomplete', { description: '尚有指标未能计分。' }),
    findingCounts: t.expose('findingCounts', { type: FindingCountsRef, description: '问题数。' }),
  }),
})

export const PreviewRef = builder.objectRef<Preview>('ChangePreview').implement({
  description: '试算的结果：什么也没有保存。',
  fields: (t) => ({
    indicators: t.field({ type: [RowRef], description: '会改变的行。', resolve: ({ rows }) => [...rows] }),
    projects: t.field({
      type: [TotalsRef],
      description: '会改变的项目。',
      resolve: ({ projects }) => [...projects],
    }),
  }),
})
