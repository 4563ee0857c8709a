import { formatFormMessage } from '@biaochi/forms'
import { builder } from '../builder.ts'
import type { FindingCounts, ProjectFinding } from '../findings.ts'
import { Severity } from './enums.ts'

export const FindingRef = builder.objectRef<ProjectFinding>('Finding').implement({
  description: '细心的人会指出的问题，指向所在的单元格。',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: '规则名。' }),
    severity: t.expose('severity', { type: Severity, description: '轻重。' }),
    message: t.string({
      description: '一句话说明，语言依 Accept-Language。',
      resolve: ({ message }, _args, { locale }) => formatFormMessage(message, locale),
    }),
    indicatorId: t.exposeID('indicatorId', { nullable: true, description: '所在指标。' }),
    field: t.exposeString('field', { nullable: true, description: '所在栏目。' }),
    at: t.exposeString('at', {
      description:
        '单元格的路径，如 fund/annual/fiscal/executed、indicator/3/target；读表时的问题是 line/17。',
    }),
    line: t.exposeInt('line', { nullable: true, description: '在导入文件中的行号。' }),
    fix: t.string({
      nullable: true,
      description: '建议填入该单元格的文字。',
      resolve: ({ fix }) => fix?.value ?? null,
    }),
    fixField: t.string({
      nullable: true,
      description: '建议修改的栏目。',
      resolve: ({ fix }) => fix?.field ?? null,
    }),
  }),
})

export const FindingCountsRef = builder.objectRef<FindingCounts>('FindingCounts').implement({
  description: '各种轻重的问题数。',
  fields: (t) => ({
    block: t.exposeInt('block', { description: '阻止提交的。' }),
    explain: t.exposeInt('explain', { description: '须说明的。' }),
    warn: t.exposeInt('warn', { description: '提醒的。' }),
  }),
})
