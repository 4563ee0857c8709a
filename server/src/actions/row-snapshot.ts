import { emptyIndicator, indicatorFields, putBackCell, type Indicator } from '@biaochi/domain'
import { z } from 'zod'
import { textOf } from './cell-text.ts'

const text = z.string().nullable().default(null)
const snapshot = z.object({
  period: z.enum(['annual', 'midterm']),
  position: z.int().min(0),
  sourceLine: z.int().nullable().default(null),
  level1: text,
  level2: text,
  name: text,
  target: text,
  actual: text,
  weight: text,
  score: text,
  reason: text,
  grade: text,
})

interface Row {
  readonly indicator: Indicator
  readonly position: number
  readonly sourceLine: number | null
}

/** A row as the history keeps it: every cell's text, so that the row can come back exactly. */
export const rowSnapshot = ({ indicator, position, sourceLine }: Row): string =>
  JSON.stringify({
    period: indicator.period,
    position,
    sourceLine,
    ...Object.fromEntries(indicatorFields.map((field) => [field, textOf(indicator, field)])),
  } satisfies Partial<z.input<typeof snapshot>>)

/** The row a snapshot was taken of. */
export const rowOfSnapshot = (json: string): Row => {
  const { period, position, sourceLine, ...texts } = snapshot.parse(JSON.parse(json))
  // In this order the target stands before the actual is read against it.
  const indicator = indicatorFields.reduce((row, field) => putBackCell(row, field, texts[field] ?? ''), {
    ...emptyIndicator,
    period,
  })
  return { indicator, position, sourceLine }
}
