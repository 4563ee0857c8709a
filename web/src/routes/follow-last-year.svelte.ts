import { untrack } from 'svelte'
import { on } from 'svelte/events'
import { ApiError } from '#lib/api/api-error.ts'
import type { Api } from '#lib/api/client.ts'
import { fetchChangeNumber, followLive } from '#lib/api/live.ts'
import type { ChangeNotice } from '#lib/api/live.ts'
import type { Selection } from '#lib/api/project-page.ts'
import { waitForLine } from '#lib/api/wait-for-line.ts'
import { m } from '#lib/i18n.ts'
import type { Remarks } from '#lib/remarks.ts'
import type { LastYear } from '#lib/sheet/compare/last-year.ts'
import { dependsOnLastYear, showsLastYear } from '#lib/sheet/compare/shows-last-year.ts'
import type { IndicatorSheet } from '#lib/sheet/sheet.svelte.ts'
import type { SheetView } from '#lib/sheet/view/sheet-view.svelte.ts'
import { noticeOfEarlierYear, pairedAnew } from './table/notices.ts'

interface FollowedYear {
  readonly api: Api
  /** What the sheet shows; null while nothing is to be shown. */
  readonly selection: () => Selection | null
  readonly lastYear: LastYear
  readonly sheet: IndicatorSheet
  readonly view: SheetView
  readonly remarks: Remarks
  /** Filters and sorts anew, by what is known now. */
  readonly searchAgain: () => void
}

const pause = 15_000

/**
 * Reads last year's indicators of what is shown while a column, a filter or the order asks for them, and follows what others
 * save there; called while a page is made. Answers what has to be told of every change of the year that is shown.
 */
export function followLastYear(options: FollowedYear): (notice: ChangeNotice) => void {
  const { api, lastYear, sheet, view, remarks, searchAgain } = options
  const isWanted = $derived(showsLastYear(view))
  const projectIds = $derived(sheet.summary.groupIds)
  const year = $derived(isWanted ? options.selection() : null)
  let isSeen = $state(document.visibilityState === 'visible')
  /** From when on changes are heard of; null while it is not known. Whatever is read is read after it. */
  let from = $state.raw<number | null>(null)
  let last = 0

  /** What went wrong is told; anything but the line is a bug. */
  async function tried(act: () => Promise<void>): Promise<boolean> {
    try {
      await act()
      return true
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem
      remarks.say('bad', m.last_year_failed({ reason: problem.message }))
      return false
    }
  }

  async function begin(signal: AbortSignal): Promise<void> {
    const know = async (): Promise<void> => {
      const number = await fetchChangeNumber(api)
      if (signal.aborted) return
      lastYear.distrust()
      from = last = number
    }
    while (!signal.aborted && !(await tried(know))) await waitForLine(pause, signal)
  }

  async function read(ids: readonly string[]): Promise<void> {
    const isRead = await tried(() => lastYear.read(ids))
    // What was found before it was known is found anew.
    if (isRead && dependsOnLastYear(view) && !lastYear.isReading) searchAgain()
  }

  async function listen({ year, agencyId }: Selection, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const live = {
        selection: { year: year - 1, agencyId },
        since: last,
        onChange: (notice: ChangeNotice) => {
          last = notice.number
          void tried(() => lastYear.follow(noticeOfEarlierYear(notice)))
        },
        onPresence: () => undefined,
        onLine: () => undefined,
        wait: waitForLine,
      }
      const end = await followLive(api, live, signal)
      if (end === 'ended') return
      // Too much was missed. Where more changes are known now, this is begun anew.
      await begin(signal)
      await waitForLine(pause, signal)
    }
  }

  $effect(() => on(document, 'visibilitychange', () => (isSeen = document.visibilityState === 'visible')))

  $effect(() => {
    if (year === null) return
    const leave = new AbortController()
    untrack(() => void begin(leave.signal))
    return () => {
      leave.abort()
      from = null
    }
  })

  $effect(() => {
    const ids = projectIds
    if (from !== null) untrack(() => void read(ids))
  })

  // A browser has six connections for all its tabs: one that nobody looks at hears what it missed when it is seen again.
  $effect(() => {
    if (year === null || from === null || !isSeen) return
    const leave = new AbortController()
    const selection = year
    untrack(() => void listen(selection, leave.signal))
    return () => leave.abort()
  })

  return (notice) => {
    const ids = pairedAnew(notice)
    // While it is not followed nothing is read; whoever asks for it again reads everything.
    if (from !== null && ids.length > 0) void tried(() => lastYear.pairAnew(ids))
  }
}
