import { builder } from '../builder.ts'
import { askedFields } from '../asked-fields.ts'
import { checkedSize } from '../paging.ts'
import type { StatsNumber } from '../reads/stats-numbers.ts'
import type { AskedNumbers, StatsDimension as Dimension } from '../reads/stats-sql.ts'
import { readStats, type Stats, type StatsRow } from '../reads/stats.ts'
import { AgencyRef } from './agency.ts'
import { ProjectForm } from './enums.ts'
import { FindingCountsRef } from './finding.ts'
import { questionOf, StatsFilter } from './stats-filter.ts'

const MAX_GROUPS = 10_000

const StatsDimension = builder.enumType('StatsDimension', {
  description: '统计的分组依据。What the numbers are grouped by.',
  values: {
    FISCAL_YEAR: { description: '财政年度。Fiscal year.' },
    AGENCY: { description: '实施单位。Implementing agency.' },
    TOP_AGENCY: {
      description:
        '上层单位：筛选单位的直属下级（没有筛选时是最上级单位；只有一个最上级单位时是它的直属下级），含其全部下级。The agency one step below the filter’s (without one: the topmost, or one step below the only topmost), counted with everything below it.',
    },
    LEVEL1: { description: '一级指标。Level 1 of the indicator.' },
    LEVEL2: { description: '二级指标。Level 2 of the indicator.' },
    GRADE: { description: '项目自评等级：优、良、中、差。Grade of the project’s awarded total.' },
    FORM: { description: '表格种类。Kind of form.' },
  } satisfies Record<Dimension, { description: string }>,
})

const number = (name: StatsNumber) => (row: StatsRow) => Number(row.numbers[name] ?? 0)

const StatsRowRef = builder.objectRef<StatsRow>('StatsRow').implement({
  description:
    '一组的统计数。分组依据以外的键为空。The numbers of one group; a key that was not grouped by is null.',
  fields: (t) => ({
    fiscalYear: t.int({
      nullable: true,
      description: '财政年度（按它分组时）。Fiscal year, when grouped by it.',
      resolve: ({ keys }) => (typeof keys.FISCAL_YEAR === 'string' ? Number(keys.FISCAL_YEAR) : null),
    }),
    agencyId: t.id({
      nullable: true,
      description:
        '单位标识（按 AGENCY 或 TOP_AGENCY 分组时）。Id of the agency, when grouped by AGENCY or TOP_AGENCY.',
      resolve: ({ keys }) => keys.AGENCY ?? keys.TOP_AGENCY ?? null,
    }),
    agency: t.field({
      type: AgencyRef,
      nullable: true,
      description: '实施单位（按 AGENCY 分组时）。Implementing agency, when grouped by AGENCY.',
      resolve: async ({ keys }, _args, { agencies }) =>
        typeof keys.AGENCY === 'string' ? ((await agencies.load()).byId.get(keys.AGENCY) ?? null) : null,
    }),
    topAgency: t.field({
      type: AgencyRef,
      nullable: true,
      description: '上层单位（按 TOP_AGENCY 分组时）。Upper agency, when grouped by TOP_AGENCY.',
      resolve: async ({ keys }, _args, { agencies }) =>
        typeof keys.TOP_AGENCY === 'string'
          ? ((await agencies.load()).byId.get(keys.TOP_AGENCY) ?? null)
          : null,
    }),
    level1: t.string({
      nullable: true,
      description: '一级指标（按它分组时）。Level 1, when grouped by it.',
      resolve: ({ keys }) => keys.LEVEL1 ?? null,
    }),
    level2: t.string({
      nullable: true,
      description: '二级指标（按它分组时）。Level 2, when grouped by it.',
      resolve: ({ keys }) => keys.LEVEL2 ?? null,
    }),
    grade: t.string({
      nullable: true,
      description:
        '等级：优、良、中、差（按它分组时）；没有总分的项目一组为空。Grade, when grouped by it; null also for projects without a total.',
      resolve: ({ keys }) => keys.GRADE ?? null,
    }),
    form: t.field({
      type: ProjectForm,
      nullable: true,
      description: '表格种类（按它分组时）。Kind of form, when grouped by it.',
      resolve: ({ keys }) =>
        keys.FORM === 'DECLARATION' || keys.FORM === 'SELF_EVALUATION' ? keys.FORM : null,
    }),
    projects: t.int({ description: '项目数。Number of projects.', resolve: number('projects') }),
    indicators: t.int({ description: '指标数。Number of indicators.', resolve: number('indicators') }),
    weight: t.field({
      type: 'Decimal',
      nullable: true,
      description: '分值之和（分）。Sum of weights, in points.',
      resolve: ({ numbers }) => numbers.weight,
    }),
    ruleScore: t.field({
      type: 'Decimal',
      nullable: true,
      description: '规则得分之和（分）。Sum of rule scores, in points.',
      resolve: ({ numbers }) => numbers.rule_score,
    }),
    score: t.field({
      type: 'Decimal',
      nullable: true,
      description: '自评得分之和（分）。Sum of awarded scores, in points.',
      resolve: ({ numbers }) => numbers.score,
    }),
    scored: t.int({
      description: '有自评得分的指标数。Number of indicators with an awarded score.',
      resolve: number('scored'),
    }),
    averageScore: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        '每个有得分的指标的平均自评得分，四舍五入到 4 位小数。Average awarded score of the indicators that have one, half-up to 4 decimals.',
      resolve: ({ numbers }) => numbers.average_score,
    }),
    averageRuleTotal: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        '项目规则总分的平均，4 位小数。Average of the projects’ rule totals, half-up to 4 decimals.',
      resolve: ({ numbers }) => numbers.average_rule,
    }),
    averageAwardedTotal: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        '项目自评总分的平均，4 位小数。Average of the projects’ awarded totals, half-up to 4 decimals.',
      resolve: ({ numbers }) => numbers.average_awarded,
    }),
    adjusted: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        '全年预算数之和（元），只计两个数都填了的项目。Sum of adjusted budgets in yuan, of the projects that state both numbers.',
      resolve: ({ numbers }) => numbers.adjusted,
    }),
    executed: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        '全年执行数之和（元），只计两个数都填了的项目。Sum executed in yuan, of the projects that state both numbers.',
      resolve: ({ numbers }) => numbers.executed,
    }),
    executionRate: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        '执行率（%）：执行数之和 ÷ 全年预算数之和，四舍五入到 0.01；预算为 0 则为空。Execution rate in percent, half-up to 0.01; null for a budget of 0.',
      resolve: ({ numbers }) => numbers.execution_rate,
    }),
    met: t.int({
      description: '达到指标值的指标数。Number of indicators that are met.',
      resolve: number('met'),
    }),
    judged: t.int({
      description: '能判断是否达到的指标数。Number of indicators of which it can be told.',
      resolve: number('judged'),
    }),
    metRate: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        '达标率（%）：met ÷ judged，四舍五入到 0.01。Rate of met indicators in percent, half-up to 0.01.',
      resolve: ({ numbers }) => numbers.met_rate,
    }),
    findingCounts: t.field({
      type: FindingCountsRef,
      description: '问题数之和。Sum of the findings by severity.',
      resolve: (row) => ({
        block: number('block')(row),
        explain: number('explain')(row),
        warn: number('warn')(row),
      }),
    }),
  }),
})

