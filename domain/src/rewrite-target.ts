import { formatOperator } from './read-operator.ts'
import type { Operator } from './quantity.ts'
import { formatTarget, parseTarget } from './target.ts'

/**
 * The typed target with another operator, in canonical text ("12次" and ">=" give "≥12次"; 约 and 余 go, since they are how
 * it was compared before); the operator alone where no number is there yet, null where the text is none of the kind.
 */
export function withOperator(text: string, operator: Operator): string | null {
  const target = parseTarget(text)
  if (target.kind === 'quantitative') return formatTarget({ ...target, operator, approximate: false })
  const noNumberYet = target.kind === 'invalid' && target.reason.code === 'measure.number-missing'
  return target.kind === 'missing' || noNumberYet ? formatOperator(operator) : null
}

/**
 * The typed target in another unit, in canonical text ("≥12次" and "家" give "≥12家"). The number stays as it is: 万 that
 * stands before the unit is kept, one that the new unit brings ("万元") takes its place. Null where there is no number.
 */
export function withUnit(text: string, unit: string): string | null {
  const target = parseTarget(text)
  const named = parseTarget(`=1(${unit})`)
  if (target.kind !== 'quantitative' || named.kind !== 'quantitative') return null
  const multiplier = named.multiplier === 1 ? target.multiplier : named.multiplier
  return formatTarget({ ...target, multiplier, unit: named.unit })
}
