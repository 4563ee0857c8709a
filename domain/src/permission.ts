import type { ProjectState } from './workflow.ts'

/** Who asks. Until people sign in, everyone who reaches the server is the one local admin. */
export interface Caller {
  readonly kind: 'admin'
}

/** What somebody may want to do. */
export type Action =
  'read' | 'edit' | 'import' | 'submit' | 'return' | 'approve' | 'verify' | 'publish' | 'manage-catalog'

/** What it is done to; null where there is no project (catalogs, an import). */
export interface Subject {
  readonly implementerId: string | null
  readonly state: ProjectState | null
}

/** Whether a caller may do something: the only place that decides it. */
export function can(caller: Caller, action: Action, subject: Subject): boolean {
  // The arguments are what the answer will depend on once there is more than one kind of caller.
  void action
  void subject
  return caller.kind === 'admin'
}
