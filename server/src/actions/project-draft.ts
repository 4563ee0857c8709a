import type { Indicator, Project } from '@biaochi/domain'
import type { OpenIndicator, OpenProject } from './open-projects.ts'

/** A row as it is to become. */
export interface DraftRow {
  readonly id: string
  /** Null for a row that is being made. */
  readonly before: OpenIndicator | null
  /** The version it has, or the last one it had. */
  readonly version: number
  readonly sourceLine: number | null
  indicator: Indicator
}

/** An open project on which changes are tried: what is in here after the last change is what will be written. */
export interface ProjectDraft {
  readonly project: OpenProject
  /** Without regard to its indicators, which are the rows. */
  document: Project
  supervisorId: string | null
  readonly rows: Map<string, DraftRow>
  /** The rows' ids in the order of the form. */
  readonly order: string[]
  /** Rows whose place was asked for. */
  readonly moved: Set<string>
}

export const draftOf = (project: OpenProject): ProjectDraft => ({
  project,
  document: project.document,
  supervisorId: project.supervisorId,
  rows: new Map(
    project.indicators.map((before) => {
      const { id, version, sourceLine, indicator } = before
      return [id, { id, before, version, sourceLine, indicator }]
    }),
  ),
  order: project.indicators.map(({ id }) => id),
  moved: new Set(),
})

/** Every row of the drafts with its project, by id. */
export const placesOf = (
  drafts: readonly ProjectDraft[],
): ReadonlyMap<string, { readonly draft: ProjectDraft; readonly row: DraftRow }> =>
  new Map(drafts.flatMap((draft) => [...draft.rows.values()].map((row) => [row.id, { draft, row }] as const)))

/** Where a row is to stand: at an index, behind another row, or last. */
export interface Place {
  readonly position: number | null
  readonly after: string | null
}

/** Puts a row that is not in the order at its place; a row to stand behind that is not there means last. */
export const placeRow = ({ order }: ProjectDraft, id: string, { position, after }: Place): void => {
  // Rows that are pasted one behind the other come last most often: look there first.
  const index = after === null ? (position ?? order.length) : order.lastIndexOf(after) + 1
  order.splice(after !== null && index === 0 ? order.length : index, 0, id)
}

export const takeFromOrder = ({ order }: ProjectDraft, id: string): void => {
  const index = order.indexOf(id)
  if (index >= 0) order.splice(index, 1)
}

/** Takes rows out of the project. */
export const removeRows = (draft: ProjectDraft, ids: ReadonlySet<string>): void => {
  for (const id of ids) draft.rows.delete(id)
  const kept = draft.order.filter((id) => !ids.has(id))
  draft.order.splice(0, draft.order.length)
  for (const id of kept) draft.order.push(id)
}