const StatsRef = builder.objectRef<Stats>('Stats').implement({
  description: '统计：合计与各组。Numbers of everything and of each group.',
  fields: (t) => ({
    total: t.expose('total', {
      type: StatsRowRef,
      description: '合计；每个项目只计一次。Everything together; each project counts once.',
    }),
    groups: t.field({
      type: [StatsRowRef],
      description:
        '各组，按 groupBy 的次序排列：年度新的在前，等级优在前，其余按文字；没有键的组在最后。The groups, ordered by their keys.',
      resolve: ({ groups }) => [...groups],
    }),
    hasMore: t.exposeBoolean('hasMore', {
      description: '组数超过 first，后面的没有给出。There are more groups than first.',
    }),
  }),
})

/** The numbers a field is made of; fields of the group's key need none. */
const numbersOf: Readonly<Record<string, readonly StatsNumber[]>> = {
  projects: ['projects'],
  averageRuleTotal: ['rule_sum', 'rule_count'],
  averageAwardedTotal: ['awarded_sum', 'awarded_count'],
  findingCounts: ['block', 'explain', 'warn'],
  adjusted: ['adjusted'],
  executed: ['executed'],
  executionRate: ['adjusted', 'executed'],
  indicators: ['indicators'],
  weight: ['weight'],
  ruleScore: ['rule_score'],
  score: ['score'],
  scored: ['scored'],
  averageScore: ['score', 'scored'],
  met: ['met'],
  judged: ['judged'],
  metRate: ['met', 'judged'],
}

const numbersAsked = (asked: ReadonlySet<string>, place: 'groups' | 'total'): AskedNumbers | null =>
  asked.has(place) || (place === 'groups' && asked.has('hasMore'))
    ? new Set(Object.entries(numbersOf).flatMap(([name, own]) => (asked.has(`${place}.${name}`) ? own : [])))
    : null

builder.queryField('stats', (t) =>
  t.field({
    type: StatsRef,
    description:
      '统计：项目数、指标数、分值、得分、执行率、达标率、问题数，可分组；在数据库里精确计算。Counts, sums, averages and rates for dashboards, computed exactly in SQL.',
    args: {
      filter: t.arg({ type: StatsFilter, required: false, description: '筛选条件。Filter.' }),
      groupBy: t.arg({
        type: [StatsDimension],
        required: true,
        defaultValue: [],
        description: '分组依据，可以几项并用；空则只有合计。Keys of the groups; none: only the total.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 1000,
        description: `最多给出的组数，不超过 ${MAX_GROUPS}。Most groups to answer with.`,
      }),
    },
    resolve: async (_root, { filter, groupBy, first }, context, info) => {
      const size = checkedSize(first, MAX_GROUPS, context)
      const asked = askedFields(info)
      const by = [...new Set(groupBy)]
      const question = await questionOf(filter ?? {}, by, context)
      const groups = by.length === 0 ? null : numbersAsked(asked, 'groups')
      return readStats(context.db.sql, { ...question, groups, total: numbersAsked(asked, 'total') }, size)
    },
  }),
)
