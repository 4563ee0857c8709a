import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { checkedId, checkedList } from '../paging.ts'
import type { StatsDimension, StatsQuestion } from '../reads/stats-sql.ts'
import { IndicatorPeriod, ProjectForm, ProjectState } from './enums.ts'

export const StatsFilter = builder.inputType('StatsFilter', {
  description: '统计的筛选条件，同时满足。What to count; every condition must hold.',
  fields: (t) => ({
    fiscalYears: t.intList({ required: false, description: '财政年度之一。One of these fiscal years.' }),
    agencyId: t.id({
      required: false,
      description: '实施单位在这个单位或其下级。Implemented by this agency or one below it.',
    }),
    forms: t.field({
      type: [ProjectForm],
      required: false,
      description: '表格种类之一。One of these kinds of form.',
    }),
    states: t.field({
      type: [ProjectState],
      required: false,
      description: '项目状态之一。One of these states.',
    }),
    level1s: t.stringList({
      required: false,
      description:
        '一级指标之一；只计有这些指标的项目。One of these levels 1; only projects that have such indicators count.',
    }),
    period: t.field({
      type: IndicatorPeriod,
      required: false,
      description:
        '指标所属时期；只计有这种指标的项目。Period of the indicators; only projects that have such count.',
    }),
  }),
})

/** Which agency each one counts for: one step below `below`, else below the only root, else its root. */
const topsOf = async (below: string | null, { agencies }: Context): Promise<[string, string][]> => {
  const { all, children } = await agencies.load()
  const roots = children.get(null) ?? []
  const only = below ?? (roots.length === 1 ? roots[0]?.id : undefined)
  const heads =
    only === undefined ? roots.map(({ id }) => id) : (children.get(only) ?? []).map(({ id }) => id)
  const tops = new Map(all.map(({ id }) => [id, id]))
  for (const head of heads) for (const id of await agencies.subtreeIds(head)) tops.set(id, head)
  return [...tops]
}

/** The filter as the read knows it; lists are bounded, texts are storable. */
export const questionOf = async (
  filter: typeof StatsFilter.$inferInput,
  groupBy: readonly StatsDimension[],
  context: Context,
): Promise<Omit<StatsQuestion, 'groups' | 'total' | 'limit'>> => {
  const agencyId = filter.agencyId ?? null
  const checked = agencyId === null ? null : checkedId(agencyId, context)
  return {
    groupBy,
    fiscalYears: checkedList(filter.fiscalYears, context),
    agencyIds: checked === null ? null : await context.agencies.subtreeIds(checked),
    forms: checkedList(filter.forms, context),
    states: checkedList(filter.states, context),
    level1s: checkedList(filter.level1s, context),
    period: filter.period ?? null,
    tops: groupBy.includes('TOP_AGENCY') ? await topsOf(checked, context) : [],
  }
}
