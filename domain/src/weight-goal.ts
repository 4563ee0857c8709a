import type { DecimalText } from './decimal.ts'
import type { Project } from './project.ts'
import type { Scheme } from './scheme.ts'

/** Points, the execution's among them or not. */
export interface WeightGoal {
  readonly total: DecimalText
  readonly execution: DecimalText
  readonly hasExecution: boolean
}

/** What the weights of a form are to come to: 100 with its execution, 90 for a declaration that has none yet (domain.md §4). */
export function weightGoal(
  { form, execution }: Pick<Project, 'form' | 'execution'>,
  scheme: Scheme,
): WeightGoal {
  const printed = execution?.weight ?? null
  return form === 'self-evaluation' || printed !== null
    ? { total: scheme.evaluationTotal, execution: printed ?? scheme.executionWeight, hasExecution: true }
    : { total: scheme.declarationTotal, execution: '0', hasExecution: false }
}
