import type { CellOutcome, RowOutcome, Verdict } from '../actions/cell-outcome.ts'
import { rowOperations } from '../actions/cell-outcome.ts'
import { builder } from '../builder.ts'
import { IndicatorField } from './enums.ts'
import { CellErrorCode } from './error-code.ts'

/** What every answer to a change says, whatever was changed. */
export const VerdictRef = builder.interfaceRef<Omit<Verdict, 'value' | 'currentValue'>>('Outcome').implement({
  description: '对一处修改的答复。',
  fields: (t) => ({
    accepted: t.exposeBoolean('accepted', { description: '已保存（试算时：可以保存）。' }),
    code: t.expose('code', { type: CellErrorCode, nullable: true, description: '拒绝的原因。' }),
    reason: t.exposeString('reason', { nullable: true, description: '拒绝的原因，一句话。' }),
    currentVersion: t.exposeInt('currentVersion', { nullable: true, description: '该行现在的版本。' }),
    changedBy: t.exposeString('changedBy', {
      nullable: true,
      description: '有冲突时：是谁在此期间改的。',
    }),
    changedAt: t.expose('changedAt', {
      type: 'DateTime',
      nullable: true,
      description: '有冲突时：那是什么时候改的。',
    }),
  }),
})

export const CellOutcomeRef = builder.objectRef<CellOutcome>('CellOutcome').implement({
  description: '对一个单元格的答复。',
  interfaces: [VerdictRef],
  fields: (t) => ({
    indicatorId: t.exposeID('indicatorId', { description: '指标。' }),
    field: t.expose('field', { type: IndicatorField, description: '栏目。' }),
    value: t.exposeString('value', { nullable: true, description: '保存后单元格里的规范文字。' }),
    currentValue: t.exposeString('currentValue', { nullable: true, description: '拒绝时单元格现有的文字。' }),
  }),
})

const RowOperation = builder.enumType('RowOperation', {
  description: '增行 CREATE、移行 MOVE、删行 DELETE。',
  values: rowOperations,
})

export const RowOutcomeRef = builder.objectRef<RowOutcome>('RowOutcome').implement({
  description: '对增、移、删一行的答复。',
  interfaces: [VerdictRef],
  fields: (t) => ({
    indicatorId: t.exposeID('indicatorId', { description: '指标。' }),
    operation: t.expose('operation', { type: RowOperation, description: '做什么。' }),
    field: t.expose('field', {
      type: IndicatorField,
      nullable: true,
      description: '新行因哪个单元格的初值而被拒绝。',
    }),
    position: t.exposeInt('position', { nullable: true, description: '该行现在的次序，从 0 起。' }),
  }),
})
