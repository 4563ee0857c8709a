import { MAX_CHANGES } from '../actions/apply-indicator-changes.ts'
import { applyProjectChanges, type AppliedProjectChanges } from '../actions/apply-project-changes.ts'
import type { ProjectOutcome } from '../actions/evaluate-project-changes.ts'
import { builder } from '../builder.ts'
import { refuse } from '../errors.ts'
import { ChangeMode } from './apply-indicator-changes.ts'
import { ChangeSource } from './enums.ts'
import { PreviewRef } from './preview.ts'
import { ProjectRef } from './project.ts'
import { VerdictRef } from './verdict.ts'

const AmountUnit = builder.enumType('AmountUnit', {
  description: '没有写单位的金额以什么为单位。',
  values: {
    YUAN: { value: '元' as const, description: '元' },
    WAN_YUAN: { value: '万元' as const, description: '万元' },
  },
})

const at =
  '栏目，写法与问题（Finding.at）相同：project/name、project/nature、project/category、project/startDate、project/endDate、project/periodLabel、project/governmentProcurement、project/performanceType、project/supervisor（值是单位的标识）、project/totalWeight、project/totalScore、execution/weight、execution/rate、execution/score、fund/时期/来源/阶段（如 fund/annual/fiscal/executed）、goal/时期（如 goal/annual）、narrative/栏目（如 narrative/立项依据）。'

const OutcomeRef = builder.objectRef<ProjectOutcome>('ProjectCellOutcome').implement({
  description: '对项目一个单元格的答复。',
  interfaces: [VerdictRef],
  fields: (t) => ({
    projectId: t.exposeID('projectId', { description: '项目。' }),
    at: t.exposeString('at', { description: '栏目。' }),
    value: t.exposeString('value', {
      nullable: true,
      description: '保存后单元格里的规范文字；金额以元为单位，日期如 2026-01-31。',
    }),
    currentValue: t.exposeString('currentValue', { nullable: true, description: '拒绝时单元格现有的文字。' }),
  }),
})

const Payload = builder.objectRef<AppliedProjectChanges>('ApplyProjectChangesPayload').implement({
  description: '一次修改的结果。',
  fields: (t) => ({
    applied: t.exposeBoolean('applied', { description: '有修改被保存（或本来就是如此）。' }),
    changeSetId: t.exposeID('changeSetId', {
      nullable: true,
      description: '这次修改的标识；没有改动则为空。',
    }),
    outcomes: t.field({
      type: [OutcomeRef],
      description: '逐格答复，次序与请求相同。',
      resolve: ({ outcomes }) => [...outcomes],
    }),
    preview: t.expose('preview', {
      type: PreviewRef,
      nullable: true,
      description: '试算（dryRun）的结果；不是试算则为空。',
    }),
    projects: t.field({
      type: [ProjectRef],
      description: '涉及的项目，带新的版本和总分。',
      resolve: ({ projectIds }, _args, { rows }, info) => rows.byIds('Project', projectIds.toSorted(), info),
    }),
  }),
})

const ChangeInput = builder.inputType('ProjectChangeInput', {
  description: '对项目一个单元格的修改。',
  fields: (t) => ({
    projectId: t.id({ description: '项目。' }),
    at: t.string({ description: at }),
    value: t.string({
      required: false,
      description: '键入的文字；空则清除。金额可写“12.5万元”，日期可写“2026年1月31日”，执行率可写“88.82%”。',
    }),
    version: t.int({ description: '修改时看到的项目版本。' }),
  }),
})

const Input = builder.inputType('ApplyProjectChangesInput', {
  description: '一次修改许多项目的单元格：名称、日期、资金、目标、文字说明、执行情况。',
  fields: (t) => ({
    changes: t.field({ type: [ChangeInput], description: `各单元格的修改，最多 ${MAX_CHANGES} 个。` }),
    amountUnit: t.field({
      type: AmountUnit,
      defaultValue: '元',
      description: '没有写单位的金额以什么为单位。',
    }),
    mode: t.field({
      type: ChangeMode,
      defaultValue: 'ALL_OR_NOTHING',
      description: '有单元格被拒绝时怎么办。',
    }),
    source: t.field({ type: ChangeSource, defaultValue: 'EDIT', description: '来历。' }),
    dryRun: t.boolean({ defaultValue: false, description: '试算：答复齐全，什么也不保存。' }),
    idempotencyKey: t.string({
      required: false,
      description: '幂等键：同一个键重发，只保存一次，答复相同。',
    }),
  }),
})

builder.mutationField('applyProjectChanges', (t) =>
  t.field({
    type: Payload,
    description: '修改项目本身的单元格：一个事务，逐格答复，得分、总分和问题数随之更新。',
    args: { input: t.arg({ type: Input, required: true, description: '修改。' }) },
    resolve: async (_root, { input }, context) => {
      const result = await applyProjectChanges(context.db, context, {
        ...input,
        changes: input.changes.map((change) => ({ ...change, value: change.value ?? null })),
        idempotencyKey: input.idempotencyKey ?? null,
      })
      if (result.kind === 'refused') throw refuse(context.locale, result.code, result.message, result.params)
      return result
    },
  }),
)
