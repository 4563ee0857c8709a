import type { Measure } from './measure.ts'
import { formatMeasure, readMeasure } from './measure.ts'
import { remembering } from './remembering.ts'

/** 指标值. */
export type Target = Measure

/** Reads a target as printed or typed; never throws, keeps the text as `raw`. A missing operator is marked assumed. */
export const parseTarget: (text: string) => Target = remembering((text) =>
  readMeasure(text, null, ({ operator, unit }) => ({ unit, assumed: operator === null ? ['operator'] : [] })),
)

/** Canonical text of a target ("≥12次", "=100%", "不适用"); parsing it gives the same value but for `raw`. */
export const formatTarget = (target: Target): string => formatMeasure(target)
