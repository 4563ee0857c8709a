import { formatMessage } from '@biaochi/domain'
import type { Message } from '@biaochi/domain'
import { createContext } from 'svelte'
import { v7 as uuidv7 } from 'uuid'
import { saveAgencyChanges } from './api/agencies.ts'
import { saveChanges } from './api/changes.ts'
import { createApi } from './api/client.ts'
import type { Api } from './api/client.ts'
import { fetchLastYear } from './api/last-year.ts'
import { takeBack } from './api/restore.ts'
import { saveProjectChanges } from './api/project-list.ts'
import { getLocale } from './i18n.ts'
import { Remarks } from './remarks.ts'
import { Settings } from './settings.svelte.ts'
import { showComparison } from './sheet/compare/compare-cells.ts'
import { LastYear } from './sheet/compare/last-year.ts'
import { RowComparison } from './sheet/compare/row-comparison.ts'
import { agencyTable, catalogId } from './sheet/agencies/agency-table.ts'
import type { AgencySheet } from './sheet/agencies/agency-table.ts'
import type { AnySheet } from './sheet/any-sheet.ts'
import { systemClock } from './sheet/clock.ts'
import type { Journal } from './sheet/keep/journal.ts'
import { Colleagues } from './sheet/colleagues.ts'
import { indicatorTable } from './sheet/indicator-table.ts'
import { projectTable } from './sheet/projects/project-table.ts'
import type { ProjectList } from './sheet/projects/project-table.ts'
import { Sheet } from './sheet/sheet.svelte.ts'
import type { IndicatorSheet } from './sheet/sheet.svelte.ts'
import type { TakeBackRequest } from './sheet/take-back.ts'
import { SheetView } from './sheet/view/sheet-view.svelte.ts'
import { browserMemory } from './sheet/view/view-memory.ts'
import { agencyWords, indicatorWords, projectWords } from './table-words.ts'

/** What lives as long as the tab: one door to the server, and a sheet for each table whose edits outlive every navigation. */
export interface App {
  readonly api: Api
  readonly sheet: IndicatorSheet
  readonly projects: ProjectList
  readonly agencies: AgencySheet
  readonly sheets: readonly AnySheet[]
  readonly colleagues: Colleagues
  /** What the indicators are compared with. */
  readonly lastYear: LastYear
  readonly comparison: RowComparison
  /** How this person looks at the indicators, and at the other tables. */
  readonly view: SheetView
  readonly projectView: SheetView
  readonly agencyView: SheetView
  readonly settings: Settings
  readonly remarks: Remarks
}

export const [getApp, setApp] = createContext<App>()

const describe = (message: Message | string): string =>
  typeof message === 'string' ? message : formatMessage(message, getLocale())

export function createApp(journal: Journal): App {
  const api = createApi(fetch)
  const settings = new Settings()
  const common = {
    clock: systemClock,
    newKey: () => uuidv7(),
    takeBack: (request: TakeBackRequest) => takeBack(api, request),
  }
  const lastYear = new LastYear({
    fetch: (ids) => fetchLastYear(api, ids),
    onarrive: (ids) => sheet.model.showAnew(ids),
  })
  const comparison: RowComparison = new RowComparison({
    rowsOf: (id) => sheet.model.rowsOf(id),
    lastYearOf: (id) => lastYear.of(id),
  })
  const sheet: IndicatorSheet = new Sheet({
    ...common,
    table: indicatorTable(indicatorWords(describe), (row, column) => showComparison(comparison, row, column)),
    save: (request) => saveChanges(api, request),
    memory: journal.memoryOf('indicators'),
  })
  const projects = new Sheet({
    ...common,
    table: projectTable(projectWords(describe, () => settings.amountUnit)),
    save: (request) => saveProjectChanges(api, request),
    memory: journal.memoryOf('projects'),
  })
  const agencies: AgencySheet = new Sheet({
    ...common,
    table: agencyTable({
      words: agencyWords(describe),
      known: () => agencies.model.rowsOf(catalogId),
      nameOf: (id) => agencies.model.titleOf(id),
    }),
    save: (request) => saveAgencyChanges(api, request),
    memory: journal.memoryOf('agencies'),
  })
  const colleagues = new Colleagues(systemClock)
  const viewOf = (table: string): SheetView => new SheetView(browserMemory(localStorage, table))
  return {
    api,
    sheet,
    projects,
    agencies,
    sheets: [sheet, projects, agencies],
    colleagues,
    lastYear,
    comparison,
    view: viewOf('indicators'),
    projectView: viewOf('projects'),
    agencyView: viewOf('agencies'),
    settings,
    remarks: new Remarks(systemClock),
  }
}
