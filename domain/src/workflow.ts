/** From promise to publication: where a project stands. */
export const projectStates = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'self-evaluating',
  'evaluation-submitted',
  'evaluation-returned',
  'verified',
  'published',
] as const

/** Where a project stands. */
export type ProjectState = (typeof projectStates)[number]

const next: Readonly<Record<ProjectState, readonly ProjectState[]>> = {
  draft: ['submitted'],
  submitted: ['returned', 'approved'],
  returned: ['submitted'],
  approved: ['self-evaluating'],
  'self-evaluating': ['evaluation-submitted'],
  'evaluation-submitted': ['evaluation-returned', 'verified'],
  'evaluation-returned': ['evaluation-submitted'],
  verified: ['published'],
  published: [],
}

/** The states that may follow this one. */
export const nextStates = (state: ProjectState): readonly ProjectState[] => next[state]

/** Whether one state may follow another. */
export const canFollow = (from: ProjectState, to: ProjectState): boolean => next[from].includes(to)

/** Whether targets and weights may still change without an adjustment. */
export const hasOpenTargets = (state: ProjectState): boolean => state === 'draft' || state === 'returned'
