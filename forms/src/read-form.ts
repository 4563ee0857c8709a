import { buildProject } from './build-project.ts'
import { recogniseLayout } from './layout.ts'
import type { Layout } from './layout.ts'
import type { ReadProject } from './read-project.ts'
import { readSection } from './read-section.ts'
import { readerFinding } from './report.ts'
import type { LineFinding, Report } from './report.ts'
import { joinMergedCells } from './sections/merged-cells.ts'
import { splitSections } from './sections/split-sections.ts'
import { isHeading, isOpening, rowKey, yearInText } from './sections/title.ts'
import { createLedger } from './text/ledger.ts'
import type { CellUse, Ledger } from './text/ledger.ts'
import { isNoise, markRunningHeads } from './text/noise.ts'
import { splitRows } from './text/row.ts'
import type { Row } from './text/row.ts'

/** What became of a non-blank line: its cells' uses, in their order. */
export interface LineUse {
  readonly line: number
  readonly uses: readonly CellUse[]
}

/** Everything read from a text, and everything the reader has to say about it. */
export interface FormReading {
  /** The first project's layout, null where no form was recognised. */
  readonly layout: Layout | null
  readonly fiscalYear: number | null
  readonly amountUnit: '元' | '万元' | null
  readonly projects: readonly ReadProject[]
  /** The reader's own findings, by line. */
  readonly findings: readonly LineFinding[]
  /** The account of every non-blank line. */
  readonly lineUses: readonly LineUse[]
}

/** Reads the text of published forms, several projects and layouts in one text allowed; never throws, names what it cannot read. */
export function readForm(text: string): FormReading {
  const { rows: printed, cellCount } = splitRows(text)
  const rows = joinMergedCells(markRunningHeads(printed))
  const ledger = createLedger(cellCount)
  const { preamble, sections } = splitSections(rows)
  const findings: LineFinding[] = []
  const projects: ReadProject[] = []
  const headingYear = readPreamble(preamble, ledger)

  for (const section of sections) {
    const first = section.rows[0]?.line ?? 1
    const body = section.rows.filter((row, at) => !isOpening(row, section.rows[at - 1]) && !isNoise(row))
    const layout = recogniseLayout(section.rows)
    const report = reporter(findings, projects.length)
    if (body.length === 0) {
      for (const row of section.rows) ledger.book('boilerplate', row.cells)
      findings.push(readerFinding('section-empty', first, {}))
    } else if (layout === null) {
      for (const row of section.rows) ledger.book('named', row.cells)
      findings.push(
        readerFinding(
          'layout-unknown',
          first,
          { text: body[0]?.cells[0]?.text ?? '' },
          { lastLine: section.rows.at(-1)?.line ?? first },
        ),
      )
    } else {
      const draft = readSection(section.rows, layout, ledger, report)
      if (draft.fiscalYear === null && headingYear !== null) draft.fiscalYear = headingYear
      projects.push(buildProject(draft, layout, report))
      nameOpenCells(section.rows, ledger, findings, projects.length - 1)
    }
  }
  nameOpenCells(preamble, ledger, findings, null)
  nameUncovered(rows, ledger, findings)
  if (projects.length === 0) findings.push(readerFinding('no-form', rows[0]?.line ?? 1, {}))
  const [main] = projects
  return {
    layout: main?.layout ?? null,
    fiscalYear: main?.project.fiscalYear ?? null,
    amountUnit: main?.amountUnit ?? null,
    projects,
    findings: findings.toSorted((a, b) => a.line - b.line),
    lineUses: rows.map((row) => ({
      line: row.line,
      uses: row.cells.flatMap((cell) => cell.ids.map((id) => ledger.useOf(id))),
    })),
  }
}

const reporter =
  (findings: LineFinding[], projectIndex: number): Report =>
  (rule, line, params = {}, at = undefined, lastLine = line) => {
    findings.push(readerFinding(rule, line, params, { projectIndex, lastLine, at: at ?? null }))
  }

/** The heading of a collection is no data, but its year holds for forms that lost theirs. */
function readPreamble(rows: readonly Row[], ledger: Ledger): { text: string; line: number } | null {
  let found: { text: string; line: number } | null = null
  for (const row of rows) {
    if (!isNoise(row) && !isHeading(row)) continue
    ledger.book('boilerplate', row.cells)
    const year = isHeading(row) ? yearInText(rowKey(row)) : null
    if (year !== null) found ??= { text: String(year), line: row.line }
  }
  return found
}

/** Names what nothing accounted for: whole rows that follow one another in one finding, single cells each in their own. */
function nameOpenCells(
  rows: readonly Row[],
  ledger: Ledger,
  findings: LineFinding[],
  projectIndex: number | null,
): void {
  let run: { from: number; to: number; text: string } | null = null
  const close = (): void => {
    if (run !== null)
      findings.push(
        readerFinding('text-orphaned', run.from, { text: run.text }, { lastLine: run.to, projectIndex }),
      )
    run = null
  }
  for (const row of rows) {
    const open = ledger.open(row)
    if (open.length === 0) {
      close()
      continue
    }
    ledger.book('named', open)
    const text = open
      .slice(0, 5)
      .map((cell) => cell.text)
      .join(' ')
    if (open.length < row.cells.length) {
      close()
      findings.push(readerFinding('text-orphaned', row.line, { text }, { projectIndex }))
    } else if (run === null) run = { from: row.line, to: row.line, text }
    else run.to = row.line
  }
  close()
}

/** A label put together from several rows is named at the first: its other rows are named too. */
function nameUncovered(rows: readonly Row[], ledger: Ledger, findings: LineFinding[]): void {
  const covered = new Set<number>()
  for (const { line, lastLine } of findings) for (let at = line; at <= lastLine; at++) covered.add(at)
  for (const row of rows) {
    const named = row.cells.filter((cell) => cell.ids.some((id) => ledger.useOf(id) === 'named'))
    const [first] = named
    if (first !== undefined && !covered.has(row.line))
      findings.push(readerFinding('text-orphaned', row.line, { text: first.text }))
  }
}
