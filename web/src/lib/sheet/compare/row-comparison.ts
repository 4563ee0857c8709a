import { compareTargets, pairIndicators, pairPeriods } from '@biaochi/domain'
import type { Indicator, Likeness, TargetChange } from '@biaochi/domain'
import type { IndicatorRow } from '../indicator-table.ts'
import type { YearBefore } from './last-year.ts'

/** What an indicator was a year earlier, as far as it is known. */
export type LastYearOfRow =
  | { readonly kind: 'unread' | 'no-project' | 'added' }
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

const unread: LastYearOfRow = { kind: 'unread' }
const noProject: LastYearOfRow = { kind: 'no-project' }
const added: LastYearOfRow = { kind: 'added' }
const noMidterm: MidtermOfRow = { kind: 'none' }
const onlyAnnual: MidtermOfRow = { kind: 'only-annual' }

/** The rows of the sheet beside last year's and beside the medium term; found once for a project until its rows change. */
export class RowComparison {
  readonly #source: ComparedRows
  readonly #years = new WeakMap<
    Rows,
    { readonly before: YearBefore; readonly found: ReadonlyMap<string, LastYearOfRow> }
  >()
  readonly #periods = new WeakMap<Rows, ReadonlyMap<string, MidtermOfRow>>()

  constructor(source: ComparedRows) {
    this.#source = source
  }

  lastYear({ id, groupId }: IndicatorRow): LastYearOfRow {
    const before = this.#source.lastYearOf(groupId)
    if (before === undefined) return unread
    if (before === null) return noProject
    const rows = this.#source.rowsOf(groupId)
    const known = this.#years.get(rows)
    if (known?.before === before) return known.found.get(id) ?? added
    const found = findLastYear(rows, before)
    this.#years.set(rows, { before, found })
    return found.get(id) ?? added
  }

  midterm({ id, groupId }: IndicatorRow): MidtermOfRow {
    const rows = this.#source.rowsOf(groupId)
    const known = this.#periods.get(rows)
    if (known !== undefined) return known.get(id) ?? noMidterm
    const found = findMidterm(rows)
    this.#periods.set(rows, found)
    return found.get(id) ?? noMidterm
  }
}

function findLastYear(rows: Rows, before: readonly Indicator[]): ReadonlyMap<string, LastYearOfRow> {
  const pairs = pairIndicators(
    before,
    rows.map(({ record }) => record),
  )
  return new Map(
    pairs.flatMap((pair): (readonly [string, LastYearOfRow])[] => {
      if (pair.before === null || pair.after === null) return []
      const [indicator, row] = [before[pair.before], rows[pair.after]]
      if (indicator === undefined || row === undefined) return []
      const change = compareTargets(indicator.target, row.record.target)
      return [[row.id, { kind: 'both', indicator, likeness: pair.likeness, change }]]
    }),
  )
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
