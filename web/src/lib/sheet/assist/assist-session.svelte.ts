import type { Arrow } from '../sheet-context.ts'
import type { Assist, Assistance, Choice } from './assist.ts'
import { choiceAt, choiceLines, nextPlace } from './choice-place.ts'
import type { ChoicePlace } from './choice-place.ts'

/** What is shown below one open editor, and which of the choices the keyboard is on, if any. */
export class AssistSession {
  readonly #assist: Assist
  #text = $state.raw('')
  #place = $state.raw<ChoicePlace | null>(null)
  /** How often an answer has come that the text alone does not tell. */
  #answers = $state(0)
  readonly #assistance = $derived.by(() => {
    void this.#answers
    return this.#assist.assistance(this.#text)
  })
  readonly #active = $derived(choiceAt(this.#assistance.groups, this.#place))

  constructor(assist: Assist, text: string) {
    this.#assist = assist
    this.type(text)
  }

  get assistance(): Assistance {
    return this.#assistance
  }
  /** The choice the keyboard is on; null while it is in the text. */
  get active(): Choice | null {
    return this.#active
  }
  get isPicker(): boolean {
    return this.#assist.isPicker
  }

  /** The text is another one now, and the keyboard is in it. */
  type(text: string): void {
    this.#text = text
    this.#place = null
    this.#assist.typed?.(text, () => (this.#answers += 1))
  }

  /** Goes to the choices; false when there are none. */
  enter(): boolean {
    if (choiceLines(this.assistance.groups).length === 0) return false
    this.#place = { line: 0, at: 0 }
    return true
  }

  move(arrow: Arrow): void {
    if (this.#place !== null) this.#place = nextPlace(this.assistance.groups, this.#place, arrow)
  }

  leave(): void {
    this.#place = null
  }

  close(): void {
    this.#assist.close?.()
  }
}
