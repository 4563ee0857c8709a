import type { IndicatorField } from '@biaochi/domain'
import type { ChangeSource, Database } from '@biaochi/prisma'
import type { Actor } from '../actor.ts'
import type { ErrorCode } from '../errors.ts'
import type { ServerMessage } from '../messages.ts'
import type { CellOutcome } from './cell-outcome.ts'

export const MAX_CHANGES = 50_000

export interface CellEdit {
  readonly indicatorId: string
  readonly field: IndicatorField
  readonly value: string | null
  readonly version: number
}

export interface IndicatorChanges {
  readonly changes: readonly CellEdit[]
  readonly mode: 'ALL_OR_NOTHING' | 'ACCEPT_VALID'
  readonly source: ChangeSource
  readonly idempotencyKey: string | null
}

export interface AppliedChanges {
  readonly kind: 'answered'
  readonly applied: boolean
  readonly changeSetId: string | null
  readonly outcomes: readonly CellOutcome[]
  readonly indicatorIds: readonly string[]
  readonly projectIds: readonly string[]
}

/** The request as a whole cannot be taken. */
export interface Refusal {
  readonly kind: 'refused'
  readonly code: ErrorCode
  readonly message: ServerMessage
  readonly params: Readonly<Record<string, string | number>>
}

export const applyIndicatorChanges = (
  _db: Database,
  _actor: Actor,
  _input: IndicatorChanges,
): Promise<AppliedChanges | Refusal> => {
  throw new Error('not written yet')
}
