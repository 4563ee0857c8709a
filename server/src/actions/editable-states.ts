import { hasOpenTargets, type IndicatorField, type ProjectState } from '@biaochi/domain'

/** What an approval freezes. */
const promised: readonly IndicatorField[] = ['level1', 'level2', 'name', 'target', 'weight']

/** Whether a cell may be changed while its project is in this state. */
export const isEditable = (state: ProjectState, field: IndicatorField): boolean =>
  hasOpenTargets(state) ||
  (!promised.includes(field) && (state === 'self-evaluating' || state === 'evaluation-returned'))
