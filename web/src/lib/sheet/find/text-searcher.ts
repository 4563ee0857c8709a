import type { TextSearch, TextSearchResult } from './search-texts.ts'

export type SearchOutcome = TextSearchResult | { readonly kind: 'too-slow' }

/** Longer than any sensible search takes; only an expression that explodes gets there. */
const limit = 3_000

/** Searches beside the page, so that it never stands still; of several searches the last one counts. */
export class TextSearcher {
  #worker: Worker | null = null
  #onEnd: ((outcome: SearchOutcome | null) => void) | null = null

  /** Null when another search began meanwhile. */
  search(search: TextSearch): Promise<SearchOutcome | null> {
    if (this.#onEnd !== null) this.#stop(null)
    const worker = (this.#worker ??= new Worker(new URL('./find-worker.ts', import.meta.url), {
      type: 'module',
    }))
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#stop({ kind: 'too-slow' }), limit)
      const end = (outcome: SearchOutcome | null): void => {
        clearTimeout(timer)
        this.#onEnd = null
        resolve(outcome)
      }
      this.#onEnd = end
      worker.onmessage = ({ data }: MessageEvent<TextSearchResult>) => end(data)
      worker.onerror = (event) => {
        end(null)
        reject(new Error(event.message))
      }
      worker.postMessage(search)
    })
  }

  destroy(): void {
    this.#stop(null)
  }

  #stop(outcome: SearchOutcome | null): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#onEnd?.(outcome)
  }
}
