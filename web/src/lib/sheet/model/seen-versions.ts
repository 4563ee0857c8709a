import type { AuthorMarks } from '../author-marks.ts'
import type { CellKey } from '../patch.ts'
import type { Author } from '../plan-notice.ts'

/** Which version of a row the writer of a cell saw: not the one that came under an open editor. */
export class SeenVersions {
  readonly #authors: AuthorMarks
  readonly #versionOf: (rowId: string) => number
  /** The cell whose editor is open, and who had changed it last when it was opened. */
  #editing: { readonly key: CellKey; readonly author: Author | null } | null = null

  constructor(authors: AuthorMarks, versionOf: (rowId: string) => number) {
    this.#authors = authors
    this.#versionOf = versionOf
  }

  openEditor(key: CellKey): void {
    this.#editing = { key, author: this.#authors.of(key) }
  }

  closeEditor(key: CellKey): void {
    if (this.#editing?.key === key) this.#editing = null
  }

  of(rowId: string, key: CellKey): number {
    const author = this.#authors.of(key)
    const isUnseen = author !== null && this.#editing?.key === key && this.#editing.author !== author
    return isUnseen ? author.version - 1 : this.#versionOf(rowId)
  }
}
