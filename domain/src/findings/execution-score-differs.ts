import { equalDecimals } from '../decimal.ts'
import { scoreExecution } from '../execution.ts'
import { problem } from './rule.ts'
import type { Rule } from './rule.ts'

/**
 * The printed execution score is weight × exact rate (2022 form: 10 printed, 9.99 exact). Where the scheme scores from
 * the displayed rate and the form did so, the difference is only worth a warning.
 */
export const executionScoreDiffers: Rule = {
  id: 'execution-score-differs',
  find({ project, scheme }) {
    const printed = project.execution?.score ?? null
    if (printed === null) return []
    const weighted = { ...scheme, executionWeight: project.execution?.weight ?? scheme.executionWeight }
    const exact = scoreExecution(project.funds, { ...weighted, scoreExecutionFrom: 'exact' })
    if (exact.kind !== 'scored' || equalDecimals(printed, exact.score)) return []
    const displayed = scoreExecution(project.funds, { ...weighted, scoreExecutionFrom: 'displayed' })
    const rounded = displayed.kind === 'scored' && equalDecimals(printed, displayed.score)
    const severity = rounded && scheme.scoreExecutionFrom === 'displayed' ? 'warn' : 'explain'
    const params = { printed, computed: exact.score, rate: exact.rate, weight: weighted.executionWeight }
    const code = rounded ? 'execution-score-differs.rounded' : 'execution-score-differs'
    return [problem(severity, { of: 'execution', field: 'score' }, code, params)]
  },
}
