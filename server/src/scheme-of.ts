import { schemeById, type Scheme } from '@biaochi/domain'

/** The scheme a project is scored with; one that is unknown here means that newer code has written it. */
export const schemeOf = (project: { readonly schemeId: string; readonly schemeVersion: number }): Scheme => {
  const scheme = schemeById(project.schemeId, project.schemeVersion)
  if (scheme === null) throw new Error(`unknown scheme ${project.schemeId} version ${project.schemeVersion}`)
  return scheme
}
