import { isExecutionRateName } from './name-kinds.ts'
import { samePrintedRate } from './execution-rate-differs.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'
import { isShareUnit } from './unit-kinds.ts'

/** The execution rate used again as an indicator has the value of the funds block (2022 form: 80 % against 68.03 %). */
export const executionRateIndicatorDiffers: Rule = {
  id: 'execution-rate-indicator-differs',
  find({ annual, score }) {
    const { execution } = score
    if (execution.kind !== 'scored') return []
    return annual.flatMap(({ index, indicator: { actual }, name }) => {
      if (!isExecutionRateName(name) || actual.kind !== 'quantitative') return []
      if (actual.multiplier !== 1 || actual.unit === null || !isShareUnit(actual.unit)) return []
      if (samePrintedRate(actual.value, execution.rate)) return []
      const params = { actual: `${actual.value}%`, rate: execution.rate }
      const fix = { field: 'actual', value: `${execution.rate}%` } as const
      const at = indicatorCell(index, 'actual')
      return [problem('explain', at, 'execution-rate-indicator-differs', params, fix)]
    })
  },
}
