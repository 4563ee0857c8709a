import type { Draft } from '../cell-view.ts'
import { carryDrafts, forget, layDown, passStep, putBack, record, redoStep, undoStep } from '../history.ts'
import type { Forgotten, History, HistoryBatch, HistoryStep } from '../history.ts'
import { keepHistory } from '../keep/keep-history.ts'
import type { SheetMemory } from '../keep/sheet-memory.ts'
import type { CellPatch, Patch } from '../patch.ts'
import type { Drafts } from './drafts.ts'

/** undo or redo, as the server is told. */
export type StepSource = 'UNDO' | 'REDO'

/** What an undo or redo would do. */
export interface NextStep {
  readonly batch: HistoryBatch
  readonly patches: readonly Patch[]
  /** Texts of the step that were not taken: an undo takes them out of their cells, a redo puts them back. */
  readonly drafts: readonly Draft[]
}

interface StepsOptions {
  readonly memory: SheetMemory
  readonly drafts: Drafts
  readonly onChange: () => void
}

/** The steps a person can take back or do again, kept beyond the page; a step of which nothing is left is none. */
export class Steps {
  readonly #options: StepsOptions
  #history: History
  /** As long as the history stays the same. */
  #next: Readonly<Record<StepSource, HistoryStep | null>> | null = null

  constructor(options: StepsOptions) {
    this.#options = options
    this.#history = options.memory.left.history
  }

  /** The step that would be taken back or done again, and what the history is afterwards. */
  step(source: StepSource): HistoryStep | null {
    // Asked after every change, and the last step may be fifty thousand patches to be inverted.
    this.#next ??= { UNDO: undoStep(this.#history), REDO: redoStep(this.#history) }
    return this.#next[source]
  }

  next(source: StepSource): NextStep | null {
    const step = this.step(source)
    if (step === null) return null
    const { batch, patches } = step
    return {
      batch,
      patches,
      drafts: source === 'UNDO' ? this.#options.drafts.ofStep(batch.id) : (batch.drafts ?? []),
    }
  }

  /** A step whose undo or redo was asked for. */
  find(source: StepSource, id: string): HistoryBatch | undefined {
    const steps = source === 'UNDO' ? this.#history.undone : this.#history.done
    return steps.find((batch) => batch.id === id)
  }

  record(batch: HistoryBatch): void {
    this.keep(record(this.#history, batch))
  }

  /** Goes on to a history in which the step is undone, or done again; answers the texts that went or came with it. */
  go({ history, batch }: HistoryStep, source: StepSource): readonly Draft[] {
    const { drafts } = this.#options
    if (source === 'UNDO') {
      const picked = drafts.pickUp(batch.id)
      this.keep(picked.length === 0 ? history : carryDrafts(history, batch, picked))
      return picked
    }
    const laid = batch.drafts ?? []
    drafts.layDown(batch.id, laid)
    this.keep({ ...history, done: history.done.map((step) => (step.id === batch.id ? layDown(step) : step)) })
    return laid
  }

  /** Gives a step back whose undo (or redo) was none, its texts with it. */
  putBack(batch: HistoryBatch, source: StepSource): readonly Draft[] {
    const { drafts } = this.#options
    if (source === 'REDO') {
      const picked = drafts.pickUp(batch.id)
      const back = putBack(this.#history, batch, source)
      this.keep(picked.length === 0 ? back : carryDrafts(back, batch, picked))
      return picked
    }
    drafts.layDown(batch.id, batch.drafts ?? [])
    this.keep(putBack(this.#history, layDown(batch), source))
    return batch.drafts ?? []
  }

  /** A step of the server's is taken back, or done again. */
  pass(batch: HistoryBatch, source: StepSource): void {
    this.keep(passStep(this.#history, batch, source))
  }

  /** Forgets a step that can be neither taken back nor done again. */
  drop({ id }: HistoryBatch): void {
    const { done, undone } = this.#history
    const others = (steps: readonly HistoryBatch[]) => steps.filter((step) => step.id !== id)
    this.keep({ done: others(done), undone: others(undone) })
  }

  /** What the history would be without what the server refused; nothing is kept yet. */
  without(
    texts: readonly Pick<CellPatch, 'rowId' | 'field' | 'after'>[],
    rows: readonly string[],
  ): Forgotten & { readonly gone: readonly string[] } {
    const forgotten = forget(this.#history, texts, rows)
    const left = new Set(forgotten.history.undone.map(({ id }) => id))
    const gone = this.#history.undone.flatMap(({ id }) => (left.has(id) ? [] : [id]))
    return { ...forgotten, gone }
  }

  keep(history: History): void {
    const kept = { ...history, done: history.done.filter((step) => !this.#isOver(step)) }
    this.#options.memory.keep(keepHistory(this.#history, kept))
    this.#history = kept
    this.#next = null
    this.#options.onChange()
  }

  /** A draft may have been the last of its step. */
  forgetOver(): void {
    if (this.#history.done.some((step) => this.#isOver(step))) this.keep(this.#history)
  }

  #isOver({ id, patches, whole }: HistoryBatch): boolean {
    return whole === undefined && patches.length === 0 && !this.#options.drafts.isLeftOf(id)
  }
}
