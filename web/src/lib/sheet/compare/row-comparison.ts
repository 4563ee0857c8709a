import { compareTargets, pairIndicators, pairPeriods } from '@biaochi/domain'
import type { Indicator, Likeness, TargetChange } from '@biaochi/domain'
import type { IndicatorRow } from '../indicator-table.ts'
import type { YearBefore } from './last-year.ts'

/** What an indicator was a year earlier, as far as it is known. */
export type LastYearOfRow =
  | { readonly kind: 'unread' | 'no-project' | 'no-midterm' | 'added' }
  | {
      readonly kind: 'both'
      readonly indicator: Indicator
      readonly likeness: Likeness
      readonly change: TargetChange
    }

/** The mid-term target of the same indicator; none in a project without a medium term. */
export type MidtermOfRow =
  | { readonly kind: 'none' }
  | { readonly kind: 'only-annual' }
  | { readonly kind: 'both' | 'only-midterm'; readonly indicator: Indicator }

type Rows = readonly IndicatorRow[]

export interface ComparedRows {
  readonly rowsOf: (projectId: string) => Rows
  readonly lastYearOf: (projectId: string) => YearBefore | undefined
}

const added: LastYearOfRow = { kind: 'added' }
const noMidtermThen: LastYearOfRow = { kind: 'no-midterm' }
const noMidterm: MidtermOfRow = { kind: 'none' }
const onlyAnnual: MidtermOfRow = { kind: 'only-annual' }

interface ComparedYear {
  readonly before: readonly Indicator[]
  readonly dropped: number
  readonly found: ReadonlyMap<string, LastYearOfRow>
}

/** The rows of the sheet beside last year's and beside the medium term; found once for a project until its rows change. */
export class RowComparison {
  readonly #source: ComparedRows
  readonly #years = new WeakMap<Rows, ComparedYear>()
  readonly #periods = new WeakMap<Rows, ReadonlyMap<string, MidtermOfRow>>()

  constructor(source: ComparedRows) {
    this.#source = source
  }

  lastYear({ id, groupId }: IndicatorRow): LastYearOfRow {
    const year = this.#year(groupId)
    return typeof year === 'string' ? { kind: year } : (year.found.get(id) ?? noMidtermThen)
  }

  /** How many of last year's indicators the project has no more, as far as it is known. */
  dropped(projectId: string): number {
    const year = this.#year(projectId)
    return typeof year === 'string' ? 0 : year.dropped
  }

  midterm({ id, groupId }: IndicatorRow): MidtermOfRow {
    const rows = this.#source.rowsOf(groupId)
    const known = this.#periods.get(rows)
    if (known !== undefined) return known.get(id) ?? noMidterm
    const found = findMidterm(rows)
    this.#periods.set(rows, found)
    return found.get(id) ?? noMidterm
  }

  #year(projectId: string): ComparedYear | 'unread' | 'no-project' {
    const before = this.#source.lastYearOf(projectId)
    if (before === undefined) return 'unread'
    if (before === null) return 'no-project'
    const rows = this.#source.rowsOf(projectId)
    const known = this.#years.get(rows)
    if (known?.before === before) return known
    const year = compareYears(rows, before)
    this.#years.set(rows, year)
    return year
  }
}

function compareYears(rows: Rows, before: readonly Indicator[]): ComparedYear {
  const pairs = pairIndicators(
    before,
    rows.map(({ record }) => record),
  )
  const found = new Map(
    pairs.flatMap((pair): (readonly [string, LastYearOfRow])[] => {
      const row = pair.after === null ? undefined : rows[pair.after]
      if (row === undefined) return []
      const indicator = pair.before === null ? undefined : before[pair.before]
      if (pair.before === null || pair.after === null || indicator === undefined) return [[row.id, added]]
      const change = compareTargets(indicator.target, row.record.target)
      return [[row.id, { kind: 'both', indicator, likeness: pair.likeness, change }]]
    }),
  )
  return { before, found, dropped: pairs.filter(({ after }) => after === null).length }
}

function findMidterm(rows: Rows): ReadonlyMap<string, MidtermOfRow> {
  if (!rows.some(({ record }) => record.period === 'midterm')) return new Map()
  return new Map(
    pairPeriods(rows.map(({ record }) => record)).flatMap((pair): (readonly [string, MidtermOfRow])[] => {
      const midterm = pair.before === null ? undefined : rows[pair.before]
      const annual = pair.after === null ? undefined : rows[pair.after]
      if (midterm === undefined) return annual === undefined ? [] : [[annual.id, onlyAnnual]]
      const { id, record: indicator } = midterm
      if (annual === undefined) return [[id, { kind: 'only-midterm', indicator }]]
      const both: MidtermOfRow = { kind: 'both', indicator }
      return [
        [id, both],
        [annual.id, both],
      ]
    }),
  )
}
