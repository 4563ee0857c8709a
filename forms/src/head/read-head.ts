import type { Cell, Row } from '../text/row.ts'
import type { SectionContext } from '../section-context.ts'
import { createExecutedFunds } from './read-executed-funds.ts'
import { createFieldsReader } from './read-fields.ts'
import { createGoalsReader } from './read-goals.ts'
import { createTwoSidedFunds } from './read-two-sided-funds.ts'
import { labelCells } from './split-glued.ts'

const printedUnit = /资金(?:总额)?[(:]*(万元|元)|[(](万元|元)[)]|单位:?(万元|元)/
const shortestGoal = 8

/** Reads what stands above the table of indicators: fields, funds, goals. */
export function readHead(rows: readonly Row[], context: SectionContext): void {
  const { draft, layout } = context
  const fields = createFieldsReader(context)
  const funds =
    layout === 'self-evaluation-2022' ? createExecutedFunds(context) : createTwoSidedFunds(context)
  const goals = createGoalsReader(context)
  let last: 'fields' | 'funds' | 'goals' | null = null

  for (const row of rows) {
    const cells = labelCells(layout, row.cells)
    const kinds = new Set(cells.map(({ label }) => label?.kind))
    const texts = cells.filter(({ label }) => label === null).map(({ cell }) => cell)
    const unit = printedUnit.exec(row.cells.map((cell) => cell.key).join(''))
    if (kinds.has('goal')) {
      goals.header(cells)
      last = 'goals'
    } else if (kinds.has('fund')) {
      funds(cells)
      last = 'funds'
    } else if (kinds.has('field') || kinds.has('unkept')) {
      fields.row(cells)
      last = 'fields'
    } else {
      const captions: Cell[] = cells.filter(({ label }) => label !== null).map(({ cell }) => cell)
      context.ledger.book('boilerplate', captions)
      if (texts.length === 0) draft.unit ??= unitOf(unit)
      else if (goals.started() || startsGoals(texts, last)) {
        goals.texts(texts)
        last = 'goals'
      } else if (last === 'fields' && captions.length === 0) fields.continueRow(texts)
      else if (last === 'funds') continueAmounts(texts, context)
    }
    if (kinds.has('fund') || kinds.has('caption')) draft.unit ??= unitOf(unit)
  }
}

const restOfAmount = /^[\d,，.]+$/

/** The rest of an amount that a page break cut through stands in the same column, and no words beside it. */
function continueAmounts(cells: readonly Cell[], { draft, ledger }: SectionContext): void {
  if (!cells.every((cell) => restOfAmount.test(cell.text))) return
  const lastLine = draft.funds.at(-1)?.line
  for (const cell of cells) {
    const fund = draft.funds.find((one) => one.line === lastLine && one.column === cell.column)
    if (fund === undefined) continue
    ledger.book('data', [cell])
    fund.text += cell.text
  }
}

/** Two long texts below the funds can only be the goals, whose labels are lost. */
const startsGoals = (texts: readonly Cell[], last: string | null): boolean =>
  last === 'funds' && texts.length === 2 && texts.every((cell) => cell.text.length >= shortestGoal)

function unitOf(found: RegExpExecArray | null): '元' | '万元' | null {
  const unit = found?.[1] ?? found?.[2] ?? found?.[3]
  return unit === '元' || unit === '万元' ? unit : null
}
