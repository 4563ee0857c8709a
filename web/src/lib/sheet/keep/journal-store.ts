import { createStore, promisifyRequest } from 'idb-keyval'
import { isUnsaved } from './sheet-memory.ts'
import type { Shelf } from './sheet-memory.ts'

/** Where a thing lies: whose tab, which sheet, which shelf, and its name there. */
export interface EntryKey {
  readonly journal: string
  readonly sheet: string
  readonly shelf: Shelf
  readonly key: string
}

export interface StoredEntry extends EntryKey {
  /** When it was put there first: milliseconds, each later than the one before. */
  readonly at: number
  readonly value: unknown
}

/** A place that outlives the page, shared by all tabs. */
export interface JournalStore {
  readonly read: () => Promise<readonly StoredEntry[]>
  /** The journals with something in them that was not saved, without reading what it is. */
  readonly unsaved: () => Promise<ReadonlySet<string>>
  /** All of it or nothing. */
  readonly write: (puts: readonly StoredEntry[], deletes: readonly EntryKey[]) => Promise<void>
}

const path = ({ journal, sheet, shelf, key }: EntryKey): string[] => [journal, sheet, shelf, key]

/** The browser's own database. */
export function browserStore(): JournalStore {
  const store = createStore('biaochi.sheets', 'kept')
  return {
    read: () => store('readonly', async (kept) => readAll(await promisifyRequest<unknown[]>(kept.getAll()))),
    unsaved: () => store('readonly', async (kept) => unsavedIn(await promisifyRequest(kept.getAllKeys()))),
    write: (puts, deletes) =>
      store('readwrite', (kept) => {
        for (const key of deletes) kept.delete(path(key))
        for (const entry of puts) kept.put(entry, path(entry))
        // A page that is closed right now does not wait for the requests to be answered.
        kept.transaction.commit()
        return promisifyRequest(kept.transaction)
      }),
  }
}

const readAll = (values: readonly unknown[]): readonly StoredEntry[] => values.filter(isEntry)

const unsavedIn = (paths: readonly IDBValidKey[]): ReadonlySet<string> =>
  new Set(
    paths.flatMap((at) => {
      const [journal, , shelf] = Array.isArray(at) ? at : []
      return typeof journal === 'string' && isShelf(shelf) && isUnsaved(shelf) ? [journal] : []
    }),
  )

const shelves: readonly Shelf[] = ['batch', 'draft', 'problem', 'step', 'position']

const isShelf = (value: unknown): value is Shelf => shelves.some((shelf) => shelf === value)

const isEntry = (value: unknown): value is StoredEntry =>
  typeof value === 'object' &&
  value !== null &&
  'journal' in value &&
  typeof value.journal === 'string' &&
  'sheet' in value &&
  typeof value.sheet === 'string' &&
  'shelf' in value &&
  isShelf(value.shelf) &&
  'key' in value &&
  typeof value.key === 'string' &&
  'at' in value &&
  typeof value.at === 'number' &&
  'value' in value
