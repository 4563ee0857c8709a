import { builder } from '../builder.ts'
import { checkedId } from '../paging.ts'
import { orderKeys } from '../reads/order-keys.ts'
import { readPage } from '../reads/page.ts'
import { fixedByProject, projectCondition } from '../reads/project-filter.ts'
import { defaultProjectOrder, projectOrders } from '../reads/project-order.ts'
import { OrderDirection } from './conditions.ts'
import { connectionOf } from './connection.ts'
import { ProjectFilterInput } from './project-filter.ts'
import { ProjectRef } from './project.ts'

const MAX_PAGE = 500

export const ProjectConnection = connectionOf('Project', ProjectRef)

const OrderField = builder.enumType('ProjectOrderField', {
  description: '项目可以按什么排列。',
  values: {
    FISCAL_YEAR: { description: '财政年度' },
    IMPLEMENTER: { description: '实施单位（同一单位的在一起）' },
    IMPLEMENTER_NAME: { description: '实施单位名称' },
    SUPERVISOR_NAME: { description: '主管部门名称' },
    NAME: { description: '项目名称' },
    FORM: { description: '表格种类' },
    STATE: { description: '状态，由草稿到公开' },
    NATURE: { description: '项目性质' },
    CATEGORY: { description: '项目类别' },
    START_DATE: { description: '计划开始日期' },
    END_DATE: { description: '计划结束日期' },
    EXECUTION_RATE: { description: '预算执行率（照印）' },
    RULE_TOTAL: { description: '规则总分' },
    AWARDED_TOTAL: { description: '自评总分' },
    BLOCKING_FINDINGS: { description: '阻止提交的问题数' },
    FINDINGS: { description: '全部问题数' },
    CREATED_AT: { description: '建立时间' },
    UPDATED_AT: { description: '最近修改时间' },
    ID: { description: '标识，即登记次序' },
  } satisfies Record<keyof typeof projectOrders, { description: string }>,
})

export const ProjectOrder = builder.inputType('ProjectOrder', {
  description: '项目排列的一步。',
  fields: (t) => ({
    field: t.field({ type: OrderField, description: '按什么。' }),
    direction: t.field({ type: OrderDirection, defaultValue: 'ASC', description: '次序。' }),
  }),
})

builder.queryField('projects', (t) =>
  t.field({
    type: ProjectConnection,
    description: '项目：年度新的在前，同一单位的在一起，按登记次序；orderBy 另定。',
    args: {
      filter: t.arg({ type: ProjectFilterInput, required: false, description: '筛选条件。' }),
      orderBy: t.arg({ type: [ProjectOrder], required: false, description: '依次按这些排列，最后按标识。' }),
      first: t.arg.int({ required: true, defaultValue: 50, description: `一页的行数，最多 ${MAX_PAGE}。` }),
      after: t.arg.string({ required: false, description: '上一页的 endCursor；排列须与上一页相同。' }),
    },
    resolve: (_root, { filter, orderBy, first, after }, context, info) => {
      const listing = {
        source: '"project" p',
        where: projectCondition(filter ?? {}, context),
        fixed: fixedByProject(filter ?? {}),
        order: orderKeys(projectOrders, orderBy ?? defaultProjectOrder, context),
      }
      return readPage('Project', listing, { first, after, max: MAX_PAGE }, context, info)
    },
  }),
)

builder.queryField('project', (t) =>
  t.field({
    type: ProjectRef,
    nullable: true,
    description: '一个项目；没有则为空。',
    args: { id: t.arg.id({ required: true, description: '项目标识。' }) },
    resolve: (_root, { id }, context, info) => context.rows.byId('Project', checkedId(id, context), info),
  }),
)
