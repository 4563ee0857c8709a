import { builder } from '../builder.ts'
import type { IndicatorFilter } from '../reads/indicator-filter.ts'
import { AgencyChoice, DecimalRange, IntRange } from './conditions.ts'
import { IndicatorPeriod, MeasureKind, QualitativeGrade } from './enums.ts'
import { ProjectFilterInput } from './project-filter.ts'

export const IndicatorFilterInput = builder.inputRef<IndicatorFilter>('IndicatorFilter').implement({
  description: '指标的筛选条件，同时满足；AND、OR、NOT 由它们组合。',
  fields: (t) => ({
    AND: t.field({ type: [IndicatorFilterInput], required: false, description: '全部满足。' }),
    OR: t.field({ type: [IndicatorFilterInput], required: false, description: '至少满足一个。' }),
    NOT: t.field({ type: IndicatorFilterInput, required: false, description: '不满足。' }),
    id: t.idList({ required: false, description: '标识是其中之一。' }),
    fiscalYear: t.int({ required: false, description: '财政年度。' }),
    year: t.field({ type: IntRange, required: false, description: '财政年度的范围。' }),
    agencyId: t.id({
      required: false,
      deprecationReason: '改用 implementer: { within }。',
      description: '实施单位在这个单位或其下级。',
    }),
    implementer: t.field({ type: AgencyChoice, required: false, description: '实施单位。' }),
    projectId: t.id({ required: false, description: '所属项目。' }),
    project: t.field({ type: ProjectFilterInput, required: false, description: '所属项目的条件。' }),
    period: t.field({ type: IndicatorPeriod, required: false, description: '时期。' }),
    level1: t.stringList({ required: false, description: '一级指标是其中之一。' }),
    level2: t.stringList({ required: false, description: '二级指标是其中之一。' }),
    targetKind: t.field({ type: [MeasureKind], required: false, description: '指标值的性质是其中之一。' }),
    actualKind: t.field({
      type: [MeasureKind],
      required: false,
      description: '实际完成值的性质是其中之一。',
    }),
    met: t.boolean({ required: false, description: '是否达到指标值；无从判断的两者都不是。' }),
    grade: t.field({ type: [QualitativeGrade], required: false, description: '定性等次是其中之一。' }),
    weight: t.field({ type: DecimalRange, required: false, description: '分值的范围。' }),
    ruleScore: t.field({ type: DecimalRange, required: false, description: '规则得分的范围。' }),
    score: t.field({ type: DecimalRange, required: false, description: '自评得分的范围。' }),
    text: t.string({ required: false, description: '指标、指标值、实际完成值、项目或实施单位包含的文字。' }),
  }),
})
