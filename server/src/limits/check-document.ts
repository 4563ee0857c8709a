import {
  getOperationAST,
  Kind,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import type { Locale } from '@biaochi/domain'
import { refuse, refuseAt } from '../errors.ts'
import { sizeOf, type Way } from './document-size.ts'
import type { ServerMessage } from '../messages.ts'
import type { Limits } from './limits.ts'
import type { VariableValues } from './page-size-of.ts'

const INTROSPECTION = new Set(['__schema', '__type'])

interface Rules {
  readonly limits: Limits
  readonly introspection: boolean
  readonly locale: Locale
}

/** Refuses a document for what is written in it: its directives, or that it asks for the schema. */
export const checkWritten = (document: DocumentNode, { limits, introspection, locale }: Rules): void => {
  let directives = 0
  visit(document, {
    Directive: () => {
      directives += 1
      if (directives > limits.directives)
        throw refuse(locale, 'TOO_COMPLEX', 'too-many-directives', { max: limits.directives })
    },
    Field: (node) => {
      if (!introspection && INTROSPECTION.has(node.name.value))
        throw refuseAt([node.name.value], node, refuse(locale, 'FORBIDDEN', 'no-introspection'))
    },
  })
}

export interface Asked {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName: string | undefined
  readonly variables: VariableValues
  readonly locale: Locale
}

const pathOf = (way: Way | null, longest: number): string[] => {
  const path: string[] = []
  for (let step = way; step !== null && path.length < longest; step = step.next) path.push(step.key)
  return path
}

const variablesOf = (operation: OperationDefinitionNode, given: VariableValues): VariableValues => ({
  ...Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  ),
  ...given,
})

/** Refuses what asks for too much, before anything is validated: validation itself can be made slow. */
export const checkSize = (asked: Asked, limits: Limits): void => {
  const { document, locale, schema } = asked
  const operation = getOperationAST(document, asked.operationName)
  // Which operation is meant is not clear: executing will say so.
  if (operation === undefined || operation === null) return
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  )
  const onPage = (size: number, node: FieldNode): void => {
    if (size <= limits.pageSize) return
    const path = [node.alias?.value ?? node.name.value, 'first']
    throw refuseAt(path, node, refuse(locale, 'BAD_INPUT', 'page-size', { max: limits.pageSize }))
  }
  const variables = variablesOf(operation, asked.variables)
  const size = sizeOf(operation, { schema, fragments, variables, onPage })
  const tooMuch = (message: ServerMessage, longest: number, params: Record<string, number>): GraphQLError =>
    refuseAt(pathOf(size.deepest, longest), operation, refuse(locale, 'TOO_COMPLEX', message, params))
  const { depth, fields, aliases, cost } = limits
  if (size.depth > depth) throw tooMuch('too-deep', depth + 1, { max: depth })
  if (size.fields > fields) throw tooMuch('too-many-fields', 1, { max: fields })
  if (size.aliases > aliases) throw tooMuch('too-many-aliases', 1, { max: aliases })
  if (size.objects > cost) throw tooMuch('too-costly', 1, { cost: size.objects, max: cost })
}
