import { hasOpenTargets, type IndicatorField, type ProjectState } from '@biaochi/domain'

/** What an approval freezes. */
const promised: readonly IndicatorField[] = ['level1', 'level2', 'name', 'target', 'weight']

/** What a self-evaluation says of a project itself: money spent, goals achieved, what the form prints of points. */
const evaluated =
  /^(fund\/.*\/(adjusted|executed)|goal\/achieved|execution\/.*|project\/total(Weight|Score))$/

const isSelfEvaluating = (state: ProjectState): boolean =>
  state === 'self-evaluating' || state === 'evaluation-returned'

/** Whether a cell of the project itself may be changed in this state. */
export const isProjectCellEditable = (state: ProjectState, name: string): boolean =>
  hasOpenTargets(state) || (isSelfEvaluating(state) && evaluated.test(name))

/** Whether a cell may be changed while its project is in this state. */
export const isEditable = (state: ProjectState, field: IndicatorField): boolean =>
  hasOpenTargets(state) || (!promised.includes(field) && isSelfEvaluating(state))
