import type { DecimalText, Project, ProjectState, Scheme, Severity } from '@biaochi/domain'
import type { FindingCounts } from '../project-view.ts'

/** A project as one row: its own cells, and what is known of the indicators that are not loaded. */
export interface ProjectRecord {
  /** Without its indicators. */
  readonly document: Project
  readonly scheme: Scheme
  /** What the indicators alone come to; execution is added as it is typed. Null where nothing can be added up. */
  readonly points: { readonly rule: DecimalText | null; readonly awarded: DecimalText | null }
  readonly indicatorCount: number
  /** Something that counts has no rule score yet. */
  readonly incomplete: boolean
  readonly state: ProjectState
  readonly counts: FindingCounts
  readonly findings: readonly ProjectFinding[]
}

/** A finding at a cell of the project itself, in words already. */
export interface ProjectFinding {
  readonly at: string
  readonly severity: Severity
  readonly text: string
}
