import { formatFormMessage } from '@biaochi/forms'
import { builder } from '../builder.ts'
import type { FormFinding } from '../findings.ts'
import { Severity } from './enums.ts'

export const FormFindingRef = builder.objectRef<FormFinding>('FormFinding').implement({
  description: '导入文件中的一个问题，带行号。',
  fields: (t) => ({
    line: t.exposeInt('line', { description: '行号，从 1 起。' }),
    severity: t.expose('severity', { type: Severity, description: '轻重。' }),
    rule: t.exposeString('rule', { description: '规则名。' }),
    message: t.string({
      description: '一句话说明，语言依 Accept-Language。',
      resolve: ({ message }, _args, { locale }) => formatFormMessage(message, locale),
    }),
    projectIndex: t.exposeInt('projectIndex', {
      nullable: true,
      description: '文件中的第几个项目，从 0 起。',
    }),
  }),
})
