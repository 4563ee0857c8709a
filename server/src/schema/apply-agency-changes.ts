import {
  applyAgencyChanges,
  MAX_AGENCY_CHANGES,
  type AgencyOutcome,
  type AppliedAgencyChanges,
} from '../actions/apply-agency-changes.ts'
import { builder } from '../builder.ts'
import { renewed } from '../context.ts'
import { refuse } from '../errors.ts'
import { AgencyRef } from './agency.ts'
import { ChangeMode } from './apply-indicator-changes.ts'
import { ChangeSource } from './enums.ts'
import { VerdictRef } from './verdict.ts'

const AgencyField = builder.enumType('AgencyField', {
  description: '单位可以修改的栏目。',
  values: {
    NAME: { value: 'name' as const, description: '单位全称；原来的名称记入曾用名' },
    CODE: {
      value: 'code' as const,
      description: '统一社会信用代码（18 位，核对校验位）或 12 位以内的单位代码',
    },
    SHORT_NAME: { value: 'shortName' as const, description: '简称' },
    REGION: { value: 'region' as const, description: '行政区划' },
    ACTIVE: { value: 'active' as const, description: '是否在用：true 或 false' },
    PARENT: { value: 'parent' as const, description: '上级单位的标识；空则没有上级' },
  },
})

const OutcomeRef = builder.objectRef<AgencyOutcome>('AgencyOutcome').implement({
  description: '对新增一个单位，或对单位一个单元格的答复。',
  interfaces: [VerdictRef],
  fields: (t) => ({
    agencyId: t.exposeID('agencyId', { description: '单位。' }),
    field: t.field({
      type: AgencyField,
      nullable: true,
      description: '栏目；新增单位则为空。',
      resolve: ({ field }) => (field === 'formerNames' ? null : field),
    }),
    value: t.exposeString('value', { nullable: true, description: '保存后单元格里的规范文字。' }),
    currentValue: t.exposeString('currentValue', { nullable: true, description: '拒绝时单元格现有的文字。' }),
  }),
})

const Payload = builder.objectRef<AppliedAgencyChanges>('ApplyAgencyChangesPayload').implement({
  description: '一次修改的结果。',
  fields: (t) => ({
    applied: t.exposeBoolean('applied', { description: '有修改被保存（或本来就是如此）。' }),
    changeSetId: t.exposeID('changeSetId', {
      nullable: true,
      description: '这次修改的标识；没有改动则为空。',
    }),
    outcomes: t.field({
      type: [OutcomeRef],
      description: '逐项答复：先是新增的单位，再是各单元格，次序与请求相同。',
      resolve: ({ outcomes }) => [...outcomes],
    }),
    agencies: t.field({
      type: [AgencyRef],
      description: '涉及的单位，带新的版本。',
      resolve: async ({ agencyIds }, _args, { agencies }) => {
        const { byId } = await agencies.load()
        return agencyIds.flatMap((id) => byId.get(id) ?? [])
      },
    }),
  }),
})

const CreateInput = builder.inputType('AgencyCreateInput', {
  description: '新增一个单位；其他栏目用同一次请求的 changes 填写（version 用 0）。',
  fields: (t) => ({
    id: t.id({ description: '标识，由客户端生成的 UUIDv7。' }),
    name: t.string({ description: '单位全称。' }),
    parentId: t.id({ required: false, description: '上级单位；可以是同一次请求里排在前面的新单位。' }),
  }),
})

const ChangeInput = builder.inputType('AgencyChangeInput', {
  description: '对单位一个单元格的修改。',
  fields: (t) => ({
    agencyId: t.id({ description: '单位。' }),
    field: t.field({ type: AgencyField, description: '栏目。' }),
    value: t.string({ required: false, description: '键入的文字；空则清除。' }),
    version: t.int({ description: '修改时看到的单位版本。' }),
  }),
})

const Input = builder.inputType('ApplyAgencyChangesInput', {
  description: '一次修改单位名录：新增、改名、移到别的上级之下、代码、简称、行政区划、停用。',
  fields: (t) => ({
    creates: t.field({ type: [CreateInput], defaultValue: [], description: '新增的单位，最先做。' }),
    changes: t.field({
      type: [ChangeInput],
      defaultValue: [],
      description: `各单元格的修改；连同新增的单位最多 ${MAX_AGENCY_CHANGES} 处。`,
    }),
    mode: t.field({
      type: ChangeMode,
      defaultValue: 'ALL_OR_NOTHING',
      description: '有一处被拒绝时怎么办。',
    }),
    source: t.field({ type: ChangeSource, defaultValue: 'EDIT', description: '来历。' }),
    dryRun: t.boolean({ defaultValue: false, description: '试算：答复齐全，什么也不保存。' }),
    idempotencyKey: t.string({
      required: false,
      description: '幂等键：同一个键重发，只保存一次，答复相同。',
    }),
  }),
})

builder.mutationField('applyAgencyChanges', (t) =>
  t.field({
    type: Payload,
    description: '修改单位名录：一个事务，逐项答复，可以撤销。',
    args: { input: t.arg({ type: Input, required: true, description: '修改。' }) },
    resolve: async (_root, { input }, context) => {
      const result = await applyAgencyChanges(context.db, context, {
        ...input,
        creates: input.creates.map((create) => ({ ...create, parentId: create.parentId ?? null })),
        changes: input.changes.map((change) => ({ ...change, value: change.value ?? null })),
        idempotencyKey: input.idempotencyKey ?? null,
      })
      if (result.kind === 'refused') throw refuse(context.locale, result.code, result.message, result.params)
      // What this request has remembered of the catalog is the one of before.
      Object.assign(context, renewed(context))
      return result
    },
  }),
)
