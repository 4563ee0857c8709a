import { boxOf } from '../cell-range.ts'
import type { CellRange } from '../cell-range.ts'
import { readDisplayed } from '../displayed-cells.ts'
import { applyPainted } from '../edit-report.ts'
import type { EditReport } from '../edit-report.ts'
import type { EditingModel } from '../editing-model.ts'
import { mostCells } from '../paste/plan-paste.ts'
import type { Selection } from '../selection.ts'
import type { FindQuery } from './find-query.ts'
import { cellsOf } from './find-scope.ts'
import type { FindScope } from './find-scope.ts'
import { planReplacement, previewReplacements } from './plan-replacement.ts'
import type { FoundCell, PreviewedReplacement, Replacement } from './plan-replacement.ts'
import { TextSearcher } from './text-searcher.ts'
import type { SearchOutcome } from './text-searcher.ts'

export interface FindOptions {
  readonly model: EditingModel
  readonly selection: Selection
  /** The computed column that says what a row is worth; null where none does. */
  readonly scoreColumn: string | null
  readonly title: () => string
  readonly report: (report: EditReport) => void
}

/** So many matches are listed, with their scores. */
const listed = 100
/** Who types has not finished. */
const pause = 120

type Trouble = Exclude<SearchOutcome, { kind: 'found' }>

/** What is looked for, what was found, and what replacing would make of it. */
export class FindSession {
  readonly #options: FindOptions
  readonly #searcher = new TextSearcher()
  #ranges: readonly CellRange[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  /** The latest search, over or not. */
  #search = Promise.resolve()
  #query = $state.raw<FindQuery>({ text: '', by: 'text', whole: false, matchCase: false })
  /** Null as long as one only looks. */
  #replacement = $state<string | null>(null)
  #scope = $state<FindScope>('displayed')
  #found = $state.raw<readonly FoundCell[]>([])
  #trouble = $state.raw<Trouble | null>(null)
  #isSearching = $state(false)
  #at = $state(-1)

  readonly #replacements = $derived(planReplacement(this.#found))
  readonly #listed = $derived.by(() => this.#list())

  constructor(options: FindOptions) {
    this.#options = options
  }

  get query(): FindQuery {
    return this.#query
  }
  get replacement(): string | null {
    return this.#replacement
  }
  get scope(): FindScope {
    return this.#scope
  }
  get found(): readonly FoundCell[] {
    return this.#found
  }
  get replaceable(): number {
    return this.#replacements.length
  }
  get trouble(): Trouble | null {
    return this.#trouble
  }
  get isSearching(): boolean {
    return this.#isSearching
  }
  /** The place of the match one stands at among all, -1 before the first. */
  get at(): number {
    return this.#at
  }
  /** The first matches, with what replacing makes of them and of their rows' scores. */
  get list(): readonly (FoundCell & { readonly preview: PreviewedReplacement | null })[] {
    return this.#listed
  }

