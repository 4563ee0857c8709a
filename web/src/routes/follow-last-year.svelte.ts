import { untrack } from 'svelte'
import { toast } from 'svelte-sonner'
import { ApiError } from '#lib/api/api-error.ts'
import { m } from '#lib/i18n.ts'
import type { LastYear } from '#lib/sheet/compare/last-year.ts'
import { dependsOnLastYear, showsLastYear } from '#lib/sheet/compare/shows-last-year.ts'
import type { IndicatorSheet } from '#lib/sheet/sheet.svelte.ts'
import type { SheetView } from '#lib/sheet/view/sheet-view.svelte.ts'

interface FollowedYear {
  readonly lastYear: LastYear
  readonly sheet: IndicatorSheet
  readonly view: SheetView
  /** Filters and sorts anew, by what is known now. */
  readonly searchAgain: () => void
}

/** Reads last year's indicators of what is shown while a column, a filter or the order asks for them; called while a page is made. */
export function followLastYear({ lastYear, sheet, view, searchAgain }: FollowedYear): void {
  const isWanted = $derived(showsLastYear(view))
  const projectIds = $derived(sheet.summary.groupIds)

  async function read(ids: readonly string[]): Promise<void> {
    try {
      await lastYear.read(ids)
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem
      toast.error(m.last_year_failed({ reason: problem.message }))
      return
    }
    // What was found before it was known is found anew.
    if (dependsOnLastYear(view) && !lastYear.isReading) searchAgain()
  }

  $effect(() => {
    const ids = projectIds
    if (isWanted) untrack(() => void read(ids))
  })
}
