import {
  getOperationAST,
  getVariableValues,
  GraphQLScalarType,
  Kind,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql'
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit'
import type { Plugin } from 'graphql-yoga'
import { locatedErrors } from './located-errors.ts'

interface Compiled {
  readonly query: CompiledQuery['query']
  readonly variables: readonly VariableDefinitionNode[]
  /** Variables inside an object or list written in the document. */
  readonly nested: ReadonlySet<string>
}

/** How often an operation has come, then what it was compiled to; null when it cannot be compiled. */
type Known = { readonly times: number } | { readonly compiled: Compiled | null }

// graphql-jit reads variables in its own way, without the defaults of input fields. So graphql-js reads them, and the
// compiled operation takes what it is given.
const Given = new GraphQLScalarType({ name: 'Given__', parseValue: (value) => value })

const withGiven = (schema: GraphQLSchema): GraphQLSchema =>
  // The schema itself must not show the type.
  Object.create(schema, {
    getType: { value: (name: string) => (name === Given.name ? Given : schema.getType(name)) },
  }) as GraphQLSchema

const isBoolean = ({ type }: VariableDefinitionNode): boolean => {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type
  return named.kind === Kind.NAMED_TYPE && named.name.value === 'Boolean'
}

const given = ({ defaultValue: _read, ...definition }: VariableDefinitionNode): VariableDefinitionNode => ({
  ...definition,
  // @skip and @include insist on a Boolean.
  type: isBoolean(definition)
    ? definition.type
    : { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: Given.name } },
})

const nestedVariables = (document: DocumentNode): ReadonlySet<string> => {
  const names = new Set<string>()
  const take = { Variable: ({ name }: { name: { value: string } }) => void names.add(name.value) }
  visit(document, {
    ObjectValue: (node) => void visit(node, take),
    ListValue: (node) => void visit(node, take),
  })
  return names
}

const compile = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Compiled | null => {
  const variables = operation.variableDefinitions ?? []
  const definitions = document.definitions.map((definition) =>
    definition === operation ? { ...operation, variableDefinitions: variables.map(given) } : definition,
  )
  const compiled = compileQuery(schema, { ...document, definitions }, operation.name?.value)
  return isCompiledQuery(compiled)
    ? { query: compiled.query, variables, nested: nestedVariables(document) }
    : null
}

/**
 * Compiles operations that come more than `interpreted` times to functions: what is asked once, as by a person trying
 * queries, is not worth the milliseconds. Documents are the parser's, which remembers the latest; forgotten ones take
 * their functions along. Subscriptions are left to graphql-js.
 */
export const compileOperations = (schema: GraphQLSchema, interpreted: number): Plugin => {
  const open = withGiven(schema)
  const operations = new WeakMap<OperationDefinitionNode, Known>()
  const compiledOrNull = ({ document, operationName }: ExecutionArgs): Compiled | null => {
    const operation = getOperationAST(document, operationName)
    if (operation === null || operation === undefined) return null
    const known = operations.get(operation) ?? { times: 0 }
    if ('compiled' in known) return known.compiled
    const next =
      known.times < interpreted
        ? { times: known.times + 1 }
        : { compiled: compile(open, document, operation) }
    operations.set(operation, next)
    return 'compiled' in next ? next.compiled : null
  }
  return {
    onExecute: ({ args, setExecuteFn }) => {
      const compiled = compiledOrNull(args)
      if (compiled === null) return
      const read = getVariableValues(schema, compiled.variables, args.variableValues ?? {})
      // Refused variables are refused in graphql-js' words.
      if (read.errors !== undefined) return
      const { coerced } = read.variableValues
      // graphql-jit would put null where a variable without a value leaves a field out.
      for (const name of compiled.nested) if (!(name in coerced)) return
      setExecuteFn(async ({ rootValue, contextValue }: ExecutionArgs) =>
        locatedErrors(await compiled.query(rootValue, contextValue, coerced), args.document),
      )
    },
  }
}
