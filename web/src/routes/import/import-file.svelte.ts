import { ApiError } from '#lib/api/api-error.ts'
import type { Api } from '#lib/api/client.ts'
import { commitForm, previewForm } from '#lib/api/import.ts'
import type { ImportedProject, ImportReading } from '#lib/api/import.ts'
import { SvelteSet } from 'svelte/reactivity'

export type ImportState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'read'; readonly reading: ImportReading }
  | { readonly kind: 'committed'; readonly reading: ImportReading }

/** One file on the import page: its text, what was read in it, and which of its projects are wanted. */
export class ImportFile {
  readonly fileName: string
  readonly text: string
  readonly encoding: string
  readonly lines: readonly string[]
  readonly chosen = new SvelteSet<number>()
  readonly #api: Api
  #state = $state.raw<ImportState>({ kind: 'reading' })
  /** Why the last try to keep it did not work; what was read stays. */
  #refusal = $state<string | null>(null)

  constructor(api: Api, fileName: string, text: string, encoding: string) {
    this.#api = api
    this.fileName = fileName
    this.text = text
    this.encoding = encoding
    this.lines = text.split(/\r\n|\n|\r/u)
  }

  get state(): ImportState {
    return this.#state
  }
  get refusal(): string | null {
    return this.#refusal
  }
  get reading(): ImportReading | null {
    return 'reading' in this.#state ? this.#state.reading : null
  }
  /** How many of its projects a commit would keep. */
  get wanted(): number {
    return this.#state.kind === 'read' ? this.chosen.size : 0
  }
  get committed(): readonly ImportedProject[] {
    return this.#state.kind === 'committed'
      ? this.#state.reading.projects.filter((at) => at.project !== null)
      : []
  }

  async read(): Promise<void> {
    this.#state = { kind: 'reading' }
    try {
      const reading = await previewForm(this.#api, this)
      this.chosen.clear()
      for (const project of reading.projects) if (project.importable) this.chosen.add(project.index)
      this.#state = { kind: 'read', reading }
    } catch (problem) {
      this.#state = { kind: 'failed', reason: reasonOf(problem) }
    }
  }

  async commit(): Promise<void> {
    this.#refusal = null
    try {
      const reading = await commitForm(this.#api, this, [...this.chosen])
      if (reading.committed) this.#state = { kind: 'committed', reading }
      else this.#refusal = reading.refusal
    } catch (problem) {
      this.#refusal = reasonOf(problem)
    }
  }

  toggle(index: number): void {
    if (!this.chosen.delete(index)) this.chosen.add(index)
  }
}

function reasonOf(problem: unknown): string {
  if (problem instanceof ApiError) return problem.message
  throw problem
}
