import { GraphQLError, type DocumentNode, type ExecutionResult, type SourceLocation } from 'graphql'

const positionOf = (lines: readonly string[], { line, column }: SourceLocation): number =>
  lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1

/** graphql-jit's errors look like GraphQL's but lack their parts; masking and printing need the real ones. */
export const locatedErrors = (result: ExecutionResult, document: DocumentNode): ExecutionResult => {
  if (result.errors === undefined) return result
  const source = document.loc?.source
  const lines = source?.body.split('\n') ?? []
  const errors = result.errors.map(({ message, locations, path, originalError }) => {
    const positions = locations?.map((location) => positionOf(lines, location))
    return new GraphQLError(message, { source, positions, path, originalError })
  })
  return { ...result, errors }
}
