import { builder } from '../builder.ts'
import { renewed, type Context } from '../context.ts'
import { refuse } from '../errors.ts'
import type { ChangeFilter } from '../live/change-filter.ts'
import { readLastNumber, type ChangeNotice, type NoticedCell } from '../live/change-notice.ts'
import { openChangeStream } from '../live/change-stream.ts'
import { checkedId } from '../paging.ts'
import { ChangeEntity, ChangeKind, ChangeSource } from './enums.ts'
import { ProjectRef } from './project.ts'

/** Who was away longer reads anew: that is less than being told everything. */
const MAX_REPLAY = 10_000

const ChangedCellRef = builder.objectRef<NoticedCell>('ChangedCell').implement({
  description: '一个单元格的修改，或一行的增删。One changed cell, or a row made or deleted.',
  fields: (t) => ({
    rowId: t.exposeID('rowId', { description: '指标、项目或单位的标识。' }),
    entity: t.expose('entity', { type: ChangeEntity, description: '改的是指标、项目还是单位。' }),
    kind: t.expose('kind', { type: ChangeKind, description: '改单元格、增行还是删行。' }),
    field: t.exposeString('field', { description: '栏目，如 actual；增删行时是 row。' }),
    before: t.exposeString('before', { nullable: true, description: '修改前的文字。' }),
    after: t.exposeString('after', { nullable: true, description: '修改后的文字。' }),
    rowVersion: t.exposeInt('rowVersion', { description: '修改后的行版本。' }),
    projectId: t.exposeID('projectId', { nullable: true, description: '所属项目。' }),
  }),
})

const projectIdsOf = ({ touched }: ChangeNotice): string[] => [
  ...new Set(touched.map(({ projectId }) => projectId).filter((id) => id !== null)),
]

export const ChangeNoticeRef = builder.objectRef<ChangeNotice>('ChangeNotice').implement({
  description: '一次已保存的修改。A change set that has been saved.',
  fields: (t) => ({
    number: t.exposeInt('number', {
      description: '修改号：按保存的先后，没有空号；断线后以收到的最后一个作为 since。',
    }),
    changeSetId: t.exposeID('changeSetId', { description: '这次修改的标识；自己的修改据此认出。' }),
    author: t.exposeString('author', { description: '修改人。' }),
    source: t.expose('source', { type: ChangeSource, description: '来历。' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: '修改时间。' }),
    cells: t.field({
      type: [ChangedCellRef],
      nullable: true,
      description: '符合筛选条件的各项修改；多于五千项时为空，请重读 projects。',
      resolve: ({ cells }) => (cells === null ? null : [...cells]),
    }),
    projectIds: t.idList({ description: '涉及的项目的标识。', resolve: projectIdsOf }),
    projects: t.field({
      type: [ProjectRef],
      description: '涉及的项目，带现在的总分和版本。',
      resolve: (notice, _args, { rows }, info) =>
        rows.byIds('Project', projectIdsOf(notice).toSorted(), info),
    }),
  }),
})

export const ChangesFilter = builder.inputType('ChangesFilter', {
  description: '要听哪些修改，同时满足。',
  fields: (t) => ({
    projectId: t.id({ required: false, description: '所属项目。' }),
    agencyId: t.id({ required: false, description: '实施单位在这个单位或其下级。' }),
    fiscalYear: t.int({ required: false, description: '财政年度。' }),
    since: t.int({
      required: false,
      description: '已知的最后一个修改号：先补发此后的修改，再继续；不给则从现在开始。',
    }),
  }),
})

/** A number beyond what this process has heard of may come from another process, not from the future. */
const checkSince = async (since: number, { db, locale, live: { feed } }: Context): Promise<void> => {
  const last = since > feed.last || feed.followers === 0 ? await readLastNumber(db.sql) : feed.last
  if (since < 0 || since > last) throw refuse(locale, 'BAD_INPUT', 'no-such-change-number', { last })
  if (last - since > MAX_REPLAY) throw refuse(locale, 'TOO_LARGE', 'replay-too-long', { max: MAX_REPLAY })
}

const isGiven = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined

/** The filter as it was asked for, checked; an agency stands for everything below it. */
export const readChangesFilter = async (
  given: typeof ChangesFilter.$inferInput | null | undefined,
  context: Context,
): Promise<ChangeFilter> => {
  const { projectId, agencyId, fiscalYear } = given ?? {}
  return {
    projectId: isGiven(projectId) ? checkedId(projectId, context).toLowerCase() : null,
    fiscalYear: fiscalYear ?? null,
    implementerIds: isGiven(agencyId)
      ? new Set(await context.agencies.subtreeIds(checkedId(agencyId, context)))
      : null,
  }
}

/** Opens the change sets after a number, or refuses. */
export const openChanges = async (
  filter: ChangeFilter,
  since: number | null,
  context: Context,
): Promise<AsyncIterableIterator<ChangeNotice>> => {
  const {
    locale,
    live: { feed, limits, signal },
  } = context
  if (feed.followers >= limits.subscriptions)
    throw refuse(locale, 'RATE_LIMITED', 'too-many-subscriptions', { max: limits.subscriptions })
  if (since !== null) await checkSince(since, context)
  return openChangeStream(feed, {
    filter,
    since,
    behind: limits.subscriberBehind,
    tooSlow: (last) => refuse(locale, 'RATE_LIMITED', 'subscriber-too-slow', { since: last }),
    signal,
  })
}

/** A subscription lives long: what a request may remember of the database would be stale at its next event. */
export const forget = (context: Context): void => void Object.assign(context, renewed(context))

builder.subscriptionType({ description: '订阅。Live.' })

builder.subscriptionField('changes', (t) =>
  t.field({
    type: ChangeNoticeRef,
    description:
      '别人和自己保存的修改，按修改号依次送来，每次一个，不漏不重（Accept: text/event-stream）。Saved changes, live.',
    args: { filter: t.arg({ type: ChangesFilter, required: false, description: '筛选条件。' }) },
    subscribe: async (_root, { filter }, context) =>
      openChanges(await readChangesFilter(filter, context), filter?.since ?? null, context),
    resolve: (notice, _args, context) => {
      forget(context)
      return notice
    },
  }),
)

builder.queryField('changeNumber', (t) =>
  t.int({
    description: '最后一个修改号：先读它，再读数据，再以它为 since 订阅，就什么也不会漏。',
    resolve: (_root, _args, { db }) => readLastNumber(db.sql),
  }),
)
