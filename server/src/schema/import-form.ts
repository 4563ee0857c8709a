import type { GraphQLResolveInfo } from 'graphql'
import { formatActual, formatTarget } from '@biaochi/domain'
import { importForm, type ImportedForm } from '../actions/import-form.ts'
import type { PreviewedProject } from '../actions/preview-project.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { refuse } from '../errors.ts'
import { toUpper } from '../words.ts'
import { IndicatorPeriod, ProjectForm } from './enums.ts'
import { FormFindingRef } from './form-finding.ts'
import { ImportBatchRef } from './import-batch.ts'
import { ProjectRef } from './project.ts'

const OnExisting = builder.enumType('OnExistingProject', {
  description: '同一单位同年已有同名项目时：拒绝导入 REFUSE，跳过该项目 SKIP。',
  values: ['REFUSE', 'SKIP'] as const,
})

const ImportedIndicator = builder
  .objectRef<PreviewedProject['indicators'][number]>('ImportedIndicator')
  .implement({
    description: '从文件中读出的一条指标。',
    fields: (t) => ({
      line: t.exposeInt('line', { description: '行号，从 1 起。' }),
      period: t.field({
        type: IndicatorPeriod,
        description: '时期。',
        resolve: (row) => toUpper(row.indicator.period),
      }),
      level1: t.string({ nullable: true, description: '一级指标。', resolve: (row) => row.indicator.level1 }),
      level2: t.string({ nullable: true, description: '二级指标。', resolve: (row) => row.indicator.level2 }),
      name: t.string({ nullable: true, description: '三级指标。', resolve: (row) => row.indicator.name }),
      target: t.string({
        description: '指标值的规范写法。',
        resolve: (row) => formatTarget(row.indicator.target),
      }),
      actual: t.string({
        description: '实际完成值的规范写法。',
        resolve: (row) => formatActual(row.indicator.actual),
      }),
      weight: t.field({
        type: 'Decimal',
        nullable: true,
        description: '分值。',
        resolve: (row) => row.indicator.weight,
      }),
      ruleScore: t.exposeString('ruleScore', { nullable: true, description: '按规则的得分。' }),
      score: t.field({
        type: 'Decimal',
        nullable: true,
        description: '得分。',
        resolve: (row) => row.indicator.score,
      }),
      reason: t.string({
        nullable: true,
        description: '偏差原因分析及改进措施。',
        resolve: (row) => row.indicator.reason,
      }),
    }),
  })

const ImportedProject = builder.objectRef<PreviewedProject>('ImportedProject').implement({
  description: '从文件中读出的一个项目。',
  fields: (t) => ({
    index: t.exposeInt('index', { description: '文件中的第几个项目，从 0 起。' }),
    line: t.exposeInt('line', { description: '起始行。' }),
    name: t.exposeString('name', { nullable: true, description: '项目名称。' }),
    implementer: t.exposeString('implementer', { nullable: true, description: '实施单位。' }),
    supervisor: t.exposeString('supervisor', { nullable: true, description: '主管部门。' }),
    fiscalYear: t.exposeInt('fiscalYear', { nullable: true, description: '财政年度。' }),
    form: t.field({ type: ProjectForm, description: '表格种类。', resolve: ({ form }) => toUpper(form) }),
    indicators: t.field({
      type: [ImportedIndicator],
      description: '指标。',
      resolve: ({ indicators }) => [...indicators],
    }),
    ruleTotal: t.expose('ruleTotal', { type: 'Decimal', nullable: true, description: '按规则的总分。' }),
    ruleGrade: t.exposeString('ruleGrade', { nullable: true, description: '按规则总分的等级。' }),
    awardedTotal: t.expose('awardedTotal', { type: 'Decimal', nullable: true, description: '自评总分。' }),
    awardedGrade: t.exposeString('awardedGrade', { nullable: true, description: '自评总分的等级。' }),
    importable: t.exposeBoolean('importable', { description: '可以导入。' }),
    refusal: t.exposeString('refusal', { nullable: true, description: '不能导入的原因。' }),
  }),
})

const Payload = builder.objectRef<ImportedForm>('ImportFormPayload').implement({
  description: '读出的内容；commit 时已经保存。',
  fields: (t) => ({
    layout: t.exposeString('layout', { nullable: true, description: '识别出的版式。' }),
    fiscalYear: t.exposeInt('fiscalYear', { nullable: true, description: '财政年度。' }),
    amountUnit: t.exposeString('amountUnit', { nullable: true, description: '金额单位。' }),
    projects: t.field({
      type: [ImportedProject],
      description: '项目。',
      resolve: ({ projects }) => [...projects],
    }),
    findings: t.field({
      type: [FormFindingRef],
      description: '全部问题，按行号。',
      resolve: ({ findings }) => [...findings],
    }),
    committed: t.exposeBoolean('committed', { description: '已保存。' }),
    refusal: t.exposeString('refusal', { nullable: true, description: '没有保存的原因。' }),
  }),
})

// Rows of the database inside what was read: all of a list by one statement.
const projectOrNull = (id: string | null, { rows }: Context, info: GraphQLResolveInfo) =>
  id === null ? null : rows.byId('Project', id, info)

builder.objectFields(ImportedProject, (t) => ({
  existing: t.field({
    type: ProjectRef,
    nullable: true,
    description: '已有的同名项目。',
    resolve: ({ existingId }, _args, context, info) => projectOrNull(existingId, context, info),
  }),
  project: t.field({
    type: ProjectRef,
    nullable: true,
    description: '保存后的项目。',
    resolve: ({ projectId }, _args, context, info) => projectOrNull(projectId, context, info),
  }),
}))

builder.objectField(Payload, 'batch', (t) =>
  t.field({
    type: ImportBatchRef,
    nullable: true,
    description: '导入批次；预览时为空。',
    resolve: ({ batchId }, _args, context, info) =>
      batchId === null ? null : context.rows.byId('ImportBatch', batchId, info),
  }),
)

const Input = builder.inputType('ImportFormInput', {
  description: '要读的文件。',
  fields: (t) => ({
    fileName: t.string({ description: '文件名。' }),
    text: t.string({ description: '文件的文字。' }),
    commit: t.boolean({ defaultValue: false, description: '保存；否则只预览。' }),
    only: t.intList({ required: false, description: '只要这些项目（从 0 起的序号）；不给则全要。' }),
    onExisting: t.field({ type: OnExisting, defaultValue: 'REFUSE', description: '已有同名项目时怎么办。' }),
  }),
})

builder.mutationField('importForm', (t) =>
  t.field({
    type: Payload,
    description: '读一份公开的表格：先预览，再保存。',
    args: { input: t.arg({ type: Input, required: true, description: '文件。' }) },
    resolve: async (_root, { input }, context) => {
      const result = await importForm(context.db, context, {
        fileName: input.fileName,
        text: input.text,
        commit: input.commit,
        only: input.only ?? null,
        onExisting: input.onExisting,
      })
      if (result.kind === 'refused') throw refuse(context.locale, result.code, result.message, result.params)
      return result
    },
  }),
)
