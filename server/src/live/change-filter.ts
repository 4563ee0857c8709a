import type { ChangeNotice, Touched } from './change-notice.ts'

/** Which changes somebody wants to hear of; null is any. */
export interface ChangeFilter {
  readonly projectId: string | null
  readonly fiscalYear: number | null
  /** An agency and everything below it. */
  readonly implementerIds: ReadonlySet<string> | null
}

/** Whether a place is wanted. */
export const matches = ({ projectId, fiscalYear, implementerIds }: ChangeFilter, touched: Touched): boolean =>
  (projectId === null || touched.projectId === projectId) &&
  (fiscalYear === null || touched.fiscalYear === fiscalYear) &&
  (implementerIds === null || implementerIds.has(touched.implementerId))

/** What of a change set is meant for this filter, or null when nothing is. */
export const noticeFor = (notice: ChangeNotice, filter: ChangeFilter): ChangeNotice | null => {
  const touched = notice.touched.filter((one) => matches(filter, one))
  if (touched.length === 0) return null
  const cells = notice.cells?.filter((one) => matches(filter, one)) ?? null
  return { ...notice, touched, cells }
}
