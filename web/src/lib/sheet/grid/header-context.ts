import type { AmountUnit } from '#lib/format-amount.ts'
import type { Colleagues } from '../colleagues.ts'
import type { Folding } from '../grid-table.ts'
import type { IndicatorSheet } from '../sheet.svelte.ts'

/** What a project's header row reads and does; the same object for all of them. */
export interface HeaderContext {
  readonly sheet: IndicatorSheet
  readonly colleagues: Colleagues
  readonly amountUnit: () => AmountUnit
  readonly openFindings: (projectId: string) => void
  /** How many of last year's indicators the project has no more, while last year is shown. */
  readonly droppedIn: (projectId: string) => number
  readonly openLastYear: (projectId: string) => void
  readonly folding: Folding
}
