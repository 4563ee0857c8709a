import { subtractDecimals, weightGoal } from '@biaochi/domain'
import type { DecimalText } from '@biaochi/domain'
import { m } from '#lib/i18n.ts'
import type { Command } from '../command.ts'
import { inCell } from '../sheet-context.ts'
import type { SheetContext } from '../sheet-context.ts'
import type { IndicatorModel } from '../sheet.svelte.ts'
import { scaleWeights, spreadRemainder } from '../weight-plan.ts'
import type { WeighedRow, WeightEdit } from '../weight-plan.ts'

type SheetCommand = Command<SheetContext>

/** What the annual indicators of a project share, as the finding about their sum counts it. */
function pointsOf(model: IndicatorModel, { focused }: SheetContext): DecimalText | null {
  const view = focused === null ? undefined : model.group(focused.groupId)
  if (view === undefined) return null
  const { document, scheme } = view.project
  const { total, execution } = weightGoal(document, scheme)
  return subtractDecimals(total, execution)
}

const weighedRows = (model: IndicatorModel, { focused }: SheetContext): readonly WeighedRow[] =>
  focused === null
    ? []
    : model
        .rowsOf(focused.groupId)
        .filter(({ record }) => record.period === 'annual' && record.target.kind !== 'not-applicable')
        .map(({ id, record }) => ({ id, weight: record.weight }))

const plan = (
  model: IndicatorModel,
  context: SheetContext,
  make: (rows: readonly WeighedRow[], total: DecimalText) => readonly WeightEdit[],
): readonly WeightEdit[] => {
  const total = pointsOf(model, context)
  return total === null ? [] : make(weighedRows(model, context), total)
}

const weigh = (
  model: IndicatorModel,
  id: string,
  title: () => string,
  make: (rows: readonly WeighedRow[], total: DecimalText) => readonly WeightEdit[],
): SheetCommand => ({
  id,
  title,
  group: 'edit',
  keys: [],
  when: (context) => inCell(context) && plan(model, context, make).length > 0,
  run: (context) => {
    const edits = plan(model, context, make).map(({ rowId, text }) => ({ rowId, field: 'weight', text }))
    model.change({ source: 'EDIT', title: title(), edits })
  },
})

/** Of the project in which the keyboard is; chosen by name in the palette. */
export const weightCommands = (model: IndicatorModel): readonly SheetCommand[] => [
  weigh(model, 'edit.scale-weights', m.command_weights_scale, scaleWeights),
  weigh(model, 'edit.spread-weights', m.command_weights_spread, spreadRemainder),
]
