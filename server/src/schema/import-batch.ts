import { builder } from '../builder.ts'
import { FormFindingRef } from './form-finding.ts'
import { keptFindings } from '../findings.ts'

export const ImportBatchRef = builder.prismaObject('ImportBatch', {
  select: { id: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    fileName: t.exposeString('fileName'),
    layout: t.exposeString('layout', { nullable: true }),
    sha256: t.exposeString('sha256'),
    importedAt: t.expose('importedAt', { type: 'DateTime' }),
    author: t.exposeString('author'),
    projects: t.relation('projects', { query: { orderBy: [{ id: 'asc' }] } }),
    findings: t.field({
      type: [FormFindingRef],
      description: '读表时发现的问题。',
      select: { findings: true },
      resolve: ({ findings }) => keptFindings(findings),
    }),
  }),
})
