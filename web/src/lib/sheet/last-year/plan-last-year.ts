import { formatTarget } from '@biaochi/domain'
import type { LastYearOfRow } from '../compare/row-comparison.ts'
import type { IndicatorRow } from '../indicator-table.ts'

/** A target that can be what it was a year earlier. */
export interface TargetLine {
  readonly rowId: string
  readonly projectId: string
  readonly name: string
  readonly now: string
  readonly then: string
  /** Last year's name, where it is only similar: then a person says whether it is the same indicator. */
  readonly similarTo: string | null
}

/** Why a target stays as it is. */
export type NotCopied = 'no-project' | 'no-indicator' | 'no-target' | 'locked'

export interface LeftLine {
  readonly rowId: string
  readonly projectId: string
  readonly name: string
  readonly why: NotCopied
}

export interface LastYearPlan {
  readonly lines: readonly TargetLine[]
  readonly left: readonly LeftLine[]
  /** How many say the same already. */
  readonly same: number
}

/** Lines by their projects, in the order they came. */
export const byProject = <Line extends Pick<LeftLine, 'projectId'>>(
  lines: readonly Line[],
): readonly (readonly [string, readonly Line[]])[] => [...Map.groupBy(lines, ({ projectId }) => projectId)]

/** What would change if rows took over their targets of a year earlier, and what could not be matched. */
export function planLastYear(
  rows: readonly IndicatorRow[],
  lastYearOf: (row: IndicatorRow) => LastYearOfRow,
  isLocked: (rowId: string) => boolean,
): LastYearPlan {
  const lines: TargetLine[] = []
  const left: LeftLine[] = []
  for (const row of rows) {
    const found = readLine(row, lastYearOf(row), isLocked(row.id))
    if ('why' in found) left.push(found)
    else lines.push(found)
  }
  const changing = lines.filter(({ now, then }) => now !== then)
  return { lines: changing, left, same: lines.length - changing.length }
}

function readLine(
  { id: rowId, groupId: projectId, record }: IndicatorRow,
  earlier: LastYearOfRow,
  isLocked: boolean,
): TargetLine | LeftLine {
  const name = record.name ?? ''
  const leave = (why: NotCopied): LeftLine => ({ rowId, projectId, name, why })
  if (earlier.kind === 'unread' || earlier.kind === 'no-project') return leave('no-project')
  if (earlier.kind !== 'both') return leave('no-indicator')
  const { target } = earlier.indicator
  if (target.kind === 'missing' || target.kind === 'invalid') return leave('no-target')
  const [now, then] = [formatTarget(record.target), formatTarget(target)]
  if (isLocked && now !== then) return leave('locked')
  const similarTo = earlier.likeness === 'renamed' ? earlier.indicator.name : null
  return { rowId, projectId, name, now, then, similarTo }
}
