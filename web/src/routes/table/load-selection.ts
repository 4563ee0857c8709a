import { error, redirect } from '@sveltejs/kit'
import { ApiError } from '#lib/api/api-error.ts'
import { fetchCatalog } from '#lib/api/catalog.ts'
import type { Catalog } from '#lib/api/catalog.ts'
import { createApi } from '#lib/api/client.ts'
import type { Api } from '#lib/api/client.ts'
import { fetchChangeNumber } from '#lib/api/live.ts'
import type { Selection } from '#lib/api/project-page.ts'
import { readSelection } from '#lib/route.ts'
import type { SheetPlace } from '#lib/route.ts'

export interface Selected<Page> {
  readonly selection: Selection
  readonly first: Page
  /** All changes up to this one are in what was read. */
  readonly changeNumber: number
}

export interface SelectionData<Page> {
  readonly catalog: Catalog
  /** Null where there is no year to select yet. */
  readonly selected: Selected<Page> | null
}

interface SelectionRoute<Page> {
  readonly address: (place: SheetPlace) => string
  readonly readFirst: (api: Api, selection: Selection) => Promise<Page>
}

interface Visit {
  readonly url: URL
  readonly fetch: typeof globalThis.fetch
}

/** What a page shows that lists the projects of a year: what can be selected, and the first of what is. */
export function loadSelection<Page>(
  { url, fetch }: Visit,
  { address, readFirst }: SelectionRoute<Page>,
): Promise<SelectionData<Page>> {
  const api = createApi(fetch)
  const { year, agency } = readSelection(url.searchParams)
  return orErrorPage(async () => {
    if (year === null) {
      const catalog = await fetchCatalog(api)
      const newest = catalog.years[0]?.fiscalYear
      if (newest === undefined) return { catalog, selected: null }
      redirect(307, address({ year: newest, agency }))
    }
    const selection = { year, agencyId: agency }
    const [catalog, selected] = await Promise.all([
      fetchCatalog(api),
      sinceNow(api, async () => ({ selection, first: await readFirst(api, selection) })),
    ])
    // An old link to an agency that is not here any more: all agencies, not an empty list under their name.
    if (agency !== null && !catalog.agencies.some((at) => at.id === agency)) redirect(307, address({ year }))
    return { catalog, selected }
  })
}

/** What was read, and the last change that is surely in it. */
export async function sinceNow<Data>(
  api: Api,
  read: () => Promise<Data>,
): Promise<Data & { readonly changeNumber: number }> {
  const changeNumber = await fetchChangeNumber(api)
  return { ...(await read()), changeNumber }
}

/** What could not be read is a page that says why. */
export async function orErrorPage<Data>(read: () => Promise<Data>): Promise<Data> {
  try {
    return await read()
  } catch (problem) {
    if (problem instanceof ApiError) error(problem.kind === 'unreachable' ? 503 : 400, problem.message)
    throw problem
  }
}
