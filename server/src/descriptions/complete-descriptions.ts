import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql'
import { englishReading } from './english-reading.ts'
import { englishWriting } from './english-writing.ts'
import { enumValues } from './enum-values.ts'

interface Described {
  description?: string | null | undefined
}

const english: Readonly<Record<string, string>> = { ...englishReading, ...englishWriting }

// Bounds are constants of the code; the sentence around them is the same.
const bound = /\d{3,}/g

const englishOf = (chinese: string): string | undefined => {
  const known = english[chinese]
  if (known !== undefined) return known
  const numbers = [...(chinese.match(bound) ?? [])]
  return english[chinese.replace(bound, '#')]?.replaceAll('#', () => numbers.shift() ?? '#')
}

const complete = (element: Described): void => {
  const { description } = element
  const added = typeof description === 'string' ? englishOf(description.trim()) : undefined
  if (added === undefined || typeof description !== 'string') return
  const chinese = description.trim()
  element.description = `${chinese}${chinese.endsWith('。') ? '' : '。'}${added}`
}

/**
 * Says in English too what the schema's files say in Chinese. The same few hundred sentences stand at many fields: here
 * each is translated once, and the files stay readable. A sentence of one place may bring its English itself.
 */
export const completeDescriptions = (schema: GraphQLSchema): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    complete(type)
    if (isEnumType(type))
      for (const value of type.getValues()) {
        value.description ??= enumValues[`${type.name}.${value.name}`]
        complete(value)
      }
    else if (isInputObjectType(type)) Object.values(type.getFields()).forEach(complete)
    else if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        complete(field)
        field.args.forEach(complete)
      }
  }
  return schema
}
