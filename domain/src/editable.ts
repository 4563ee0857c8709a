import type { IndicatorField } from './indicator.ts'
import { message } from './message.ts'
import type { Message } from './message.ts'
import { hasOpenTargets } from './workflow.ts'
import type { ProjectState } from './workflow.ts'

/** What an approval freezes. */
const promised: readonly IndicatorField[] = ['level1', 'level2', 'name', 'target', 'weight']

/** What a self-evaluation says of a project itself: money spent, goals achieved, what the form prints of points. */
const evaluated =
  /^(fund\/.*\/(adjusted|executed)|goal\/achieved|execution\/.*|project\/total(Weight|Score))$/

const isSelfEvaluating = (state: ProjectState): boolean =>
  state === 'self-evaluating' || state === 'evaluation-returned'

/** Whether a cell of the project itself may be changed in this state; `name` as in findings: "project/name". */
export const isProjectCellEditable = (state: ProjectState, name: string): boolean =>
  hasOpenTargets(state) || (isSelfEvaluating(state) && evaluated.test(name))

/** Whether a cell of an indicator may be changed while its project is in this state. */
export const isEditable = (state: ProjectState, field: IndicatorField): boolean =>
  hasOpenTargets(state) || (!promised.includes(field) && isSelfEvaluating(state))

/** Why a cell of an indicator cannot be changed in this state, null when it can. */
export const lockOf = (state: ProjectState, field: IndicatorField): Message | null =>
  isEditable(state, field) ? null : reasonOf(state)

/** Why no row may be made, moved or deleted in this state, null when one may: it would change what was promised. */
export const rowLockOf = (state: ProjectState): Message | null => lockOf(state, 'name')

/** Why a cell of the project itself cannot be changed in this state, null when it can. */
export const projectLockOf = (state: ProjectState, name: string): Message | null =>
  isProjectCellEditable(state, name) ? null : reasonOf(state)

const reasonOf = (state: ProjectState): Message =>
  message(isSelfEvaluating(state) ? 'locked-promised' : `locked-${state}`)
