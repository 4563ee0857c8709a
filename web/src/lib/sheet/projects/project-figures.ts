import { executionPoints, gradeOf, scoreExecution, sumDecimals } from '@biaochi/domain'
import type { DecimalText, ExecutionScore, Total } from '@biaochi/domain'
import type { ProjectRecord } from './project-record.ts'

/** What is computed of a project's own cells. */
export interface ProjectFigures {
  readonly execution: ExecutionScore
  readonly rule: Total
  readonly awarded: Total
}

/** The totals move with the funds and the execution score as they are typed, without the indicators being loaded. */
export function projectFigures({ document, scheme, points }: ProjectRecord): ProjectFigures {
  const spent = executionPoints(document, scheme)
  const total = (ofIndicators: DecimalText | null, ofExecution: DecimalText): Total => {
    const sum = ofIndicators === null ? null : sumDecimals([ofIndicators, ofExecution])
    return { total: sum, grade: gradeOf(scheme, sum) }
  }
  return {
    execution: scoreExecution(document.funds, scheme),
    rule: total(points.rule, spent.rule),
    awarded: total(points.awarded, spent.awarded),
  }
}
