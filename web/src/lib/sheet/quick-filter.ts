import { formatCell, normalizeText } from '@biaochi/domain'
import type { Indicator, IndicatorField } from '@biaochi/domain'
import type { IndicatorModel } from './sheet.svelte.ts'

const searched: readonly IndicatorField[] = ['level1', 'level2', 'name', 'target', 'actual', 'reason']

/**
 * The rows that contain every word, their project's name included; null without words. Found once when the
 * words change and not while editing, so that a row never vanishes under the hands of who edits it.
 */
export function findRows(model: IndicatorModel, text: string): ReadonlySet<string> | null {
  const words = text
    .split(/\s+/u)
    .map(normalize)
    .filter((word) => word !== '')
  if (words.length === 0) return null
  const found = new Set<string>()
  for (const id of model.groupIds) {
    const project = model.group(id)?.project
    if (project === undefined) continue
    const head = normalize(`${project.document.name ?? ''}${project.document.implementer ?? ''}`)
    const rows = model.rowsOf(id).filter((row) => hasWords(head + textOf(row.record), words))
    if (rows.length > 0 || hasWords(head, words)) found.add(id)
    for (const row of rows) found.add(row.id)
  }
  return found
}

const normalize = (text: string): string => normalizeText(text).toLowerCase()

const textOf = (indicator: Indicator): string =>
  normalize(searched.map((field) => formatCell(indicator, field)).join('\n'))

const hasWords = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word))
