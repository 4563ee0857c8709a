import { m } from '#lib/i18n.ts'
import type { Remarks } from '#lib/remarks.ts'
import type { DoneReport, EditReport, NotDone } from '#lib/sheet/edit-report.ts'

type Say = Remarks['say']

/** Says quietly what became of changes of many cells: one message at a time, the newest. */
export class EditReporter {
  readonly #say: Say
  readonly #showRefused: () => void
  #takeBack: () => void = () => undefined

  constructor(remarks: Remarks, showRefused: () => void) {
    this.#say = (...remark) => remarks.say(...remark)
    this.#showRefused = showRefused
  }

  report(report: EditReport): void {
    this.#takeBack()
    this.#takeBack = this.#tell(report) ?? (() => undefined)
  }

  #tell(report: EditReport): ReturnType<Say> | null {
    if (report.kind === 'working') return this.#say('working', m.edit_working({ cells: report.cells }))
    if (report.kind === 'not-done') return this.#say('warning', notDone[report.why]({ cells: report.cells }))
    if (report.kind === 'over') return null
    if (report.kind === 'cut-lost') return this.#say('warning', m.edit_cut_lost())
    if (report.refused + report.skipped.length > 0)
      return this.#say('warning', sentence(report), { label: m.edit_show_refused(), run: this.#showRefused })
    const { what, instead, changed, rows } = report
    if (instead !== null)
      return this.#say('good', sentence(report), { label: insteadOf[instead.what](), run: instead.run })
    // A single cell speaks for itself, unless nobody looks at it.
    return changed + rows > 1 || what === 'replace' ? this.#say('good', sentence(report)) : null
  }
}

const sentence = ({ what, changed, rows, refused, skipped }: DoneReport): string =>
  [
    done[what]({ cells: changed }),
    rows > 0 ? m.edit_rows({ rows }) : null,
    refused > 0 ? m.edit_refused({ count: refused }) : null,
    skipped.length > 0 ? m.edit_skipped({ count: skipped.length }) : null,
  ]
    .filter((part) => part !== null)
    .join(m.edit_separator())

const done = {
  paste: m.edit_pasted,
  move: m.edit_moved,
  fill: m.edit_filled,
  replace: m.edit_replaced,
  'last-year': m.edit_copied_year,
}

const insteadOf = { series: m.edit_instead_series, copy: m.edit_instead_copy }

const notDone: Readonly<Record<NotDone, (params: { readonly cells: number }) => string>> = {
  empty: m.edit_empty,
  'no-cell': m.edit_no_cell,
  'ranges-differ': m.edit_ranges_differ,
  'ranges-shape': m.edit_ranges_shape,
  'too-many': m.edit_too_many,
  sorted: m.rows_sorted,
  'other-group': m.rows_other_group,
}
