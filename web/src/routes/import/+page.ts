import { error } from '@sveltejs/kit'
import { ApiError } from '#lib/api/api-error.ts'
import { fetchCatalog } from '#lib/api/catalog.ts'
import { createApi } from '#lib/api/client.ts'
import type { PageLoad } from './$types'

/** The catalog says where imported projects will be found. */
export const load: PageLoad = async ({ fetch }) => {
  try {
    return { catalog: await fetchCatalog(createApi(fetch)) }
  } catch (problem) {
    if (problem instanceof ApiError) error(problem.kind === 'unreachable' ? 503 : 400, problem.message)
    throw problem
  }
}