  /** Begins with the selection as it is: going to a match changes it. */
  open(): void {
    const { selection } = this.#options
    this.#ranges = selection.ranges
    if (selection.isMany) this.#scope = 'selection'
    else if (this.#scope === 'selection') this.#scope = 'displayed'
    void this.search()
  }

  ask(query: Partial<FindQuery>): void {
    this.#query = { ...this.#query, ...query }
    this.#soon()
  }

  replaceBy(text: string): void {
    if (text === this.#replacement) return
    this.#replacement = text
    this.#soon()
  }

  lookIn(scope: FindScope): void {
    const { selection } = this.#options
    if (scope === 'columns' || selection.isMany) this.#ranges = selection.ranges
    this.#scope = scope
    void this.search()
  }

  search(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#search = this.#find()
    return this.#search
  }

  async #find(): Promise<void> {
    const { model, selection } = this.#options
    const query = this.#query
    if (query.text === '') return this.#take([], null)
    const shown = readDisplayed(selection.layout, model)
    const boxes = this.#ranges.flatMap((range) => boxOf(range, selection.layout) ?? [])
    const places = { displayed: shown.displayed, areas: shown.areasOf(boxes), allRowIds: model.rowIds() }
    const cells = cellsOf(this.#scope, places)
    const texts = cells.map(({ rowId, column }) => model.textAt(rowId, column))
    this.#isSearching = true
    const outcome = await this.#searcher.search({ query, replacement: this.#replacement, texts })
    if (outcome === null) return
    if (outcome.kind !== 'found') return this.#take([], outcome)
    const found = outcome.matches.flatMap(({ at, after }): FoundCell[] => {
      const cell = cells[at]
      return cell === undefined ? [] : [{ ...cell, before: texts[at] ?? '', after }]
    })
    this.#take(found, null)
  }

  /** The next match, around the end; null when there is none. */
  step(by: 1 | -1): FoundCell | null {
    const { length } = this.#found
    if (length === 0) return null
    const from = this.#at < 0 && by < 0 ? 0 : this.#at
    return this.goTo((from + by + length) % length)
  }

  goTo(at: number): FoundCell | null {
    this.#at = at
    return this.#found[at] ?? null
  }

  /** Replaces the match one stands at, or the first. */
  async replaceOne(): Promise<FoundCell | null> {
    if (this.#timer !== undefined) void this.search()
    await this.#searched()
    const at = Math.max(this.#at, 0)
    const one = this.#found[at]
    if (one === undefined) return null
    this.#replace(planReplacement([one]))
    await this.search()
    const same = this.#found.findIndex((cell) => cell.rowId === one.rowId && cell.column === one.column)
    const next = same < 0 ? at : same + 1
    return this.#found.length === 0 ? null : this.goTo(next % this.#found.length)
  }

  /** Replaces all matches there are now: cells may have changed since they were listed. */
  async replaceAll(): Promise<void> {
    void this.search()
    await this.#searched()
    const { report } = this.#options
    const all = this.#replacements
    if (all.length > mostCells) return report({ kind: 'not-done', why: 'too-many', cells: all.length })
    applyPainted(all.length, report, () => {
      this.#replace(all)
      void this.search()
    })
  }

  destroy(): void {
    clearTimeout(this.#timer)
    this.#searcher.destroy()
  }

  /** Waits until what was found is what was typed last: who types and presses at once means what they typed. */
  async #searched(): Promise<void> {
    let waited
    do await (waited = this.#search)
    while (waited !== this.#search)
  }

  #soon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.search(), pause)
  }

  #replace(replacements: readonly Replacement[]): void {
    const { model, title, report } = this.#options
    if (replacements.length === 0) return
    const edits = replacements.map(({ rowId, field, after }) => ({ rowId, field, text: after }))
    const { refused } = model.change({ source: 'EDIT', title: title(), edits })
    report({
      kind: 'done',
      what: 'replace',
      changed: edits.length - refused.length,
      rows: 0,
      refused: refused.length,
      skipped: [],
      instead: null,
    })
  }

  #take(found: readonly FoundCell[], trouble: Trouble | null): void {
    this.#found = found
    this.#trouble = trouble
    this.#isSearching = false
    this.#at = -1
  }

  #list(): readonly (FoundCell & { readonly preview: PreviewedReplacement | null })[] {
    const { model, scoreColumn } = this.#options
    const shown = this.#found.slice(0, listed)
    const previews = previewReplacements(planReplacement(shown), this.#replacements, {
      preview: model.preview,
      scoreOf: (rowId) => (scoreColumn === null ? '' : model.textAt(rowId, scoreColumn)),
      scoreColumn,
    })
    // Both stand in the order of the cells; a match without a preview changes nothing.
    let next = 0
    return shown.map((cell) => {
      const preview = previews[next]
      const belongs = preview?.rowId === cell.rowId && preview.field === cell.column
      if (belongs) next += 1
      return { ...cell, preview: belongs ? preview : null }
    })
  }
}
