/** What is looked for, and how. */
export interface FindQuery {
  readonly text: string
  /** As a piece of text, as a regular expression, or as a condition on quantities (`≥ 90%`, `< 10`). */
  readonly by: 'text' | 'pattern' | 'value'
  /** The whole cell and not a part of it. */
  readonly whole: boolean
  readonly matchCase: boolean
}

/** Decides about a text, and says what it becomes when the matches are replaced. */
export interface Matcher {
  readonly matches: (text: string) => boolean
  readonly replace: (text: string, replacement: string) => string
}

/** A query put to use, or why it cannot be: an expression with a mistake, a condition that is none. */
export type Compiled =
  | { readonly kind: 'matcher'; readonly matcher: Matcher }
  | { readonly kind: 'unreadable'; readonly why: 'pattern' | 'condition'; readonly detail: string }
