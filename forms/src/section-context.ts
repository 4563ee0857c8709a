import type { Draft } from './draft.ts'
import type { Layout } from './layout.ts'
import type { Report } from './report.ts'
import type { Ledger } from './text/ledger.ts'

/** What the readers of one section share. */
export interface SectionContext {
  readonly layout: Layout
  readonly draft: Draft
  readonly ledger: Ledger
  readonly report: Report
}
