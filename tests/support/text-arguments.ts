import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

/** One place of the schema that takes text: an operation with everything else filled in. */
export interface TextArgument {
  /** 'Mutation.importForm(input.fileName)'. */
  readonly place: string
  readonly query: string
  readonly variables: (text: string) => object
}

type Fill = (path: string) => unknown

const isText = (type: GraphQLInputType): boolean =>
  ['String', 'ID', 'Decimal', 'Date', 'DateTime'].includes(getNamedType(type).name)

/** A value of the type; only what is required, unless it leads to the place that is wanted. */
const valueOf = (type: GraphQLInputType, path: string, wanted: string, fill: Fill): unknown => {
  if (isNonNullType(type)) return valueOf(type.ofType, path, wanted, fill)
  if (isListType(type)) return [valueOf(type.ofType, path, wanted, fill)]
  if (path === wanted) return fill(path)
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      ({ name, type: inner, default: preset }) =>
        wanted.startsWith(`${path}.${name}`) ||
        (isNonNullType(inner) && preset === undefined) ||
        name === 'dryRun',
    )
    return Object.fromEntries(
      fields.map(({ name, type: inner }) => [name, valueOf(inner, `${path}.${name}`, wanted, fill)]),
    )
  }
  if (path.endsWith('.dryRun')) return true
  return {
    Int: 1,
    Float: 1,
    Boolean: false,
    String: '文字',
    ID: NOBODY,
    Decimal: '1',
    Date: '2024-01-01',
    DateTime: '2024-01-01T00:00:00Z',
  }[type.name]
}

const NOBODY = '0190b0f0-0000-7000-8000-000000000000'

/** The text places within an argument: itself, or leaves of its input type, each input type once on the way. */
const placesIn = (type: GraphQLInputType, path: string, above: readonly string[] = []): string[] => {
  const named = getNamedType(type)
  if (isText(type)) return [path]
  if (!isInputObjectType(named) || above.includes(named.name)) return []
  return Object.values(named.getFields()).flatMap((field) =>
    placesIn(field.type, `${path}.${field.name}`, [...above, named.name]),
  )
}

interface Step {
  readonly field: GraphQLField<unknown, unknown>
  readonly own: boolean
}

const required = (argument: GraphQLArgument): boolean =>
  isNonNullType(argument.type) && argument.default === undefined

const operationOf = (
  kind: string,
  steps: readonly Step[],
  argument: GraphQLArgument,
  wanted: string,
): Omit<TextArgument, 'place'> => {
  const declared: string[] = []
  const values: ((text: string) => [string, unknown])[] = []
  const callOf = ({ field, own }: Step, index: number): string => {
    const used = field.args.filter((one) => required(one) || (own && one === argument))
    const args = used.map((one) => {
      const name = `${one.name}${index}`
      declared.push(`$${name}: ${String(one.type)}`)
      values.push((text) => [
        name,
        valueOf(one.type, one.name, own && one === argument ? wanted : '', () => text),
      ])
      return `${one.name}: $${name}`
    })
    return args.length === 0 ? field.name : `${field.name}(${args.join(', ')})`
  }
  const calls = steps.map(callOf)
  const last = steps.at(-1)
  const leaf = last !== undefined && isCompositeType(getNamedType(last.field.type)) ? ' { __typename }' : ''
  const body = `${calls.join(' { ')}${leaf}${' }'.repeat(calls.length - 1)}`
  return {
    query: `${kind} (${declared.join(', ')}) { ${body} }`,
    variables: (text) => Object.fromEntries(values.map((value) => value(text))),
  }
}

/** Every argument of the schema that takes text, wherever its field stands, on the shortest way to it. */
export const textArguments = (schema: GraphQLSchema): readonly TextArgument[] => {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const
  const seen = new Set<string>()
  const found: TextArgument[] = []
  let level = roots.flatMap(([kind, type]) => (type ? [{ kind, type, steps: [] as readonly Step[] }] : []))
  while (level.length > 0) {
    const next: { kind: 'query' | 'mutation'; type: GraphQLObjectType; steps: readonly Step[] }[] = []
    for (const { kind, type, steps } of level) {
      if (seen.has(type.name)) continue
      seen.add(type.name)
      for (const field of Object.values(type.getFields())) {
        for (const argument of field.args)
          for (const wanted of placesIn(argument.type, argument.name))
            found.push({
              place: `${type.name}.${field.name}(${wanted})`,
              ...operationOf(kind, [...steps, { field, own: true }], argument, wanted),
            })
        const inner = getNamedType(field.type)
        if (isObjectType(inner)) next.push({ kind, type: inner, steps: [...steps, { field, own: false }] })
      }
    }
    level = next
  }
  return found
}
