import { error, redirect } from '@sveltejs/kit'
import { ApiError } from '#lib/api/api-error.ts'
import { fetchCatalog } from '#lib/api/catalog.ts'
import type { Catalog } from '#lib/api/catalog.ts'
import { createApi } from '#lib/api/client.ts'
import type { Api } from '#lib/api/client.ts'
import { fetchChangeNumber } from '#lib/api/live.ts'
import { fetchProjects } from '#lib/api/projects.ts'
import type { ProjectPage } from '#lib/api/projects.ts'
import type { Selection } from '#lib/api/project-page.ts'
import { readSelection, route } from '#lib/route.ts'
import type { PageLoad } from './$types'

/** Small, so that the first rows are there at once; the rest follows in larger pages. */
const firstPage = 20

interface Selected {
  readonly selection: Selection
  readonly first: ProjectPage
  /** All changes up to this one are in what was read. */
  readonly changeNumber: number
}

interface SheetData {
  readonly catalog: Catalog
  readonly selected: Selected | null
}

export const load: PageLoad = async ({ url, fetch }): Promise<SheetData> => {
  const api = createApi(fetch)
  const { year, agency } = readSelection(url.searchParams)
  try {
    if (year === null) {
      const catalog = await fetchCatalog(api)
      const newest = catalog.years[0]?.fiscalYear
      if (newest === undefined) return { catalog, selected: null }
      redirect(307, route.sheet({ year: newest, agency }))
    }
    const selection = { year, agencyId: agency }
    const [catalog, selected] = await Promise.all([fetchCatalog(api), readFirstPage(api, selection)])
    // An old link to an agency that is not here any more: all agencies, not an empty sheet under their name.
    if (agency !== null && !catalog.agencies.some((at) => at.id === agency))
      redirect(307, route.sheet({ year }))
    return { catalog, selected }
  } catch (problem) {
    if (problem instanceof ApiError) error(problem.kind === 'unreachable' ? 503 : 400, problem.message)
    throw problem
  }
}

async function readFirstPage(api: Api, selection: Selection): Promise<Selected> {
  const changeNumber = await fetchChangeNumber(api)
  return { selection, changeNumber, first: await fetchProjects(api, selection, firstPage, null) }
}
