import { builder } from '../builder.ts'
import type { ProjectFilter } from '../reads/project-filter.ts'
import { AgencyChoice, DecimalRange, IntRange } from './conditions.ts'
import { ProjectForm, ProjectState, Severity } from './enums.ts'

export const ProjectFilterInput = builder.inputRef<ProjectFilter>('ProjectFilter').implement({
  description: '项目的筛选条件，同时满足；AND、OR、NOT 由它们组合。',
  fields: (t) => ({
    AND: t.field({ type: [ProjectFilterInput], required: false, description: '全部满足。' }),
    OR: t.field({ type: [ProjectFilterInput], required: false, description: '至少满足一个。' }),
    NOT: t.field({ type: ProjectFilterInput, required: false, description: '不满足。' }),
    id: t.idList({ required: false, description: '标识是其中之一。' }),
    fiscalYear: t.int({ required: false, description: '财政年度。' }),
    year: t.field({ type: IntRange, required: false, description: '财政年度的范围。' }),
    agencyId: t.id({
      required: false,
      deprecationReason: '改用 implementer: { within }。',
      description: '实施单位在这个单位或其下级。',
    }),
    implementer: t.field({ type: AgencyChoice, required: false, description: '实施单位。' }),
    supervisor: t.field({ type: AgencyChoice, required: false, description: '主管部门。' }),
    state: t.field({ type: [ProjectState], required: false, description: '状态是其中之一。' }),
    form: t.field({ type: [ProjectForm], required: false, description: '表格种类是其中之一。' }),
    nature: t.stringList({ required: false, description: '项目性质是其中之一。' }),
    category: t.stringList({ required: false, description: '项目类别是其中之一。' }),
    ruleGrade: t.stringList({ required: false, description: '规则等级是其中之一：优、良、中、差。' }),
    awardedGrade: t.stringList({ required: false, description: '自评等级是其中之一：优、良、中、差。' }),
    ruleTotal: t.field({ type: DecimalRange, required: false, description: '规则总分的范围。' }),
    awardedTotal: t.field({ type: DecimalRange, required: false, description: '自评总分的范围。' }),
    executionRate: t.field({
      type: DecimalRange,
      required: false,
      description: '预算执行率（照印）的范围。',
    }),
    incomplete: t.boolean({ required: false, description: '尚有指标未能计分。' }),
    hasFindings: t.boolean({ required: false, description: '有没有问题。' }),
    severity: t.field({ type: [Severity], required: false, description: '有这些轻重之一的问题。' }),
    text: t.string({ required: false, description: '项目名称或实施单位名称包含的文字。' }),
  }),
})
