import type { IndicatorField } from '@biaochi/domain'

/** Why a cell was not changed. */
export const cellRefusalCodes = [
  'BAD_INPUT',
  'CONFLICT',
  'NOT_FOUND',
  'FORBIDDEN',
  'LOCKED',
  'ABORTED',
] as const

export type CellRefusalCode = (typeof cellRefusalCodes)[number]

/** The answer to one change of one cell. */
export interface CellOutcome {
  readonly indicatorId: string
  readonly field: IndicatorField
  readonly accepted: boolean
  /** The canonical text now in the cell, when accepted. */
  readonly value: string | null
  readonly code: CellRefusalCode | null
  readonly reason: string | null
  /** What stands in the cell, when refused. */
  readonly currentValue: string | null
  readonly currentVersion: number | null
}
