import type { z } from 'zod'
import type { Context } from './context.ts'
import { refuse } from './errors.ts'
import { isStorableText } from './storable.ts'

// A request can hold tens of thousands of ids, so no schema object for each.
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether text is a UUID; anything else would be an error of the database. */
export const isId = (text: string): boolean => uuid.test(text)

/** The id, or a refusal when it cannot be one. */
export const checkedId = (id: string, { locale }: Context): string => {
  if (!isId(id)) throw refuse(locale, 'BAD_INPUT', 'malformed-id', { id: id.slice(0, 50) })
  return id
}

/** The page size, or a refusal; a page that is too large is never cut silently. */
export const checkedSize = (first: number, max: number, { locale }: Context): number => {
  if (first < 0 || first > max) throw refuse(locale, 'BAD_INPUT', 'page-size', { max })
  return first
}

const MAX_SEARCH = 200

/** Text to look for, trimmed; refused when it is too long or cannot be kept, so that it cannot be found either. */
export const checkedPhrase = (text: string, { locale }: Context): string => {
  const trimmed = text.trim()
  if (trimmed.length > MAX_SEARCH) throw refuse(locale, 'BAD_INPUT', 'text-too-long', { max: MAX_SEARCH })
  if (!isStorableText(trimmed)) throw refuse(locale, 'BAD_INPUT', 'unstorable-text')
  return trimmed
}

/** Text to look for, as the pattern of a LIKE, or null when nothing is looked for. */
export const checkedSearch = (text: string | null | undefined, context: Context): string | null => {
  const trimmed = checkedPhrase(text ?? '', context)
  return trimmed === '' ? null : trimmed.replace(/[\\%_]/g, '\\$&')
}

/** A cursor is the sort key of its row: the page after it stays right when rows come and go. */
export const encodeCursor = (key: readonly (string | number | boolean | null)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** The sort key in a cursor, or null without one. */
export const decodeCursor = <Key>(
  cursor: string | null | undefined,
  shape: z.ZodType<Key>,
  { locale }: Context,
): Key | null => {
  if (cursor === null || cursor === undefined) return null
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw refuse(locale, 'BAD_INPUT', 'malformed-cursor')
  }
}

const MAX_LIST = 100

/** A list of a filter, or a refusal when it is too long or holds text that cannot be kept; null when it was not given. */
export const checkedList = <Item extends string | number>(
  list: readonly Item[] | null | undefined,
  { locale }: Context,
): readonly Item[] | null => {
  if (list === null || list === undefined) return null
  if (list.length > MAX_LIST) throw refuse(locale, 'BAD_INPUT', 'list-too-long', { max: MAX_LIST })
  for (const item of list)
    if (typeof item === 'string' && (item.length > MAX_SEARCH || !isStorableText(item)))
      throw refuse(locale, 'BAD_INPUT', 'unstorable-text')
  return list
}
