import type { GoalPeriod } from '@biaochi/domain'
import type { Cell } from '../text/row.ts'
import { endsSentence, joinPieces } from '../text/clean-text.ts'
import type { GoalDraft } from '../draft.ts'
import type { Layout } from '../layout.ts'
import type { SectionContext } from '../section-context.ts'
import type { HeadCell } from './split-glued.ts'
import { isMultiYear } from './is-multi-year.ts'

/** Reads the two goals that stand side by side: their labels above, their texts below, pages breaking through them. */
export interface GoalsReader {
  readonly started: () => boolean
  readonly header: (cells: readonly HeadCell[]) => void
  readonly texts: (cells: readonly Cell[]) => void
}

interface Side {
  readonly period: GoalPeriod
  readonly label: string
  readonly column: number
  goal: GoalDraft | null
  columns: Set<number>
}

const periods: Readonly<Record<Layout, readonly [GoalPeriod, GoalPeriod]>> = {
  'declaration-2026': ['total', 'annual'],
  'self-evaluation-2022': ['expected', 'achieved'],
  'declaration-midterm-2023': ['midterm', 'annual'],
  'declaration-2020': ['total', 'annual'],
}
const span = /^\(?\d{4}年?[-—–~至到]+\d{4}年?\)?$/

/** A reader of goals that writes into the section's draft. */
export function createGoalsReader(context: SectionContext): GoalsReader {
  const { draft, ledger, report, layout } = context
  let sides: Side[] = []

  const add = (side: Side, cell: Cell): void => {
    ledger.book('data', [cell])
    side.columns.add(cell.column)
    if (side.goal === null) {
      side.goal = { period: side.period, label: side.label, line: cell.line, text: cell.text }
      draft.goals.push(side.goal)
    } else side.goal.text = joinPieces(side.goal.text, cell.text)
  }

  /** Only a project of several years has a total goal. */
  const onlyRight = (): boolean =>
    layout === 'declaration-2026' && sides[0]?.goal === null && !isMultiYear(draft)

  /** The side a single text belongs to. */
  const sideOf = (cell: Cell): Side | null => {
    const [left, right] = sides
    if (left === undefined || right === undefined) return left ?? null
    const byColumn = cell.column > (left.column + right.column) / 2 ? right : left
    if (!onlyRight()) return byColumn
    if (byColumn === left) report('goal-column-guessed', cell.line, {}, { of: 'goal', period: right.period })
    return right
  }

  const continued = (cell: Cell): Side | null => {
    const own = sideOf(cell)
    const rated = sides
      .filter((side) => side.goal !== null)
      .map((side) => ({
        side,
        score:
          (side.columns.has(cell.column) ? 2 : 0) +
          (endsSentence(side.goal?.text ?? '') ? 0 : 3) +
          (side === own ? 1 : 0),
      }))
      .sort((a, b) => b.score - a.score)
    const best = rated[0]
    if (own !== null && own.goal === null && (best === undefined || best.score < 3)) return own
    return best?.side ?? own
  }

  /** Two texts below a lost label: the layout's order says which is which. */
  const completeSides = (cells: readonly Cell[]): void => {
    const known = sides[0]
    sides = periods[layout].map((period, at) =>
      known?.period === period
        ? known
        : { period, label: '', column: cells[at]?.column ?? at, goal: null, columns: new Set() },
    )
    report('label-missing', cells[0]?.line ?? draft.line, { text: '总体目标' })
  }

  return {
    started: () => sides.length > 0,
    header: (cells) => {
      for (const { cell, label } of cells) {
        if (label !== null) ledger.book('boilerplate', [cell])
        if (label?.kind !== 'goal') {
          const last = sides.at(-1)
          if (label !== null || last === undefined) continue
          if (span.test(cell.key)) {
            ledger.book('data', [cell])
            sides[sides.length - 1] = { ...last, label: `${last.label}${cell.text}` }
          } else add(last, cell)
          continue
        }
        if (sides.some((side) => side.period === label.period)) continue
        sides.push({
          period: label.period,
          label: cell.text.replace(/[:：]$/, ''),
          column: cell.column,
          goal: null,
          columns: new Set(),
        })
      }
      sides.sort((a, b) => a.column - b.column)
    },
    texts: (cells) => {
      const fresh = sides.every((side) => side.goal === null)
      if (fresh && cells.length === 2 && sides.length < 2) completeSides(cells)
      const [left, right] = sides
      if (cells.length === 2 && left !== undefined && right !== undefined) {
        // A tab inside the right text parts it where only the right text is possible.
        const inRight = onlyRight() && right.label !== '' && cells[0]?.column === right.column
        for (const [at, cell] of cells.entries()) add(at === 0 && !inRight ? left : right, cell)
        return
      }
      for (const cell of cells) {
        const side = fresh ? sideOf(cell) : continued(cell)
        if (side !== null) add(side, cell)
      }
    },
  }
}
