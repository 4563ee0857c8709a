import { formatMessage } from '@biaochi/domain'
import { createContext } from 'svelte'
import { v7 as uuidv7 } from 'uuid'
import { saveChanges } from './api/changes.ts'
import { createApi } from './api/client.ts'
import type { Api } from './api/client.ts'
import { getLocale, m } from './i18n.ts'
import { Settings } from './settings.svelte.ts'
import { systemClock } from './sheet/clock.ts'
import type { Journal } from './sheet/keep/journal.ts'
import { Colleagues } from './sheet/colleagues.ts'
import { indicatorTable } from './sheet/indicator-table.ts'
import { Sheet } from './sheet/sheet.svelte.ts'
import type { IndicatorSheet } from './sheet/sheet.svelte.ts'
import { SheetView } from './sheet/view/sheet-view.svelte.ts'
import { browserMemory } from './sheet/view/view-memory.ts'

/** What lives as long as the tab: one door to the server, and one sheet whose edits outlive every navigation. */
export interface App {
  readonly api: Api
  readonly sheet: IndicatorSheet
  readonly colleagues: Colleagues
  /** How this person looks at the indicators. */
  readonly view: SheetView
  readonly settings: Settings
}

export const [getApp, setApp] = createContext<App>()

export function createApp(journal: Journal): App {
  const api = createApi(fetch)
  const sheet = new Sheet({
    save: (request) => saveChanges(api, request),
    clock: systemClock,
    newKey: () => uuidv7(),
    table: indicatorTable({
      describe: (message) => (typeof message === 'string' ? message : formatMessage(message, getLocale())),
      period: { annual: m.period_annual(), midterm: m.period_midterm() },
      met: m.met_yes(),
      notMet: m.met_no(),
      excluded: m.score_excluded(),
    }),
    memory: journal.memoryOf('indicators'),
  })
  const view = new SheetView(browserMemory(localStorage, 'indicators'))
  return { api, sheet, view, colleagues: new Colleagues(systemClock), settings: new Settings() }
}
