import {
  differingProjectCells,
  rollUp,
  type Indicator,
  type Project,
  type ProjectScore,
} from '@biaochi/domain'
import { countFindings, type FindingCounts } from '../findings.ts'
import { sameCells } from '../rows/indicator-columns.ts'
import { cellsOfIndicator, type IndicatorCells } from '../rows/indicator-row.ts'
import type { OpenIndicator, OpenProject } from './open-projects.ts'
import type { DraftRow, ProjectDraft } from './project-draft.ts'

/** A row as it will be written. */
export interface ChangedRow {
  readonly id: string
  readonly project: OpenProject
  readonly version: number
  /** Null for a new row. */
  readonly before: OpenIndicator | null
  readonly indicator: Indicator
  readonly cells: IndicatorCells
  readonly ruleScore: string | null
  readonly met: boolean | null
  readonly position: number
  readonly sourceLine: number | null
  /** Whether its place was asked for and is another one. */
  readonly moved: boolean
}

/** A cell of the project itself that differs, by its name; '' when empty. */
export interface Fact {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** The one cell of a project whose text is an id. */
export const SUPERVISOR = 'project/supervisor'

export interface Rescored {
  readonly project: OpenProject
  readonly document: Project
  readonly supervisorId: string | null
  readonly score: ProjectScore
  readonly counts: FindingCounts
  readonly facts: readonly Fact[]
  /** Only rows in which something differs. */
  readonly rows: readonly ChangedRow[]
  readonly created: readonly ChangedRow[]
  readonly deleted: readonly OpenIndicator[]
  /** Rows that stand elsewhere only because others came or went: no change of their own, so no version. */
  readonly shifted: readonly { readonly id: string; readonly position: number }[]
}

const factsOf = ({ document, project, supervisorId }: ProjectDraft): readonly Fact[] => [
  ...(document === project.document ? [] : differingProjectCells(project.document, document)),
  ...(supervisorId === project.supervisorId
    ? []
    : [{ name: SUPERVISOR, before: project.supervisorId ?? '', after: supervisorId ?? '' }]),
]

interface Placed {
  readonly row: DraftRow
  readonly cells: IndicatorCells
  readonly position: number
  readonly moved: boolean
}

/** The rows in which something differs, at the places they will have. */
const differingRows = (draft: ProjectDraft, ordered: readonly DraftRow[], reordered: boolean): Placed[] => {
  const { project, moved } = draft
  const index = new Map(moved.size === 0 ? [] : project.indicators.map(({ id }, at) => [id, at]))
  return ordered.flatMap((row, at): Placed[] => {
    const { id, before, indicator } = row
    const elsewhere = before !== null && moved.has(id) && index.get(id) !== at
    if (before !== null && !elsewhere && before.indicator === indicator) return []
    const cells = cellsOfIndicator(indicator)
    if (before !== null && !elsewhere && sameCells(cells, before.cells)) return []
    return [{ row, cells, position: reordered || before === null ? at : before.position, moved: elsewhere }]
  })
}

const rescoreDraft = (draft: ProjectDraft): Rescored | null => {
  const { project, rows, moved } = draft
  const { readerFindings } = project
  const ordered = draft.order.flatMap((id) => rows.get(id) ?? [])
  const deleted = project.indicators.filter(({ id }) => !rows.has(id))
  const reordered = moved.size > 0 || deleted.length > 0 || ordered.some(({ before }) => before === null)
  const differing = differingRows(draft, ordered, reordered)
  const facts = factsOf(draft)
  if (differing.length === 0 && deleted.length === 0 && facts.length === 0) return null
  const document = { ...draft.document, indicators: ordered.map(({ indicator }) => indicator) }
  const score = rollUp(document, project.scheme)
  const ruleOf = new Map(ordered.map(({ id }, at) => [id, score.indicators[at]]))
  const changed = differing.map(({ row, ...place }): ChangedRow => {
    const rule = ruleOf.get(row.id)
    return {
      id: row.id,
      project,
      version: row.version + 1,
      before: row.before,
      indicator: row.indicator,
      sourceLine: row.sourceLine,
      ...place,
      ruleScore: rule?.kind === 'scored' ? rule.score : null,
      met: rule?.met ?? null,
    }
  })
  const own = new Set(changed.map(({ id }) => id))
  return {
    project,
    document,
    supervisorId: draft.supervisorId,
    score,
    counts: countFindings({ project: document, scheme: project.scheme, readerFindings }, score),
    facts,
    rows: changed.filter(({ before }) => before !== null),
    created: changed.filter(({ before }) => before === null),
    deleted,
    shifted: reordered
      ? ordered.flatMap(({ id, before }, position) =>
          before === null || before.position === position || own.has(id) ? [] : [{ id, position }],
        )
      : [],
  }
}

/** The projects in which something differs, with their new scores. */
export const rescore = (drafts: readonly ProjectDraft[]): readonly Rescored[] =>
  drafts.map(rescoreDraft).filter((rescored) => rescored !== null)
