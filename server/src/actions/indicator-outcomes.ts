import { formatCell } from '@biaochi/domain'
import type { Actor } from '../actor.ts'
import { refuseCell, type CellOutcome, type RowOutcome } from './cell-outcome.ts'
import { refusedBecause } from './judge-change.ts'
import { placesOf, type ProjectDraft } from './project-draft.ts'
import type { Rescored } from './rescore.ts'

export interface Outcomes {
  readonly outcomes: readonly CellOutcome[]
  readonly rowOutcomes: readonly RowOutcome[]
}

/** Nothing is written because something was refused: the good ones say so too. */
export const abortGood = (
  actor: Actor,
  { outcomes, rowOutcomes }: Outcomes,
  untouched: readonly ProjectDraft[],
): Outcomes => {
  const places = placesOf(untouched)
  const aborted = refusedBecause(actor, 'ABORTED', 'cell-aborted')
  return {
    outcomes: outcomes.map((outcome) => {
      if (!outcome.accepted) return outcome
      const { indicatorId, field } = outcome
      const row = places.get(indicatorId.toLowerCase())?.row
      const current =
        row === undefined ? null : { value: formatCell(row.indicator, field), version: row.version }
      return { indicatorId, field, ...refuseCell(aborted, current) }
    }),
    rowOutcomes: rowOutcomes.map((outcome) =>
      outcome.accepted ? { ...outcome, ...aborted, accepted: false } : outcome,
    ),
  }
}

/** The answers with the versions and places the rows have now. */
export const settle = (
  { outcomes, rowOutcomes }: Outcomes,
  drafts: readonly ProjectDraft[],
  rescored: readonly Rescored[],
): Outcomes => {
  const versions = new Map(
    rescored.flatMap(({ rows, created }) => [...rows, ...created].map(({ id, version }) => [id, version])),
  )
  const versionOf = (id: string, otherwise: number | null): number | null =>
    versions.get(id.toLowerCase()) ?? otherwise
  const positions =
    rowOutcomes.length === 0
      ? new Map<string, number>()
      : new Map(drafts.flatMap(({ order }) => order.map((id, position) => [id, position] as const)))
  return {
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      currentVersion: versionOf(outcome.indicatorId, outcome.currentVersion),
    })),
    rowOutcomes: rowOutcomes.map((outcome) => ({
      ...outcome,
      currentVersion: versionOf(outcome.indicatorId, outcome.currentVersion),
      position: outcome.accepted ? (positions.get(outcome.indicatorId.toLowerCase()) ?? null) : null,
    })),
  }
}
