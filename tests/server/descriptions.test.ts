import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '@biaochi/server/schema'

interface Described {
  readonly name: string
  readonly description?: string | null | undefined
}

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
// ID, Int and the like are described by GraphQL itself.
const own = types.filter(({ name }) => !['Boolean', 'Float', 'ID', 'Int', 'String'].includes(name))

const members = (type: (typeof types)[number]): readonly (readonly [string, Described])[] => {
  if (isEnumType(type)) return type.getValues().map((value) => [`${type.name}.${value.name}`, value])
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field])
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  return Object.values(type.getFields()).flatMap((field) => [
    [`${type.name}.${field.name}`, field] as const,
    ...field.args.map((argument) => [`${type.name}.${field.name}(${argument.name})`, argument] as const),
  ])
}

const all = own.flatMap((type): readonly (readonly [string, Described])[] => [
  [type.name, type],
  ...members(type),
])

test('every type, field, argument and enum value is described', () => {
  expect(all.length).toBeGreaterThan(300)
  const bare = all.filter(([, { description }]) => (description ?? '').trim() === '').map(([path]) => path)
  expect(bare).toEqual([])
})

test('every description says it in Chinese and in English', () => {
  const chinese = /\p{Script=Han}/u
  const odd = all
    .filter(
      ([, { description }]) => !chinese.test(description ?? '') || !/[A-Za-z]{2,}/.test(description ?? ''),
    )
    .map(([path, { description }]) => `${path}: ${description ?? ''}`)
  expect(odd).toEqual([])
})
