import { formatCell, normalizeText } from '@biaochi/domain'
import type { Indicator, IndicatorField } from '@biaochi/domain'
import type { IndicatorRow } from './indicator-table.ts'
import type { Search } from './row-finder.ts'
import type { IndicatorModel } from './sheet.svelte.ts'

const searched: readonly IndicatorField[] = ['level1', 'level2', 'name', 'target', 'actual', 'reason']

/** Looks for rows that contain every word, their project's name included; null without words. */
export function searchWords(model: IndicatorModel, text: string): Search<IndicatorRow> | null {
  const words = text
    .split(/\s+/u)
    .map(normalize)
    .filter((word) => word !== '')
  if (words.length === 0) return null
  return (groupId) => {
    const document = model.group(groupId)?.project.document
    const head = normalize(`${document?.name ?? ''}${document?.implementer ?? ''}`)
    return { row: ({ record }) => hasWords(head + textOf(record), words), alone: hasWords(head, words) }
  }
}

const normalize = (text: string): string => normalizeText(text).toLowerCase()

const textOf = (indicator: Indicator): string =>
  normalize(searched.map((field) => formatCell(indicator, field)).join('\n'))

const hasWords = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word))
