import { GraphQLError, Lexer, Source, TokenKind } from 'graphql'
import type { Locale } from '@biaochi/domain'
import { refuse } from '../errors.ts'
import type { Limits } from './limits.ts'

/** The parser calls itself for each bracket: deeper than this it would run out of stack before any rule is asked. */
const DEEPEST = 500

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

/** Refuses a document that is not worth parsing: too long, too many tokens, brackets too deep. */
export const checkText = (text: string, limits: Limits, locale: Locale): void => {
  const { documentLength, tokens } = limits
  if (text.length > documentLength)
    throw refuse(locale, 'TOO_LARGE', 'document-too-long', { max: documentLength })
  // A token has a character at least.
  if (text.length <= Math.min(tokens, DEEPEST)) return
  const lexer = new Lexer(new Source(text))
  try {
    for (let [count, depth] = [1, 0]; lexer.advance().kind !== TokenKind.EOF; count += 1) {
      if (count > tokens) throw refuse(locale, 'TOO_COMPLEX', 'too-many-tokens', { max: tokens })
      if (opening.has(lexer.token.kind)) depth += 1
      else if (closing.has(lexer.token.kind)) depth -= 1
      if (depth > DEEPEST) throw refuse(locale, 'TOO_COMPLEX', 'nested-too-deep', { max: DEEPEST })
    }
  } catch (error) {
    // What cannot be read is the parser's to say.
    if (!(error instanceof GraphQLError) || error.extensions['code'] !== undefined) throw error
  }
}
