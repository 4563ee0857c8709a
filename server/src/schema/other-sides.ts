import { createContextCache } from '@pothos/core'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { KeyBatch } from '../reads/key-batch.ts'
import {
  counterpartIndicator,
  nextIndicator,
  nextProject,
  otherFormProject,
  previousIndicator,
  previousProject,
  type OtherSides,
} from '../reads/other-sides.ts'
import { IndicatorRef } from './indicator.ts'
import { ProjectRef } from './project.ts'

/** Finds other sides for one request: one statement for all rows that ask at the same time. */
const finder = (find: OtherSides) =>
  createContextCache(({ db }: Context) => new KeyBatch((ids) => find(db.sql, ids)))

const finders = {
  previousProject: finder(previousProject),
  nextProject: finder(nextProject),
  otherFormProject: finder(otherFormProject),
  previousIndicator: finder(previousIndicator),
  nextIndicator: finder(nextIndicator),
  counterpart: finder(counterpartIndicator),
}

builder.objectFields(ProjectRef, (t) => ({
  previousYear: t.field({
    type: ProjectRef,
    nullable: true,
    description:
      '上一财政年度的同一项目：实施单位相同，名称相同（全半角、大小写、空白不计）；两种表都有时取自评表。The same project one fiscal year earlier: same implementer and name; of two papers the self-evaluation.',
    resolve: async ({ id }, _args, context, info) => {
      const other = await finders.previousProject(context).load(id)
      return other === null ? null : context.rows.byId('Project', other, info)
    },
  }),
  nextYear: t.field({
    type: ProjectRef,
    nullable: true,
    description: '下一财政年度的同一项目。The same project one fiscal year later.',
    resolve: async ({ id }, _args, context, info) => {
      const other = await finders.nextProject(context).load(id)
      return other === null ? null : context.rows.byId('Project', other, info)
    },
  }),
  otherForm: t.field({
    type: ProjectRef,
    nullable: true,
    description:
      '同一项目同一年度的另一种表（申报表 ↔ 自评表）。The other paper of the same project and year (declaration ↔ self-evaluation).',
    resolve: async ({ id }, _args, context, info) => {
      const other = await finders.otherFormProject(context).load(id)
      return other === null ? null : context.rows.byId('Project', other, info)
    },
  }),
}))

builder.objectFields(IndicatorRef, (t) => ({
  previousYear: t.field({
    type: IndicatorRef,
    nullable: true,
    description:
      '上一财政年度的同一指标：项目、时期、二级指标、名称相同。The same indicator one fiscal year earlier: same project, period, level 2 and name.',
    resolve: async ({ id }, _args, context, info) => {
      const other = await finders.previousIndicator(context).load(id)
      return other === null ? null : context.rows.byId('Indicator', other, info)
    },
  }),
  nextYear: t.field({
    type: IndicatorRef,
    nullable: true,
    description: '下一财政年度的同一指标。The same indicator one fiscal year later.',
    resolve: async ({ id }, _args, context, info) => {
      const other = await finders.nextIndicator(context).load(id)
      return other === null ? null : context.rows.byId('Indicator', other, info)
    },
  }),
  counterpart: t.field({
    type: IndicatorRef,
    nullable: true,
    description:
      '同一项目里另一时期（年度 ↔ 中期）的同一指标。The same indicator of the other period (annual ↔ mid-term) in the same project.',
    resolve: async ({ id }, _args, context, info) => {
      const other = await finders.counterpart(context).load(id)
      return other === null ? null : context.rows.byId('Indicator', other, info)
    },
  }),
}))
