import { error } from '@sveltejs/kit'
import { fetchAgencies } from '#lib/api/agencies.ts'
import type { AgencyGroup } from '#lib/api/agencies.ts'
import { ApiError } from '#lib/api/api-error.ts'
import { createApi } from '#lib/api/client.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch }): Promise<{ readonly catalog: AgencyGroup }> => {
  try {
    return { catalog: await fetchAgencies(createApi(fetch)) }
  } catch (problem) {
    if (problem instanceof ApiError) error(problem.kind === 'unreachable' ? 503 : 400, problem.message)
    throw problem
  }
}
