import type { Draft } from '../cell-view.ts'
import { stepWith } from '../history.ts'
import type { HistoryBatch, HistoryStep } from '../history.ts'
import { invertPatches } from '../patch.ts'
import type { Patch } from '../patch.ts'
import type { LoadedGroup } from '../sheet-table.ts'
import type { TakeBackAnswer, TakeBackRequest } from '../take-back.ts'
import { askAbout, patchKey } from '../undo-question.ts'
import type { UndoAnswer, UndoQuestion } from '../undo-question.ts'
import type { BatchWriter } from './batch-writer.ts'
import type { Obstacles } from './obstacles.ts'
import type { Painter } from './painter.ts'
import type { Refused } from './read-answer.ts'
import type { Steps, StepSource } from './steps.ts'
import type { WholeUndoing } from './whole-undoing.ts'

/** What became of an undo or redo: what it changed, or where one has to go first. */
export type UndoResult =
  | {
      readonly kind: 'done'
      /** In the order in which a person had made them: an undo takes the last one back first, and one looks at the first. */
      readonly patches: readonly Patch[]
      /** Texts that were not taken and went from their cells, or came back. */
      readonly drafts: readonly Draft[]
    }
  | { readonly kind: 'elsewhere'; readonly batch: HistoryBatch }
  /** Something is not as the step had left it; nothing was done before a person decides. */
  | { readonly kind: 'asks'; readonly question: UndoQuestion }
  /** The server does it, and has not answered yet; what is in its way is asked about then. */
  | {
      readonly kind: 'whole'
      readonly source: StepSource
      readonly groupId: string
      readonly answer: Promise<TakeBackAnswer>
    }
  /** The server is to do it, and something else is on its way there. */
  | { readonly kind: 'busy' }

interface UndoingOptions<R, Group extends LoadedGroup<R>> {
  readonly steps: Steps
  readonly obstacles: Obstacles<R, Group>
  readonly writer: BatchWriter<R, Group>
  readonly painter: Painter<R>
  readonly wholes: WholeUndoing<R, Group>
  /** The address whose rows are shown. */
  readonly place: () => string
}

/** Takes steps back and does them again; asks first where something is not as the step had left it. */
export class Undoing<R, Group extends LoadedGroup<R>> {
  readonly #options: UndoingOptions<R, Group>
  /** Steps whose undo or redo is not answered yet. */
  readonly #underway = new Map<string, HistoryBatch>()
  #question: UndoQuestion | null = null

  constructor(options: UndoingOptions<R, Group>) {
    this.#options = options
  }

  /** What an undo or redo waits for. */
  get question(): UndoQuestion | null {
    return this.#question
  }

  take(source: StepSource): UndoResult | null {
    const { steps, obstacles, painter, place } = this.#options
    const step = steps.step(source)
    if (step === null) return null
    const { batch, patches } = step
    if (batch.whole !== undefined) return this.#takeWhole(batch, source, 'REFUSE')
    if (batch.place !== place() && patches.some((patch) => !obstacles.isShown(patch)))
      return { kind: 'elsewhere', batch }
    const blocked = obstacles.found(patches)
    if (blocked.length === 0) return this.#perform(step, source)
    this.#question = askAbout(source, batch, blocked)
    painter.refreshSummary()
    return { kind: 'asks', question: this.#question }
  }

  /** Goes on with the undo or redo that asked. */
  decide(answer: UndoAnswer): UndoResult | null {
    const question = this.#question
    if (question === null) return null
    this.#question = null
    this.#options.painter.refreshSummary()
    const { source, batch, blocked } = question
    const step = this.#options.steps.step(source)
    if (answer === 'leave' || step?.batch.id !== batch.id) return null
    if (batch.whole !== undefined) {
      if (answer === 'overwrite') return this.#takeWhole(batch, source, 'OVERWRITE')
      if (question.free > 0) return this.#takeWhole(batch, source, 'KEEP')
      this.#options.steps.drop(batch)
      return null
    }
    if (answer === 'overwrite') return this.#perform(step, source)
    const inTheWay = new Set(blocked.map(({ patch }) => patchKey(patch)))
    return this.#perform(
      stepWith(step, source, (patch) => !inTheWay.has(patchKey(patch))),
      source,
    )
  }

  /** An undo the server refused was none: the step is the next one again, and a person is asked. */
  answered(stepId: string, source: StepSource, refused: readonly Refused[]): void {
    const { steps, obstacles, painter } = this.#options
    const batch = steps.find(source, stepId) ?? this.#underway.get(stepId)
    this.#underway.delete(stepId)
    if (refused.length === 0 || batch === undefined) return
    painter.refresh(steps.putBack(batch, source).map(({ rowId }) => rowId))
    const applied = source === 'UNDO' ? invertPatches(batch.patches) : batch.patches
    const blocked = obstacles.told(applied, refused)
    if (blocked.length > 0) this.#question = askAbout(source, batch, blocked)
  }

  /** What these steps had done was refused: there is nothing to put back, whatever becomes of their undo. */
  forget(stepIds: readonly string[]): void {
    for (const id of stepIds) this.#underway.delete(id)
  }

  #takeWhole(
    batch: HistoryBatch,
    source: StepSource,
    onConflict: TakeBackRequest['onConflict'],
  ): UndoResult | null {
    const { obstacles, painter, wholes, place } = this.#options
    const { whole } = batch
    if (whole === undefined) return null
    if (batch.place !== place() && !obstacles.hasGroup(whole.groupId)) return { kind: 'elsewhere', batch }
    if (wholes.isBusy) return { kind: 'busy' }
    const answer = wholes.take(batch, whole, source, onConflict).then((told) => {
      if (told.kind === 'blocked')
        this.#question = askAbout(source, batch, obstacles.ofWhole(told.blocked), told.places)
      painter.refreshSummary()
      return told
    })
    return { kind: 'whole', source, groupId: whole.groupId, answer }
  }

  #perform(step: HistoryStep, source: StepSource): UndoResult | null {
    const { steps, writer, painter, place } = this.#options
    const { batch, patches } = step
    if (patches.length > 0) writer.apply(patches, { source, isTyped: false, step: batch.id, place: place() })
    const drafts = steps.go(step, source)
    painter.refresh(drafts.map(({ rowId }) => rowId))
    if (patches.length > 0)
      this.#underway.set(batch.id, source === 'UNDO' && drafts.length > 0 ? { ...batch, drafts } : batch)
    if (patches.length + drafts.length === 0) return null
    return { kind: 'done', patches: source === 'UNDO' ? patches.toReversed() : patches, drafts }
  }
}
