import type { YearCount } from '../agency-catalog.ts'
import { builder } from '../builder.ts'

export const YearCountRef = builder.objectRef<YearCount>('YearCount').implement({
  description: '某一财政年度的项目数。',
  fields: (t) => ({
    fiscalYear: t.exposeInt('fiscalYear', { description: '财政年度。' }),
    projects: t.exposeInt('projects', { description: '项目数。' }),
  }),
})

builder.queryField('fiscalYears', (t) =>
  t.field({
    type: [YearCountRef],
    description: '有项目的财政年度，新的在前。',
    resolve: async (_root, _args, { db }) => {
      const years = await db.prisma.project.groupBy({
        by: ['fiscalYear'],
        _count: true,
        orderBy: { fiscalYear: 'desc' },
      })
      return years.map((year) => ({ fiscalYear: year.fiscalYear, projects: year._count }))
    },
  }),
)
