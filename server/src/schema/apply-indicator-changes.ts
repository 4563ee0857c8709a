import {
  applyIndicatorChanges,
  MAX_CHANGES,
  type AppliedChanges,
} from '../actions/apply-indicator-changes.ts'
import { builder } from '../builder.ts'
import { refuse } from '../errors.ts'
import { toLower } from '../words.ts'
import { ChangeSource, IndicatorField, IndicatorPeriod } from './enums.ts'
import { IndicatorRef } from './indicator.ts'
import { PreviewRef } from './preview.ts'
import { ProjectRef } from './project.ts'
import { CellOutcomeRef, RowOutcomeRef } from './verdict.ts'

export const ChangeMode = builder.enumType('ChangeMode', {
  description: '全部保存或全部不保存 ALL_OR_NOTHING；保存能保存的 ACCEPT_VALID。',
  values: ['ALL_OR_NOTHING', 'ACCEPT_VALID'] as const,
})

const Payload = builder.objectRef<AppliedChanges>('ApplyIndicatorChangesPayload').implement({
  description: '一次修改的结果。',
  fields: (t) => ({
    applied: t.exposeBoolean('applied', { description: '有修改被保存（或本来就是如此）。' }),
    changeSetId: t.exposeID('changeSetId', {
      nullable: true,
      description: '这次修改的标识；没有改动则为空。',
    }),
    outcomes: t.field({
      type: [CellOutcomeRef],
      description: '逐格答复，次序与请求相同。',
      resolve: ({ outcomes }) => [...outcomes],
    }),
    rowOutcomes: t.field({
      type: [RowOutcomeRef],
      description: '对增行、移行、删行的答复：先增、再移、后删，各按请求的次序。',
      resolve: ({ rowOutcomes }) => [...rowOutcomes],
    }),
    preview: t.expose('preview', {
      type: PreviewRef,
      nullable: true,
      description: '试算（dryRun）的结果；不是试算则为空。',
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

const ChangeInput = builder.inputType('IndicatorChangeInput', {
  description: '对一个单元格的修改。',
  fields: (t) => ({
    indicatorId: t.id({ description: '指标。' }),
    field: t.field({ type: IndicatorField, description: '栏目。' }),
    value: t.string({ required: false, description: '键入的文字；空则清除。' }),
    version: t.int({ description: '修改时看到的行版本。' }),
  }),
})

const CellInput = builder.inputType('IndicatorCellInput', {
  description: '新行的一个单元格。',
  fields: (t) => ({
    field: t.field({ type: IndicatorField, description: '栏目。' }),
    value: t.string({ required: false, description: '文字；空则不填。' }),
  }),
})

const after = '排在同一项目的这一行之后；position 与 after 都不给则排在最后。'

const CreateInput = builder.inputType('IndicatorCreateInput', {
  description: '新增一行指标；同一次请求里也可以用 changes 逐格填写它（version 用 0），那样逐格答复。',
  fields: (t) => ({
    id: t.id({ description: '新行的标识，由客户端生成的 UUIDv7。' }),
    projectId: t.id({ description: '所属项目。' }),
    period: t.field({ type: IndicatorPeriod, defaultValue: 'ANNUAL', description: '时期。' }),
    position: t.int({ required: false, description: '次序，从 0 起；超出则排在最后。' }),
    after: t.id({ required: false, description: after }),
    cells: t.field({
      type: [CellInput],
      defaultValue: [],
      description: '初值；有一个读不懂，这一行就被拒绝。',
    }),
  }),
})

const MoveInput = builder.inputType('IndicatorMoveInput', {
  description: '移动一行；一个接一个地移，位置按当时的次序理解。',
  fields: (t) => ({
    indicatorId: t.id({ description: '指标。' }),
    position: t.int({ required: false, description: '新的次序，从 0 起；超出则排在最后。' }),
    after: t.id({ required: false, description: after }),
    version: t.int({ description: '移动时看到的行版本。' }),
  }),
})

const DeleteInput = builder.inputType('IndicatorDeleteInput', {
  description: '删除一行；历史仍在，撤销即可恢复。此后改过的行不会被删（CONFLICT）。',
  fields: (t) => ({
    indicatorId: t.id({ description: '指标。' }),
    version: t.int({ description: '删除时看到的行版本。' }),
  }),
})

const Input = builder.inputType('ApplyIndicatorChangesInput', {
  description: '一次修改许多单元格，连同增行、移行、删行。',
  fields: (t) => ({
    creates: t.field({ type: [CreateInput], defaultValue: [], description: '新增的行，最先做。' }),
    changes: t.field({
      type: [ChangeInput],
      defaultValue: [],
      description: `各单元格的修改；连同增、移、删的行最多 ${MAX_CHANGES} 处。`,
    }),
    moves: t.field({ type: [MoveInput], defaultValue: [], description: '移动的行。' }),
    deletes: t.field({ type: [DeleteInput], defaultValue: [], description: '删除的行，最后做。' }),
    dryRun: t.boolean({ defaultValue: false, description: '试算：答复齐全，什么也不保存。' }),
    mode: t.field({
      type: ChangeMode,
      defaultValue: 'ALL_OR_NOTHING',
      description: '有单元格被拒绝时怎么办。',
    }),
    source: t.field({ type: ChangeSource, defaultValue: 'EDIT', description: '来历。' }),
    idempotencyKey: t.string({
      required: false,
      description: '幂等键：同一个键重发，只保存一次，答复相同。',
    }),
  }),
})

builder.mutationField('applyIndicatorChanges', (t) =>
  t.field({
    type: Payload,
    description: '修改指标的单元格：一个事务，逐格答复，得分、总分、等级和问题数随之更新。',
    args: { input: t.arg({ type: Input, required: true, description: '修改。' }) },
    resolve: async (_root, { input }, context) => {
      const result = await applyIndicatorChanges(context.db, context, {
        creates: input.creates.map(({ id, projectId, period, position, after, cells }) => ({
          id,
          projectId,
          period: toLower(period),
          position: position ?? null,
          after: after ?? null,
          cells: cells.map(({ field, value }) => ({ field, value: value ?? null })),
        })),
        changes: input.changes.map((change) => ({ ...change, value: change.value ?? null })),
        moves: input.moves.map(({ position, after, ...move }) => ({
          ...move,
          position: position ?? null,
          after: after ?? null,
        })),
        deletes: input.deletes,
        dryRun: input.dryRun,
        mode: input.mode,
        source: input.source,
        idempotencyKey: input.idempotencyKey ?? null,
      })
      if (result.kind === 'refused') throw refuse(context.locale, result.code, result.message, result.params)
      return result
    },
  }),
)
