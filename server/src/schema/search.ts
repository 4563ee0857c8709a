import type { GraphQLResolveInfo } from 'graphql'
import { z } from 'zod'
import { askedFields } from '../asked-fields.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { checkedPhrase, checkedSize, decodeCursor } from '../paging.ts'
import { readSearch, type SearchHit } from '../reads/search.ts'
import { searchKinds, type SearchKey } from '../reads/search-sql.ts'
import { AgencyRef } from './agency.ts'
import { connectionOf } from './connection.ts'
import { IndicatorRef } from './indicator.ts'
import { NodeRef, type NodeRow } from './node-interface.ts'
import { ProjectRef } from './project.ts'

const MAX_PAGE = 200

const SearchKind = builder.enumType('SearchKind', {
  description: '搜索的对象。What is searched.',
  values: {
    AGENCY: {
      description: '单位：全称、简称、曾用名、代码。Agencies, by name, short name, former names and code.',
    },
    PROJECT: { description: '项目：名称。Projects, by name.' },
    INDICATOR: { description: '指标：三级指标名称。Indicators, by name.' },
  } satisfies Record<(typeof searchKinds)[number], { description: string }>,
})

const SearchMatch = builder.enumType('SearchMatch', {
  description:
    '符合的程度，全半角、大小写、空白不计。How well it matches; width, case and white space do not count.',
  values: {
    EXACT: { description: '完全相同。The same text.' },
    PREFIX: { description: '以它开头。Begins with it.' },
    INSIDE: { description: '包含它。Contains it.' },
  },
})

const SearchHitRef = builder.objectRef<SearchHit>('SearchHit').implement({
  description: '一个搜索结果。One hit.',
})

const typeNames = { AGENCY: 'Agency', PROJECT: 'Project', INDICATOR: 'Indicator' } as const

const readNode = async (
  { kind, id }: SearchHit,
  { rows }: Context,
  info: GraphQLResolveInfo,
): Promise<NodeRow | null> => {
  const type = typeNames[kind]
  const row = await rows.byId(type, id, info)
  return row === null ? null : { ...row, __typename: type }
}

builder.objectFields(SearchHitRef, (t) => ({
  kind: t.expose('kind', { type: SearchKind, description: '种类。Kind.' }),
  match: t.expose('match', { type: SearchMatch, description: '符合的程度。How well it matches.' }),
  text: t.exposeString('text', {
    description: '符合的名称或代码，最多 300 字。The name or code that matches, at most 300 characters.',
  }),
  id: t.exposeID('id', { description: '对象的标识。Identifier of what was found.' }),
  node: t.field({
    type: NodeRef,
    nullable: true,
    description: '找到的对象。What was found.',
    resolve: (hit, _args, context, info) => readNode(hit, context, info),
  }),
  agency: t.field({
    type: AgencyRef,
    nullable: true,
    description: '找到的单位；是别的则为空。The agency found, else null.',
    resolve: ({ kind, id }, _args, { rows }, info) =>
      kind === 'AGENCY' ? rows.byId('Agency', id, info) : null,
  }),
  project: t.field({
    type: ProjectRef,
    nullable: true,
    description: '找到的项目；是别的则为空。The project found, else null.',
    resolve: ({ kind, id }, _args, { rows }, info) =>
      kind === 'PROJECT' ? rows.byId('Project', id, info) : null,
  }),
  indicator: t.field({
    type: IndicatorRef,
    nullable: true,
    description: '找到的指标；是别的则为空。The indicator found, else null.',
    resolve: ({ kind, id }, _args, { rows }, info) =>
      kind === 'INDICATOR' ? rows.byId('Indicator', id, info) : null,
  }),
}))

const int4 = z.int().min(-2147483648).max(2147483647)
const cursorKey: z.ZodType<SearchKey> = z.tuple([
  int4,
  int4,
  int4,
  z.string().refine((text) => !text.includes('\0') && text.isWellFormed()),
  int4,
  z.uuid(),
])

builder.queryField('search', (t) =>
  t.field({
    type: connectionOf('Search', SearchHitRef),
    description:
      '按文字搜索单位、项目、指标：相同的在前，其次以它开头的，再次包含它的；短的在前，年度新的在前。Searches agencies, projects and indicators: exact, then prefix, then inside; shorter names and newer years first.',
    args: {
      text: t.arg.string({
        required: true,
        description:
          '要找的文字，不用分词，最多 200 字。What to look for; words need no spaces between them.',
      }),
      kinds: t.arg({
        type: [SearchKind],
        required: true,
        defaultValue: [...searchKinds],
        description: '只找这些种类。Only these kinds.',
      }),
      fiscalYear: t.arg.int({
        required: false,
        description: '项目、指标只找这一年度的。Only projects and indicators of this fiscal year.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 20,
        description: `一页的行数，最多 ${MAX_PAGE}。Page size, at most ${MAX_PAGE}.`,
      }),
      after: t.arg.string({
        required: false,
        description: '上一页的 endCursor。endCursor of the page before.',
      }),
    },
    resolve: (_root, { text, kinds, fiscalYear, first, after }, context, info) => {
      const question = {
        text: checkedPhrase(text, context),
        kinds: searchKinds.filter((kind) => kinds.includes(kind)),
        fiscalYear: fiscalYear ?? null,
        after: decodeCursor(after, cursorKey, context),
      }
      const size = checkedSize(first, MAX_PAGE, context)
      return readSearch(context.db.sql, question, size, askedFields(info))
    },
  }),
)
