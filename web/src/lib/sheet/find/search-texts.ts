import { compileQuery } from './compile-query.ts'
import type { FindQuery } from './find-query.ts'

export interface TextSearch {
  readonly query: FindQuery
  /** Null when one only looks. */
  readonly replacement: string | null
  readonly texts: readonly string[]
}

/** A text that matches: its place among the texts, and what it becomes. */
export interface TextMatch {
  readonly at: number
  readonly after: string | null
}

export type TextSearchResult =
  | { readonly kind: 'found'; readonly matches: readonly TextMatch[] }
  | { readonly kind: 'unreadable'; readonly why: 'pattern' | 'condition'; readonly detail: string }

/** Every text that matches. An expression may take for ever on one of them: so this is done where it can be stopped. */
export function searchTexts({ query, replacement, texts }: TextSearch): TextSearchResult {
  const compiled = compileQuery(query)
  if (compiled === null) return { kind: 'found', matches: [] }
  if (compiled.kind === 'unreadable') return compiled
  const { matches, replace } = compiled.matcher
  // The same texts come again and again in a column; each is looked at once.
  const known = new Map<string, Omit<TextMatch, 'at'> | null>()
  const look = (text: string): Omit<TextMatch, 'at'> | null =>
    matches(text) ? { after: replacement === null ? null : replace(text, replacement) } : null
  const found = texts.flatMap((text, at) => {
    let match = known.get(text)
    if (match === undefined) known.set(text, (match = look(text)))
    return match === null ? [] : [{ at, ...match }]
  })
  return { kind: 'found', matches: found }
}
