import { fetchProjectList } from '#lib/api/project-list.ts'
import { route } from '#lib/route.ts'
import { loadSelection } from '../table/load-selection.ts'
import type { PageLoad } from './$types'

/** More than a screen of rows; the rest follows in larger pages. */
const firstPage = 40

export const load: PageLoad = (visit) =>
  loadSelection(visit, {
    address: route.projects,
    readFirst: (api, selection) => fetchProjectList(api, selection, firstPage, null),
  })
