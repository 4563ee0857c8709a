import { fetchAgencies } from '#lib/api/agencies.ts'
import { createApi } from '#lib/api/client.ts'
import { orErrorPage, sinceNow } from '../table/load-selection.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ fetch }) => {
  const api = createApi(fetch)
  return orErrorPage(() => sinceNow(api, async () => ({ catalog: await fetchAgencies(api) })))
}
