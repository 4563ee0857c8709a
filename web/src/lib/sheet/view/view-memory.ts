/**
 * Where a person's views are kept. In the browser for now; with accounts (docs/roadmap.md) the same texts go to the
 * server.
 */
export interface ViewMemory {
  readonly read: (key: 'layout' | 'views') => string | null
  readonly write: (key: 'layout' | 'views', text: string) => void
}

/** The views of one table in this browser; a browser that keeps nothing is no reason to fail. */
export function browserMemory(storage: Storage, table: string): ViewMemory {
  const keyOf = (key: string): string => `biaochi.${key}.${table}`
  return {
    read: (key) => storage.getItem(keyOf(key)),
    write: (key, text) => {
      try {
        storage.setItem(keyOf(key), text)
      } catch {
        // Full or forbidden: the view lives as long as the tab.
      }
    },
  }
}
