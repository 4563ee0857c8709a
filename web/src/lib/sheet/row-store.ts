import { editIndicator } from '@biaochi/domain'
import type { Indicator, RuleScore } from '@biaochi/domain'
import { cellKey } from './patch.ts'
import type { CellKey } from './patch.ts'
import { viewProject } from './project-view.ts'
import type { LoadedProject, ProjectView, SheetFinding } from './project-view.ts'
import type { CellChange, ServerRow } from './save.ts'

export interface Row {
  readonly id: string
  readonly projectId: string
  readonly line: number | null
  /** With what was typed and is not answered yet. */
  readonly indicator: Indicator
  readonly rule: RuleScore
}

/**
 * What the server confirmed, and over it what was typed since: taking back a refused change is nothing more
 * than leaving it out when the row is put together again.
 */
export class RowStore {
  readonly #projects = new Map<string, ProjectView>()
  readonly #rows = new Map<string, Row>()
  readonly #findings = new Map<CellKey, SheetFinding[]>()
  /** The newest known state of every row seen in this tab, also of those not shown any more. */
  readonly #confirmed = new Map<string, ServerRow>()
  #order: readonly string[] = []

  get projectIds(): readonly string[] {
    return this.#order
  }

  get rowCount(): number {
    return this.#rows.size
  }

  project(id: string): ProjectView | undefined {
    return this.#projects.get(id)
  }

  row(id: string): Row | undefined {
    return this.#rows.get(id)
  }

  versionOf(rowId: string): number {
    return this.#confirmed.get(rowId)?.version ?? 0
  }

  findingsAt(key: CellKey): readonly SheetFinding[] {
    return this.#findings.get(key) ?? []
  }

  clear(): void {
    this.#projects.clear()
    this.#rows.clear()
    this.#findings.clear()
    this.#order = []
  }

  add(projects: readonly LoadedProject[], open: readonly CellChange[]): void {
    const byRow = changesByRow(open)
    const added = projects.filter((project) => !this.#projects.has(project.id))
    for (const project of added) {
      for (const row of project.rows) this.confirm(row)
      this.#compute(project, byRow)
    }
    this.#order = [...this.#order, ...added.map((project) => project.id)]
  }

  /** Takes a row from the server unless a newer one is known: answers and pages may overtake one another. */
  confirm(row: ServerRow): void {
    const known = this.#confirmed.get(row.id)
    if (known === undefined || known.version <= row.version) this.#confirmed.set(row.id, row)
  }

  /** Puts the projects of these rows together again and names them. */
  recompute(rowIds: Iterable<string>, open: readonly CellChange[]): ReadonlySet<string> {
    const byRow = changesByRow(open)
    const touched = new Set<string>()
    for (const rowId of rowIds) {
      const row = this.#rows.get(rowId)
      if (row !== undefined) touched.add(row.projectId)
    }
    for (const id of touched) {
      const view = this.#projects.get(id)
      if (view !== undefined) this.#compute(view.project, byRow)
    }
    return touched
  }

  #compute(project: LoadedProject, open: ReadonlyMap<string, readonly CellChange[]>): void {
    const indicators = project.rows.map((row) => {
      const confirmed = this.#confirmed.get(row.id) ?? row
      return (open.get(row.id) ?? []).reduce(applyChange, confirmed.indicator)
    })
    const view = viewProject(project, indicators)
    this.#forgetFindings(project.id)
    for (const finding of view.findings) {
      if (finding.rowId === null || finding.field === null) continue
      const key = cellKey(finding.rowId, finding.field)
      this.#findings.set(key, [...this.findingsAt(key), finding])
    }
    this.#projects.set(project.id, view)
    project.rows.forEach((row, index) => {
      const indicator = indicators[index]
      const rule = view.score.indicators[index]
      if (indicator === undefined || rule === undefined) return
      this.#rows.set(row.id, { id: row.id, projectId: project.id, line: row.line, indicator, rule })
    })
  }

  #forgetFindings(projectId: string): void {
    for (const { rowId, field } of this.#projects.get(projectId)?.findings ?? []) {
      if (rowId !== null && field !== null) this.#findings.delete(cellKey(rowId, field))
    }
  }
}

function applyChange(indicator: Indicator, change: CellChange): Indicator {
  const result = editIndicator(indicator, change.field, change.value)
  return 'indicator' in result ? result.indicator : indicator
}

function changesByRow(changes: readonly CellChange[]): ReadonlyMap<string, readonly CellChange[]> {
  const byRow = new Map<string, CellChange[]>()
  for (const change of changes) {
    const row = byRow.get(change.rowId)
    if (row === undefined) byRow.set(change.rowId, [change])
    else row.push(change)
  }
  return byRow
}
