import { queryFromInfo } from '@pothos/plugin-prisma'
import { z } from 'zod'
import type { Prisma } from '@biaochi/prisma'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { checkedId, checkedSearch, checkedSize, decodeCursor, encodeCursor } from '../paging.ts'
import { connectionOf, nodePaths } from './connection.ts'
import { IndicatorPeriod } from './enums.ts'
import { IndicatorRef } from './indicator.ts'

const MAX_PAGE = 5000

const IndicatorConnection = connectionOf('Indicator', IndicatorRef)

const IndicatorFilter = builder.inputType('IndicatorFilter', {
  description: '指标的筛选条件，同时满足。',
  fields: (t) => ({
    fiscalYear: t.int({ required: false, description: '财政年度。' }),
    agencyId: t.id({ required: false, description: '实施单位在这个单位或其下级。' }),
    projectId: t.id({ required: false, description: '所属项目。' }),
    text: t.string({ required: false, description: '指标、指标值、实际完成值、项目或实施单位包含的文字。' }),
    period: t.field({ type: IndicatorPeriod, required: false, description: '时期。' }),
  }),
})

const int4 = z.int().min(-2147483648).max(2147483647)
const cursorKey = z.tuple([int4, z.uuid(), z.uuid(), int4, z.uuid()])

const after = ([fiscalYear, implementerId, projectId, position, id]: z.infer<
  typeof cursorKey
>): Prisma.IndicatorWhereInput => ({
  OR: [
    { fiscalYear: { lt: fiscalYear } },
    { fiscalYear, implementerId: { gt: implementerId } },
    { fiscalYear, implementerId, projectId: { gt: projectId } },
    { fiscalYear, implementerId, projectId, position: { gt: position } },
    { fiscalYear, implementerId, projectId, position, id: { gt: id } },
  ],
})

const textWhere = (text: string): Prisma.IndicatorWhereInput => {
  const like = { contains: text, mode: 'insensitive' } as const
  return {
    OR: [
      { name: like },
      { targetRaw: like },
      { actualRaw: like },
      { project: { is: { OR: [{ name: like }, { implementer: { is: { name: like } } }] } } },
    ],
  }
}

const whereOf = async (
  filter: typeof IndicatorFilter.$inferInput,
  context: Context,
): Promise<Prisma.IndicatorWhereInput> => {
  const text = checkedSearch(filter.text, context)
  const { fiscalYear, agencyId, projectId, period } = filter
  return {
    ...(fiscalYear === null || fiscalYear === undefined ? {} : { fiscalYear }),
    ...(agencyId === null || agencyId === undefined
      ? {}
      : { implementerId: { in: [...(await context.agencies.subtreeIds(checkedId(agencyId, context)))] } }),
    ...(projectId === null || projectId === undefined ? {} : { projectId: checkedId(projectId, context) }),
    ...(period === null || period === undefined ? {} : { period }),
    ...(text === null ? {} : textWhere(text)),
  }
}

builder.queryField('indicators', (t) =>
  t.field({
    type: IndicatorConnection,
    description: '指标：次序与项目相同，项目内按表上的次序。',
    args: {
      filter: t.arg({ type: IndicatorFilter, required: false, description: '筛选条件。' }),
      first: t.arg.int({ required: true, defaultValue: 100, description: `一页的行数，最多 ${MAX_PAGE}。` }),
      after: t.arg.string({ required: false, description: '上一页的 endCursor。' }),
    },
    resolve: async (_root, args, context, info) => {
      const size = checkedSize(args.first, MAX_PAGE, context)
      const key = decodeCursor(args.after, cursorKey, context)
      const where = await whereOf(args.filter ?? {}, context)
      const { indicator } = context.db.prisma
      const { select } = queryFromInfo({
        context,
        info,
        paths: nodePaths,
        typeName: 'Indicator',
        select: { id: true, fiscalYear: true, implementerId: true, projectId: true, position: true },
      })
      const rows = await indicator.findMany({
        select,
        where: key === null ? where : { AND: [where, after(key)] },
        orderBy: [
          { fiscalYear: 'desc' },
          { implementerId: 'asc' },
          { projectId: 'asc' },
          { position: 'asc' },
          { id: 'asc' },
        ],
        take: size + 1,
      })
      return {
        edges: rows.slice(0, size).map((node) => ({
          node,
          cursor: encodeCursor([node.fiscalYear, node.implementerId, node.projectId, node.position, node.id]),
        })),
        hasNextPage: rows.length > size,
        count: () => indicator.count({ where }),
      }
    },
  }),
)
