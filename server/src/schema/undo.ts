import type { LineRefusal } from '../actions/invert-lines.ts'
import type { Refusal } from '../actions/refusal.ts'
import { redoChangeSet, undoChangeSet, type OnConflict, type TakenBack } from '../actions/undo-change-set.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { refuse } from '../errors.ts'
import { ChangeEntity } from './enums.ts'
import { CellErrorCode } from './error-code.ts'
import { IndicatorRef } from './indicator.ts'
import { ProjectRef } from './project.ts'

const LineRefusalRef = builder.objectRef<LineRefusal>('ChangeRefusal').implement({
  description: '不能撤销、重做或恢复的一处，和原因。One place that keeps a change from being taken back.',
  fields: (t) => ({
    entity: t.expose('entity', { type: ChangeEntity, description: '改的是什么。' }),
    rowId: t.exposeID('rowId', { description: '指标、项目或单位的标识。' }),
    projectId: t.exposeID('projectId', { nullable: true, description: '所属项目。' }),
    field: t.exposeString('field', { description: '栏目；整行的增删是 row，次序是 position。' }),
    code: t.field({ type: CellErrorCode, description: '原因。', resolve: ({ refused }) => refused.code }),
    reason: t.string({ description: '原因，一句话。', resolve: ({ refused }) => refused.reason }),
    currentValue: t.exposeString('currentValue', { nullable: true, description: '现在是什么。' }),
    previousValue: t.string({
      nullable: true,
      description: '本来会放回什么；整行的增删和次序没有。',
      resolve: ({ previousValue }) => previousValue ?? null,
    }),
    changedBy: t.string({
      nullable: true,
      description: '是谁在此期间改的。',
      resolve: ({ refused }) => refused.changedBy ?? null,
    }),
    changedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: '那是什么时候改的。',
      resolve: ({ refused }) => refused.changedAt ?? null,
    }),
  }),
})

export const TakenBackRef = builder.objectRef<TakenBack>('TakeBackPayload').implement({
  description: '撤销、重做或恢复的结果：全部做到，或什么也没做并说明为什么。',
  fields: (t) => ({
    applied: t.exposeBoolean('applied', { description: '已经做到。' }),
    changeSetId: t.exposeID('changeSetId', { nullable: true, description: '这次撤销本身也是一次修改。' }),
    places: t.exposeInt('places', { description: '这次修改共有多少处，做不到的也算在内。' }),
    refusals: t.field({
      type: [LineRefusalRef],
      description: '做不到的各处；做到了则为空。',
      resolve: ({ refusals }) => [...refusals],
    }),
    projectIds: t.idList({
      description: '涉及的项目；撤销导入后其中的项目已不存在。',
      resolve: ({ projectIds }) => [...projectIds],
    }),
    indicators: t.field({
      type: [IndicatorRef],
      description: '涉及的指标，带新的版本和得分。',
      resolve: ({ indicatorIds }, _args, { rows }, info) =>
        rows.byIds('Indicator', indicatorIds.toSorted(), info),
    }),
    projects: t.field({
      type: [ProjectRef],
      description: '涉及的项目，带新的总分。',
      resolve: ({ projectIds }, _args, { rows }, info) => rows.byIds('Project', projectIds.toSorted(), info),
    }),
  }),
})

/** The answer, or the refusal of the whole request thrown. */
export const answered = (result: TakenBack | Refusal, { locale }: Context): TakenBack => {
  if (result.kind === 'refused') throw refuse(locale, result.code, result.message, result.params)
  return result
}

const onConflict = '此后有人又改过的地方怎么办。'

const OnConflictEnum = builder.enumType('OnConflict', {
  description: onConflict,
  values: {
    REFUSE: { description: '一处也不动，说明是哪些地方。' },
    KEEP: { description: '保留别人改过的，其余照做；不能再改的也保留。' },
    OVERWRITE: { description: '覆盖别人改过的，全部照做。' },
  } satisfies Record<OnConflict, object>,
})

const takeBackArgs = builder.args((t) => ({
  id: t.id({ required: true, description: '修改的标识；给它的撤销或重做的标识也一样。' }),
  onConflict: t.field({
    type: OnConflictEnum,
    required: true,
    defaultValue: 'REFUSE',
    description: onConflict,
  }),
}))

builder.mutationField('undoChangeSet', (t) =>
  t.field({
    type: TakenBackRef,
    description:
      '撤销自己的一次修改，全部或全不：编辑、增行、移行、删行、导入。此后有人又改过的，答 CONFLICT，说明是谁、何时、改成什么。Undoes one of your own change sets, all of it or nothing.',
    args: takeBackArgs,
    resolve: async (_root, args, context) =>
      answered(await undoChangeSet(context.db, context, args.id, args.onConflict), context),
  }),
)

builder.mutationField('redoChangeSet', (t) =>
  t.field({
    type: TakenBackRef,
    description: '重做刚才撤销的一次修改，全部或全不。Redoes a change set that was undone.',
    args: takeBackArgs,
    resolve: async (_root, args, context) =>
      answered(await redoChangeSet(context.db, context, args.id, args.onConflict), context),
  }),
)
