import type { CellChangeRow, ChangeSetRow } from '../reads/history-pages.ts'
import { builder } from '../builder.ts'
import { ChangeEntity, ChangeKind, ChangeSource } from './enums.ts'
import { NodeRef } from './node-interface.ts'

export const ChangeSetRef = builder.objectRef<ChangeSetRow>('ChangeSet').implement({
  description: '一次修改：一次键入、粘贴、导入、撤销……，也是一步撤销。A change set: one undo step.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: '标识（UUIDv7）。' }),
    number: t.exposeInt('number', { description: '修改号，按保存的先后，没有空号。' }),
    author: t.exposeString('author', { description: '修改人。' }),
    source: t.expose('source', { type: ChangeSource, description: '来历。' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: '修改时间。' }),
    cells: t.exposeInt('cells', { description: '修改的单元格数。' }),
    rows: t.exposeInt('rows', { description: '涉及的行数。' }),
    projects: t.exposeInt('projects', { description: '涉及的项目数。' }),
    undoesId: t.exposeID('undoesId', {
      nullable: true,
      description: '它撤销的是哪一次修改；重做时是哪一次撤销。',
    }),
    undoneById: t.exposeID('undoneById', {
      nullable: true,
      description: '撤销了它的那一次修改，仍然有效的。',
    }),
  }),
})

export const CellChangeRef = builder.objectRef<CellChangeRow>('CellChange').implement({
  description: '一个单元格的一次修改，或一行的增删。One changed cell, or a row made or deleted.',
  fields: (t) => ({
    changeSet: t.field({ type: ChangeSetRef, description: '属于哪一次修改。', resolve: ({ set }) => set }),
    rowId: t.exposeID('rowId', { description: '指标、项目或单位的标识。' }),
    projectId: t.exposeID('projectId', { nullable: true, description: '所属项目。' }),
    entity: t.expose('entity', { type: ChangeEntity, description: '改的是什么。' }),
    kind: t.expose('kind', { type: ChangeKind, description: '改单元格、增行、删行。' }),
    field: t.exposeString('field', {
      description:
        '栏目：指标的如 actual，项目的如 fund/annual/fiscal/executed；增删行是 row，文字是整行的 JSON。',
    }),
    before: t.exposeString('before', { nullable: true, description: '修改前的文字。' }),
    after: t.exposeString('after', { nullable: true, description: '修改后的文字。' }),
    rowVersion: t.exposeInt('rowVersion', { description: '修改后的行版本。' }),
  }),
})
