import type { CellClassParams, ColDef } from 'ag-grid-community'
import { colourOf } from '#lib/initials.ts'
import type { CellView } from '../cell-view.ts'
import type { Colleague } from '../colleagues.ts'
import type { GridRow } from '../grid-row.ts'

type Params = CellClassParams<GridRow, CellView>
type CellClass = ColDef<GridRow, CellView>['cellClass']

const none: readonly string[] = []

/** The classes that make a cell's state visible, and the colour of whoever else is in it. */
export function stateClasses(view: CellView | null, visitor: Colleague | null): readonly string[] {
  if (view === null) return none
  const classes: string[] = []
  if (view.state !== 'idle') classes.push(`is-${view.state}`)
  if (view.severity !== null) classes.push(`has-${view.severity}`)
  if (view.isNews) classes.push('is-news')
  if (visitor !== null) classes.push('is-visited', `who-${colourOf(visitor.id)}`)
  return classes
}

function classesOf(given: CellClass, params: Params): readonly string[] {
  const classes = typeof given === 'function' ? given(params) : given
  if (typeof classes === 'string') return [classes]
  return classes ?? none
}

/**
 * What a cell wears besides what its column says. One answer for all of them: a rule for each class
 * costs more than all else that is done for a cell that comes into sight.
 */
export const alsoWearing =
  (given: CellClass, more: (params: Params) => readonly string[]) =>
  (params: Params): string[] => [...classesOf(given, params), ...more(params)]
