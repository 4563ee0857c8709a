import { builder } from '../builder.ts'
import { checkedId, checkedPhrase, checkedSize } from '../paging.ts'
import { isReadable } from '../reads/readable.ts'
import { readSuggestions, type Suggestion, type SuggestionSource as Source } from '../reads/suggestions.ts'
import { IndicatorPeriod } from './enums.ts'
import { IndicatorRef } from './indicator.ts'

const MAX_SUGGESTIONS = 50

const SuggestionSource = builder.enumType('SuggestionSource', {
  description: '名称最近的出处。Where a name comes from, the nearest place.',
  values: {
    PREVIOUS_YEAR: { description: '本项目上一财政年度。The same project one fiscal year earlier.' },
    SAME_AGENCY: { description: '本单位的其他项目。Other projects of the same implementer.' },
    OTHER_AGENCIES: { description: '其他单位的项目。Projects of other agencies.' },
  } satisfies Record<Source, { description: string }>,
})

const IndicatorSuggestionRef = builder.objectRef<Suggestion>('IndicatorSuggestion').implement({
  description: '用过的一个指标名称。An indicator name that has been used.',
})

builder.objectFields(IndicatorSuggestionRef, (t) => ({
  name: t.exposeString('name', {
    description: '三级指标名称，最多 300 字。Name of the indicator, at most 300 characters.',
  }),
  source: t.expose('source', { type: SuggestionSource, description: '出处。Where it comes from.' }),
  projects: t.exposeInt('projects', {
    description: '用过它的项目数，最近的 100 行之内。Projects using it, among its newest 100 rows.',
  }),
  unit: t.exposeString('unit', {
    nullable: true,
    description: '指标值最常用的单位。The unit its targets mostly have.',
  }),
  weight: t.expose('weight', {
    type: 'Decimal',
    nullable: true,
    description: '最常用的分值。The weight it mostly has.',
  }),
  example: t.field({
    type: IndicatorRef,
    nullable: true,
    description: '出处最近、年度最新的一条。The use that is nearest and newest.',
    resolve: ({ exampleId }, _args, { rows }, info) => rows.byId('Indicator', exampleId, info),
  }),
}))

builder.queryField('indicatorSuggestions', (t) =>
  t.field({
    type: [IndicatorSuggestionRef],
    description:
      '填三级指标时可用的名称：同级指标用过的，先本项目上年、再本单位、再其他单位；本项目已有的除外。Names for an indicator: those that indicators of the level have had, first in the project’s previous year, then by the agency, then by others; without those the project has.',
    args: {
      projectId: t.arg.id({ required: true, description: '要填的项目。The project to be filled.' }),
      period: t.arg({
        type: IndicatorPeriod,
        required: true,
        defaultValue: 'ANNUAL',
        description: '时期。',
      }),
      level1: t.arg.string({
        required: false,
        description: '一级指标；给了二级指标则不看。Level 1; not looked at where level 2 is given.',
      }),
      level2: t.arg.string({
        required: false,
        description: '二级指标，各套指标体系的写法都算。Level 2, in the words of any framework.',
      }),
      text: t.arg.string({
        required: true,
        defaultValue: '',
        description:
          '名称含有的文字，最多 200 字；为空则不找其他单位的。Text the name contains; other agencies’ names are looked for only with one.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 10,
        description: `个数，最多 ${MAX_SUGGESTIONS}。How many, at most ${MAX_SUGGESTIONS}.`,
      }),
    },
    resolve: async (_root, { projectId, period, level1, level2, text, first }, context) => {
      const level = (label: string | null | undefined): string | null =>
        checkedPhrase(label ?? '', context) || null
      const question = {
        projectId: checkedId(projectId, context),
        period,
        level1: level(level1),
        level2: level(level2),
        text: checkedPhrase(text, context),
        readable: await isReadable('i."implementer_id"', context),
      }
      return readSuggestions(context.db.sql, question, checkedSize(first, MAX_SUGGESTIONS, context))
    },
  }),
)
