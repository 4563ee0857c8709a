import { builder } from '../builder.ts'
import { cellRefusalCodes } from '../actions/cell-outcome.ts'

export const CellErrorCode = builder.enumType('ErrorCode', {
  description:
    '一个单元格被拒绝的原因：读不懂 BAD_INPUT、已被别人修改 CONFLICT、没有这条指标 NOT_FOUND、无权 FORBIDDEN、状态不允许 LOCKED、随同别的单元格放弃 ABORTED。',
  values: cellRefusalCodes,
})
