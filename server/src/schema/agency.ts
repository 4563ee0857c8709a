import { builder } from '../builder.ts'
import { YearCountRef } from './year-count.ts'

// Relations come from the request's catalog, never from Prisma: the tree is read once whatever the depth.
export const AgencyRef = builder.prismaObject('Agency', {
  fields: (t) => ({
    id: t.exposeID('id'),
    code: t.exposeString('code', { nullable: true }),
    name: t.exposeString('name'),
    shortName: t.exposeString('shortName', { nullable: true }),
    formerNames: t.exposeStringList('formerNames'),
    region: t.exposeString('region', { nullable: true }),
    active: t.exposeBoolean('active'),
    version: t.exposeInt('version'),
    projectCounts: t.field({
      type: [YearCountRef],
      description: '本单位（不含下级）实施的项目数，按年度。',
      resolve: async ({ id }, _args, { agencies }) => [...(await agencies.projectCounts(id))],
    }),
  }),
})

// Apart from the others because they name the type they belong to.
builder.prismaObjectFields(AgencyRef, (t) => ({
  parent: t.field({
    type: AgencyRef,
    nullable: true,
    description: '上级单位。',
    resolve: async ({ parentId }, _args, { agencies }) =>
      parentId === null ? null : ((await agencies.load()).byId.get(parentId) ?? null),
  }),
  children: t.field({
    type: [AgencyRef],
    description: '直属下级单位。',
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
