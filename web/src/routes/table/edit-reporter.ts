import { toast } from 'svelte-sonner'
import { m } from '#lib/i18n.ts'
import type { DoneReport, EditReport, NotDone } from '#lib/sheet/edit-report.ts'

type Toast = ReturnType<typeof toast>

/** Says quietly what became of changes of many cells: one message at a time, the newest. */
export class EditReporter {
  readonly #showRefused: () => void
  #shown: Toast | null = null

  constructor(showRefused: () => void) {
    this.#showRefused = showRefused
  }

  report(report: EditReport): void {
    // A message that takes another one's place would inherit its button.
    if (this.#shown !== null) toast.dismiss(this.#shown)
    this.#shown = this.#say(report)
  }

  #say(report: EditReport): Toast | null {
    if (report.kind === 'working') return toast.loading(m.edit_working({ cells: report.cells }))
    if (report.kind === 'not-done') return toast.warning(notDone[report.why]({ cells: report.cells }))
    if (report.kind === 'over') return null
    if (report.kind === 'cut-lost') return toast.warning(m.edit_cut_lost())
    const problems = report.refused + report.skipped.length
    if (problems > 0)
      return toast.warning(sentence(report), {
        duration: 15_000,
        action: { label: m.edit_show_refused(), onClick: this.#showRefused },
      })
    const { what, instead, changed, rows } = report
    if (instead !== null)
      return toast.success(sentence(report), {
        duration: 8_000,
        action: { label: insteadOf[instead.what](), onClick: instead.run },
      })
    // A single cell speaks for itself, unless nobody looks at it.
    return changed + rows > 1 || what === 'replace' ? toast.success(sentence(report)) : null
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
