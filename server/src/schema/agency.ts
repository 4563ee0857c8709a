import { builder } from '../builder.ts'
import type { AgencyRow } from '../reads/row-types.ts'
import { NodeRef } from './node-interface.ts'
import { YearCountRef } from './year-count.ts'

// Where parents or children are asked for, agencies come from the request's catalog: the tree is read once whatever the
// depth.
export const AgencyRef = builder.objectRef<AgencyRow>('Agency').implement({
  description: '单位（主管部门、实施单位），构成一棵树。',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: '标识（UUIDv7）。' }),
    parentId: t.exposeID('parentId', {
      nullable: true,
      description: '上级单位的标识。The id of the agency above.',
    }),
    code: t.exposeString('code', { nullable: true, description: '统一社会信用代码或单位代码。' }),
    name: t.exposeString('name', { description: '单位全称。' }),
    shortName: t.exposeString('shortName', { nullable: true, description: '简称。' }),
    formerNames: t.exposeStringList('formerNames', { description: '曾用名。' }),
    region: t.exposeString('region', { nullable: true, description: '行政区划。' }),
    active: t.exposeBoolean('active', { description: '是否在用。' }),
    version: t.exposeInt('version', { description: '行版本，每次修改加一。' }),
    projectCounts: t.field({
      type: [YearCountRef],
      description: '本单位（不含下级）实施的项目数，按年度。',
      resolve: async ({ id }, _args, { agencies }) => [...(await agencies.projectCounts(id))],
    }),
  }),
})

// Apart from the others because they name the type they belong to.
builder.objectFields(AgencyRef, (t) => ({
  parent: t.field({
    type: AgencyRef,
    nullable: true,
    description: '上级单位。',
    extensions: { needs: { columns: ['parentId'], tree: true } },
    resolve: async ({ parentId }, _args, { agencies }) =>
      parentId === null ? null : ((await agencies.load()).byId.get(parentId) ?? null),
  }),
  children: t.field({
    type: [AgencyRef],
    description: '直属下级单位。',
    extensions: { needs: { tree: true } },
    resolve: async ({ id }, _args, { agencies }) => [...((await agencies.load()).children.get(id) ?? [])],
  }),
}))

builder.queryField('agencies', (t) =>
  t.field({
    type: [AgencyRef],
    description: '全部单位，按代码排列。',
    resolve: async (_root, _args, { agencies }) => [...(await agencies.load()).all],
  }),
)
