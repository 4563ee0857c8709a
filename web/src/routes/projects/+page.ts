import { error, redirect } from '@sveltejs/kit'
import { ApiError } from '#lib/api/api-error.ts'
import { fetchCatalog } from '#lib/api/catalog.ts'
import type { Catalog } from '#lib/api/catalog.ts'
import { createApi } from '#lib/api/client.ts'
import { fetchProjectList } from '#lib/api/project-list.ts'
import type { ProjectListPage } from '#lib/api/project-list.ts'
import type { Selection } from '#lib/api/project-page.ts'
import { readSelection, route } from '#lib/route.ts'
import type { PageLoad } from './$types'

/** More than a screen of rows; the rest follows in larger pages. */
const firstPage = 40

interface ListData {
  readonly catalog: Catalog
  readonly selected: { readonly selection: Selection; readonly first: ProjectListPage } | null
}

export const load: PageLoad = async ({ url, fetch }): Promise<ListData> => {
  const api = createApi(fetch)
  const { year, agency } = readSelection(url.searchParams)
  try {
    if (year === null) {
      const catalog = await fetchCatalog(api)
      const newest = catalog.years[0]?.fiscalYear
      if (newest === undefined) return { catalog, selected: null }
      redirect(307, route.projects({ year: newest, agency }))
    }
    const selection = { year, agencyId: agency }
    const [catalog, first] = await Promise.all([
      fetchCatalog(api),
      fetchProjectList(api, selection, firstPage, null),
    ])
    if (agency !== null && !catalog.agencies.some((at) => at.id === agency))
      redirect(307, route.projects({ year }))
    return { catalog, selected: { selection, first } }
  } catch (problem) {
    if (problem instanceof ApiError) error(problem.kind === 'unreachable' ? 503 : 400, problem.message)
    throw problem
  }
}
