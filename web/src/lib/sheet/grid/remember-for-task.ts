/** Asked for every cell that is painted, and the same for all that are painted together. */
export function rememberForTask<T>(read: () => T): () => T {
  let known: { readonly value: T } | null = null
  return () => {
    if (known === null) {
      known = { value: read() }
      queueMicrotask(() => (known = null))
    }
    return known.value
  }
}
