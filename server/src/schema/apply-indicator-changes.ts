import {
  applyIndicatorChanges,
  MAX_CHANGES,
  type AppliedChanges,
} from '../actions/apply-indicator-changes.ts'
import type { CellOutcome } from '../actions/cell-outcome.ts'
import { builder } from '../builder.ts'
import { refuse } from '../errors.ts'
import { inChunks } from '../in-chunks.ts'
import { ChangeSource, IndicatorField } from './enums.ts'
import { CellErrorCode } from './error-code.ts'
import { IndicatorRef } from './indicator.ts'
import { ProjectRef } from './project.ts'

const ChangeMode = builder.enumType('ChangeMode', {
  description: '全部保存或全部不保存 ALL_OR_NOTHING；保存能保存的 ACCEPT_VALID。',
  values: ['ALL_OR_NOTHING', 'ACCEPT_VALID'] as const,
})

const CellOutcomeRef = builder.objectRef<CellOutcome>('CellOutcome').implement({
  description: '对一个单元格的答复。',
  fields: (t) => ({
    indicatorId: t.exposeID('indicatorId', { description: '指标。' }),
    field: t.expose('field', { type: IndicatorField, description: '栏目。' }),
    accepted: t.exposeBoolean('accepted', { description: '已保存。' }),
    value: t.exposeString('value', { nullable: true, description: '保存后单元格里的规范文字。' }),
    code: t.expose('code', { type: CellErrorCode, nullable: true, description: '拒绝的原因。' }),
    reason: t.exposeString('reason', { nullable: true, description: '拒绝的原因，一句话。' }),
    currentValue: t.exposeString('currentValue', { nullable: true, description: '拒绝时单元格现有的文字。' }),
    currentVersion: t.exposeInt('currentVersion', { nullable: true, description: '该行现在的版本。' }),
  }),
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
    indicators: t.prismaField({
      type: [IndicatorRef],
      description: '涉及的指标，带新的版本和得分。',
      resolve: (query, { indicatorIds }, _args, { db }) =>
        inChunks(indicatorIds, (ids) =>
          db.prisma.indicator.findMany({ ...query, where: { id: { in: ids } }, orderBy: { id: 'asc' } }),
        ),
    }),
    projects: t.prismaField({
      type: [ProjectRef],
      description: '涉及的项目，带新的总分。',
      resolve: (query, { projectIds }, _args, { db }) =>
        inChunks(projectIds, (ids) =>
          db.prisma.project.findMany({ ...query, where: { id: { in: ids } }, orderBy: { id: 'asc' } }),
        ),
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

const Input = builder.inputType('ApplyIndicatorChangesInput', {
  description: '一次修改许多单元格。',
  fields: (t) => ({
    changes: t.field({ type: [ChangeInput], description: `各单元格的修改，最多 ${MAX_CHANGES} 个。` }),
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
        changes: input.changes.map((change) => ({ ...change, value: change.value ?? null })),
        mode: input.mode,
        source: input.source,
        idempotencyKey: input.idempotencyKey ?? null,
      })
      if (result.kind === 'refused') throw refuse(context.locale, result.code, result.message, result.params)
      return result
    },
  }),
)
