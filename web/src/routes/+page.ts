import { fetchProjects } from '#lib/api/projects.ts'
import { route } from '#lib/route.ts'
import type { PageLoad } from './$types'
import { loadSelection } from './table/load-selection.ts'

/** Small, so that the first rows are there at once; the rest follows in larger pages. */
const firstPage = 20

export const load: PageLoad = (visit) =>
  loadSelection(visit, {
    address: route.sheet,
    readFirst: (api, selection) => fetchProjects(api, selection, firstPage, null),
  })
