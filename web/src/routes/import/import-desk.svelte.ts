import type { Api } from '#lib/api/client.ts'
import { decodeText } from '#lib/decode-text.ts'
import { ImportFile } from './import-file.svelte.ts'

/** The files on the import page, one of them open. */
export class ImportDesk {
  readonly #api: Api
  #files = $state.raw<readonly ImportFile[]>([])
  #open = $state.raw<ImportFile | null>(null)
  #committing = $state<{ readonly done: number; readonly total: number } | null>(null)

  constructor(api: Api) {
    this.#api = api
  }

  get files(): readonly ImportFile[] {
    return this.#files
  }
  get open(): ImportFile | null {
    return this.#open
  }
  get committing(): { readonly done: number; readonly total: number } | null {
    return this.#committing
  }
  get wanted(): number {
    return this.#files.reduce((sum, file) => sum + file.wanted, 0)
  }

  show(file: ImportFile): void {
    this.#open = file
  }

  remove(file: ImportFile): void {
    this.#files = this.#files.filter((at) => at !== file)
    if (this.#open === file) this.#open = this.#files[0] ?? null
  }

  async addFiles(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const { text, encoding } = decodeText(new Uint8Array(await file.arrayBuffer()))
      await this.addText(file.name, text, encoding)
    }
  }

  async addText(fileName: string, text: string, encoding: string): Promise<void> {
    // The same text again is the same form: it is shown, not listed twice.
    const known = this.#files.find((at) => at.fileName === fileName && at.text === text)
    if (known !== undefined) {
      this.#open = known
      return
    }
    const file = new ImportFile(this.#api, fileName, text, encoding)
    this.#files = [...this.#files, file]
    this.#open ??= file
    await file.read()
  }

  /** Keeps what is chosen, file by file: what was kept stays kept when a later file is refused. */
  async commit(): Promise<void> {
    const wanted = this.#files.filter((file) => file.wanted > 0)
    for (const [done, file] of wanted.entries()) {
      this.#committing = { done, total: wanted.length }
      await file.commit()
    }
    this.#committing = null
  }
}
