import { queryFromInfo } from '@pothos/plugin-prisma'
import { z } from 'zod'
import type { Prisma } from '@biaochi/prisma'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { checkedId, checkedSearch, checkedSize, decodeCursor, encodeCursor } from '../paging.ts'
import { connectionOf, nodePaths } from './connection.ts'
import { ProjectRef } from './project.ts'

const MAX_PAGE = 500

const ProjectConnection = connectionOf('Project', ProjectRef)

const ProjectFilter = builder.inputType('ProjectFilter', {
  description: '项目的筛选条件，同时满足。',
  fields: (t) => ({
    fiscalYear: t.int({ required: false, description: '财政年度。' }),
    agencyId: t.id({ required: false, description: '实施单位在这个单位或其下级。' }),
    text: t.string({ required: false, description: '项目名称或实施单位名称包含的文字。' }),
  }),
})

const cursorKey = z.tuple([z.int().min(-2147483648).max(2147483647), z.uuid(), z.uuid()])

const after = ([fiscalYear, implementerId, id]: z.infer<typeof cursorKey>): Prisma.ProjectWhereInput => ({
  OR: [
    { fiscalYear: { lt: fiscalYear } },
    { fiscalYear, implementerId: { gt: implementerId } },
    { fiscalYear, implementerId, id: { gt: id } },
  ],
})

const whereOf = async (
  filter: typeof ProjectFilter.$inferInput,
  context: Context,
): Promise<Prisma.ProjectWhereInput> => {
  const text = checkedSearch(filter.text, context)
  const like = { contains: text ?? '', mode: 'insensitive' } as const
  const { fiscalYear, agencyId } = filter
  return {
    ...(fiscalYear === null || fiscalYear === undefined ? {} : { fiscalYear }),
    ...(agencyId === null || agencyId === undefined
      ? {}
      : { implementerId: { in: [...(await context.agencies.subtreeIds(checkedId(agencyId, context)))] } }),
    ...(text === null ? {} : { OR: [{ name: like }, { implementer: { is: { name: like } } }] }),
  }
}

builder.queryField('projects', (t) =>
  t.field({
    type: ProjectConnection,
    description: '项目：年度新的在前，同一单位的在一起，按登记次序。',
    args: {
      filter: t.arg({ type: ProjectFilter, required: false, description: '筛选条件。' }),
      first: t.arg.int({ required: true, defaultValue: 50, description: `一页的行数，最多 ${MAX_PAGE}。` }),
      after: t.arg.string({ required: false, description: '上一页的 endCursor。' }),
    },
    resolve: async (_root, args, context, info) => {
      const size = checkedSize(args.first, MAX_PAGE, context)
      const key = decodeCursor(args.after, cursorKey, context)
      const where = await whereOf(args.filter ?? {}, context)
      const { project } = context.db.prisma
      const { select } = queryFromInfo({
        context,
        info,
        paths: nodePaths,
        typeName: 'Project',
        select: { id: true, fiscalYear: true, implementerId: true },
      })
      const rows = await project.findMany({
        select,
        where: key === null ? where : { AND: [where, after(key)] },
        orderBy: [{ fiscalYear: 'desc' }, { implementerId: 'asc' }, { id: 'asc' }],
        take: size + 1,
      })
      return {
        edges: rows
          .slice(0, size)
          .map((node) => ({ node, cursor: encodeCursor([node.fiscalYear, node.implementerId, node.id]) })),
        hasNextPage: rows.length > size,
        count: () => project.count({ where }),
      }
    },
  }),
)

builder.queryField('project', (t) =>
  t.prismaField({
    type: ProjectRef,
    nullable: true,
    description: '一个项目；没有则为空。',
    args: { id: t.arg.id({ required: true, description: '项目标识。' }) },
    resolve: (query, _root, { id }, context) =>
      context.db.prisma.project.findUnique({ ...query, where: { id: checkedId(id, context) } }),
  }),
)
