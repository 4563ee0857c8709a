import type { Clock } from '../clock.ts'
import type { FinalAnswer, Outbox, OutgoingBatch } from '../outbox.ts'
import { cellKey } from '../patch.ts'
import { rebaseOn } from '../rebase-change.ts'
import type { RowProblem } from '../row-problem.ts'
import type { RowStore } from '../row-store.ts'
import type { Change } from '../save.ts'
import type { SavedMarks } from '../saved-marks.ts'
import type { LoadedGroup } from '../sheet-table.ts'
import type { Drafts } from './drafts.ts'
import type { Painter } from './painter.ts'
import { readAnswer } from './read-answer.ts'
import type { Refused } from './read-answer.ts'
import type { RowProblems } from './row-problems.ts'
import type { RowTexts } from './row-texts.ts'
import type { ServerNews } from './server-news.ts'
import type { Steps } from './steps.ts'
import type { Undoing } from './undoing.ts'

interface AnswersOptions<R, Group extends LoadedGroup<R>> {
  readonly store: Pick<RowStore<R, Group, unknown, unknown>, 'confirm' | 'confirmPlace' | 'versionOf'>
  readonly texts: Pick<RowTexts<R, Group, unknown, unknown>, 'titleOfChange'>
  readonly outbox: Outbox<R>
  readonly news: ServerNews<R, Group>
  readonly drafts: Drafts
  readonly problems: RowProblems
  readonly steps: Steps
  readonly undoing: Undoing<R, Group>
  readonly saved: SavedMarks
  readonly painter: Painter<R>
  readonly clock: Clock
}

/** Takes what the server answered for each change: what was saved says so, what was refused says why. */
export class Answers<R, Group extends LoadedGroup<R>> {
  readonly #options: AnswersOptions<R, Group>
  #lastSaved: number | null = null

  constructor(options: AnswersOptions<R, Group>) {
    this.#options = options
  }

  get lastSaved(): number | null {
    return this.#lastSaved
  }

  take(request: OutgoingBatch, answer: FinalAnswer<R>): void {
    const { news, painter } = this.#options
    if (answer.kind === 'refused') {
      const verdict = { code: answer.code ?? 'INTERNAL', reason: answer.reason, theirs: null }
      this.#takeBack(
        request,
        request.changes.map((change) => ({ change, ...verdict })),
      )
    } else {
      news.isOwn(answer.changeSetId)
      this.#takeVerdicts(request, answer)
    }
    painter.recompute(new Set(request.changes.map((change) => change.rowId)))
    news.drain()
  }

  #takeVerdicts(request: OutgoingBatch, answer: FinalAnswer<R> & { kind: 'answered' }): void {
    const { store, outbox, saved: marks, clock } = this.#options
    const before = this.#versionsBefore(request.changes, answer.rows)
    for (const row of answer.rows) store.confirm(row)
    const { saved, placed, refused } = readAnswer(request, answer)
    for (const change of placed) store.confirmPlace(change)
    const isSaved = new Set(saved.map((change) => cellKey(change.rowId, change.field)))
    const created = new Set(
      request.changes.flatMap((change) => (change.kind === 'create' ? [change.rowId] : [])),
    )
    outbox.rebase(rebaseOn({ before, now: (id) => store.versionOf(id), isSaved, created }))
    const cells = saved.map(({ rowId, field }) => ({ key: cellKey(rowId, field), rowId }))
    marks.add(cells.filter(({ key }) => !outbox.openCells.has(key)))
    if (saved.length + answer.rowAnswers.length > 0) this.#lastSaved = clock.now()
    this.#takeBack(request, refused)
  }

  /** Rows that are not here (the changes are an earlier page's) were as new as their changes say. */
  #versionsBefore(
    changes: readonly Change[],
    rows: readonly { readonly id: string }[],
  ): ReadonlyMap<string, number> {
    const before = new Map(rows.map(({ id }) => [id, this.#options.store.versionOf(id)]))
    for (const change of changes)
      if (change.kind !== 'create')
        before.set(change.rowId, Math.max(before.get(change.rowId) ?? 0, change.version))
    return before
  }

  /** What was refused is out of the rows already; the history forgets it, so that no undo repeats it. */
  #takeBack({ source, step, place }: OutgoingBatch, refused: readonly Refused[]): void {
    const { texts, outbox, drafts, problems, steps, undoing } = this.#options
    if (source === 'UNDO' || source === 'REDO') return undoing.answered(step, source, refused)
    if (refused.length === 0) return
    const rows: RowProblem[] = []
    const cells = refused.flatMap(({ change, ...verdict }) => {
      if (change.kind === 'cell') return [{ ...change, verdict }]
      rows.push({ change, title: texts.titleOfChange(change), code: verdict.code, reason: verdict.reason })
      return []
    })
    problems.add(rows)
    const without = steps.without(
      cells.map(({ rowId, field, value }) => ({ rowId, field, after: value })),
      rows.map(({ change }) => change.rowId),
    )
    undoing.forget(without.gone)
    for (const { rowId, field, value, verdict } of cells) {
      const key = cellKey(rowId, field)
      // Something newer typed over it is still on its way and speaks for the cell.
      if (outbox.openCells.has(key)) continue
      drafts.refuse({ rowId, field, value, step: without.steps.get(key) ?? '', place }, verdict)
    }
    steps.keep(without.history)
  }
}
