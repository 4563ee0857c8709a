import type { Compiled, FindQuery, Matcher } from './find-query.ts'
import { readCondition } from './read-condition.ts'

/** Makes a matcher of a query; null when it asks for nothing. */
export function compileQuery(query: FindQuery): Compiled | null {
  if (query.text === '') return null
  if (query.by === 'pattern') return compilePattern(query)
  if (query.by === 'text') return { kind: 'matcher', matcher: matchText(query) }
  const holds = readCondition(query.text)
  if (holds === null) return { kind: 'unreadable', why: 'condition', detail: query.text }
  return { kind: 'matcher', matcher: { matches: holds, replace: (_, replacement) => replacement } }
}

function compilePattern({ text, whole, matchCase }: FindQuery): Compiled {
  try {
    const flags = matchCase ? 'gu' : 'giu'
    const expression = new RegExp(whole ? `^(?:${text})$` : text, flags)
    return {
      kind: 'matcher',
      matcher: {
        matches: (cell) => cell.search(expression) >= 0,
        replace: (cell, replacement) => cell.replace(expression, replacement),
      },
    }
  } catch (error) {
    return { kind: 'unreadable', why: 'pattern', detail: error instanceof Error ? error.message : text }
  }
}

function matchText({ text, whole, matchCase }: FindQuery): Matcher {
  const wanted = fold(text, matchCase)
  if (whole) {
    const matches = (cell: string): boolean => fold(cell, matchCase) === wanted
    return { matches, replace: (cell, replacement) => (matches(cell) ? replacement : cell) }
  }
  return {
    matches: (cell) => fold(cell, matchCase).includes(wanted),
    replace: (cell, replacement) => {
      const folded = fold(cell, matchCase)
      let after = ''
      let from = 0
      for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, from)) {
        after += cell.slice(from, at) + replacement
        from = at + wanted.length
      }
      return after + cell.slice(from)
    },
  }
}

/** Full and half width alike, and small and capital letters; as long as before, so that places stay places. */
function fold(text: string, matchCase: boolean): string {
  const narrow = text.replace(/[！-～\u3000]/gu, (char) =>
    char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  )
  return matchCase
    ? narrow
    : narrow.replace(/\p{Lu}/gu, (char) => {
        const small = char.toLowerCase()
        return small.length === char.length ? small : char
      })
}
