import { indicatorFields, type IndicatorField } from '@biaochi/domain'
import { z } from 'zod'

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

const text = z.string().nullable().default(null)

export const verdictShape = z.object({
  accepted: z.boolean(),
  /** The canonical text now in the cell, when accepted. */
  value: text,
  code: z.enum(cellRefusalCodes).nullable(),
  reason: text,
  /** What stands in the cell, when refused. */
  currentValue: text,
  currentVersion: z.number().nullable(),
  /** In a conflict: who changed the cell since, and when. */
  changedBy: text,
  changedAt: text,
})

/** The answer to one change, whatever it changes. */
export type Verdict = z.infer<typeof verdictShape>

export const cellOutcomeShape = verdictShape.extend({
  indicatorId: z.string(),
  field: z.enum(indicatorFields),
})

/** The answer to one change of one cell. */
export type CellOutcome = Verdict & { readonly indicatorId: string; readonly field: IndicatorField }

export const rowOperations = ['CREATE', 'MOVE', 'DELETE'] as const

export const rowOutcomeShape = verdictShape.omit({ value: true, currentValue: true }).extend({
  indicatorId: z.string(),
  operation: z.enum(rowOperations),
  /** The initial cell that kept a new row out. */
  field: z.enum(indicatorFields).nullable().default(null),
  /** Where the row stands when accepted; null for a deleted one. */
  position: z.number().nullable().default(null),
})

/** The answer to one row that was to be made, moved or deleted. */
export type RowOutcome = z.infer<typeof rowOutcomeShape>

const nothing = {
  value: null,
  code: null,
  reason: null,
  currentValue: null,
  changedBy: null,
  changedAt: null,
}

export const accept = (value: string, currentVersion: number): Verdict => ({
  ...nothing,
  accepted: true,
  value,
  currentVersion,
})

/** A refusal before it is known what stands in the cell. */
export interface Refused {
  readonly code: CellRefusalCode
  readonly reason: string
  readonly changedBy?: string
  readonly changedAt?: string
}

export const refuseCell = (
  refused: Refused,
  current: { readonly value: string; readonly version: number } | null,
): Verdict => ({
  ...nothing,
  ...refused,
  accepted: false,
  currentValue: current?.value ?? null,
  currentVersion: current?.version ?? null,
})
