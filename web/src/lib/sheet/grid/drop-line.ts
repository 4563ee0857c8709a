import { bodyOf } from './cell-at-point.ts'

/** Shows where what is dragged would go. */
export class DropLine {
  readonly #host: HTMLElement
  readonly #line = document.createElement('div')

  constructor(host: HTMLElement) {
    this.#host = host
    this.#line.className = 'drop-line'
    host.append(this.#line)
    host.classList.add('is-dragging-rows')
  }

  /** `y` as the pointer tells it; a place out of sight is shown at the edge. */
  show(y: number, text: string, isPossible: boolean): void {
    const rect = bodyOf(this.#host)?.rect
    if (rect === undefined) return
    const top = Math.min(Math.max(y, rect.top), rect.bottom) - this.#host.getBoundingClientRect().top
    this.#line.style.top = `${top}px`
    this.#line.dataset['text'] = text
    this.#line.classList.toggle('is-refused', !isPossible)
  }

  remove(): void {
    this.#line.remove()
    this.#host.classList.remove('is-dragging-rows')
  }
}
