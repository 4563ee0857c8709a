import type { Measure } from './measure.ts'
import { formatMeasure, readMeasure } from './measure.ts'
import { createMemory } from './remembering.ts'
import type { Target } from './target.ts'
import { isLostUnit } from './unit.ts'

/** 实际完成值; with operator '>' or '<', or approximate, it is only a bound. */
export type Actual = Measure

const recall = createMemory<Actual>()

/**
 * Reads an actual as printed or typed. A unit that is not printed is taken from the target and marked assumed, unless
 * the target counts in 万 or 亿 and the actual does not say whether it does (0 is 0 either way).
 */
export function parseActual(text: string, target?: Target): Actual {
  const expected = target?.kind === 'quantitative' && !isLostUnit(target.unit) ? target : null
  const unit = expected?.unit ?? null
  const isPlain = expected?.multiplier === 1
  return recall(`${isPlain}\n${unit}\n${text}`, () =>
    readMeasure(text, unit, (parts) =>
      parts.unit === null && unit !== null && (isPlain || parts.multiplier !== 1 || parts.value === '0')
        ? { unit, assumed: ['unit'] }
        : { unit: parts.unit, assumed: [] },
    ),
  )
}

/** Canonical text of an actual, unit included even where it was assumed. */
export const formatActual = (actual: Actual): string => formatMeasure(actual)

/** Whether an actual only says "more than", "less than" or "about" (>50个, 7000余条, 约300人), so that it is no measured value. */
export const isBound = (actual: Actual): boolean =>
  actual.kind === 'quantitative' &&
  (actual.approximate || (actual.operator !== null && actual.operator !== '='))
