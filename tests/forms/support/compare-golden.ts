import type { GoldenDocument } from '@biaochi/forms'

type Json = unknown
type JsonObject = Readonly<Record<string, Json>>

const unread = new Set(['source', 'anomalies', 'notes', 'narrativeLengths', 'findings'])
const figures = /(?:^|\.)(?:funds\.\w+|weight|score|totalWeight|totalScore|value)$/
const bare = (text: string): string => text.replace(/\s/g, '')
const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Decimals are compared as decimals: "9.50" is "9.5", "0.00" is "0". */
const canonical = (text: string): string =>
  /^-?\d+(?:\.\d+)?$/.test(text)
    ? text
        .replace(/^(-?)0+(?=\d)/, '$1')
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '')
    : text

const plain = (value: Json, path: string): Json => {
  if (value === undefined) return null
  if (typeof value !== 'string') return value
  return figures.test(path) ? canonical(bare(value)) : bare(value)
}

/** Every field in which a document differs from its golden, as one sentence each; white space is no difference. */
export function differences(golden: Json, document: GoldenDocument): readonly string[] {
  const found: string[] = []
  const say = (path: string, expected: Json, actual: Json): void => {
    found.push(`${path}: golden ${JSON.stringify(expected)}, read ${JSON.stringify(actual)}`)
  }
  const compare = (expected: Json, actual: Json, path: string): void => {
    if (Array.isArray(expected)) {
      const list: readonly Json[] = Array.isArray(actual) ? actual : []
      if (list.length !== expected.length) say(`${path}.length`, expected.length, list.length)
      expected.forEach((each, at) => compare(each, list[at], `${path}[${at}]`))
    } else if (isObject(expected)) {
      if (!isObject(actual)) return say(path, expected, actual)
      if (path.endsWith('.goals') || 'textStart' in expected) compareText(expected, actual, path)
      for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
        if (unread.has(key) || ['textStart', 'textEnd', 'length'].includes(key)) continue
        if (key === 'text' && 'textStart' in expected) continue
        if (key === 'narratives') compareNarratives(expected, actual, path)
        else compare(expected[key], actual[key], `${path}.${key}`)
      }
    } else if (plain(expected, path) !== plain(actual, path)) say(path, expected, actual)
  }
  /** A published golden keeps only start, end and length of a long text. */
  const compareText = (expected: JsonObject, actual: JsonObject, path: string): void => {
    const text = bare(String(actual['text'] ?? ''))
    if (!text.startsWith(bare(String(expected['textStart']))))
      say(`${path}.textStart`, expected['textStart'], text)
    if (!text.endsWith(bare(String(expected['textEnd'])))) say(`${path}.textEnd`, expected['textEnd'], text)
    if (text.length !== expected['length']) say(`${path}.length`, expected['length'], text.length)
  }
  const compareNarratives = (expected: JsonObject, actual: JsonObject, path: string): void => {
    const texts = isObject(expected['narratives']) ? expected['narratives'] : {}
    const read = isObject(actual['narratives']) ? actual['narratives'] : {}
    const lengths = isObject(expected['narrativeLengths']) ? expected['narrativeLengths'] : {}
    for (const key of new Set([...Object.keys(texts), ...Object.keys(read)])) {
      const start = bare(String(texts[key] ?? ''))
      const text = bare(String(read[key] ?? ''))
      const length = lengths[key] ?? start.length
      if (!text.startsWith(start) || text.length !== length)
        say(`${path}.narratives.${key}`, texts[key], read[key])
    }
  }
  compare(golden, document, 'reading')
  return found
}
