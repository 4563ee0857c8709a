import { builder } from '../builder.ts'
import type { ImportBatchRow } from '../reads/row-types.ts'
import { FormFindingRef } from './form-finding.ts'
import { keptFindings } from '../findings.ts'
import { NodeRef } from './node-interface.ts'
import { ProjectRef } from './project.ts'
import { related } from './related.ts'

export const ImportBatchRef = builder.objectRef<ImportBatchRow>('ImportBatch')

ImportBatchRef.implement({
  description: '导入批次：一次导入的一个文件，原文保留。',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: '标识（UUIDv7）。' }),
    fileName: t.exposeString('fileName', { description: '文件名。' }),
    layout: t.exposeString('layout', { nullable: true, description: '识别出的表格版式。' }),
    sha256: t.exposeString('sha256', { description: '原文的 SHA-256。' }),
    importedAt: t.expose('importedAt', { type: 'DateTime', description: '导入时间。' }),
    author: t.exposeString('author', { description: '导入人。' }),
    projects: t.field({
      type: [ProjectRef],
      description: '由此导入的项目。',
      resolve: related('ImportBatch', 'projects'),
    }),
    findings: t.field({
      type: [FormFindingRef],
      description: '读表时发现的问题。',
      extensions: { needs: { columns: ['findings'] } },
      resolve: ({ findings }) => keptFindings(findings),
    }),
  }),
})
