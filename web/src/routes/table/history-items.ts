import type { HistoryLine } from '#lib/api/history.ts'
import { authorName } from '#lib/author-name.ts'
import type { HistoryItem } from '#lib/components/history-item.ts'
import { getLocale, m } from '#lib/i18n.ts'

/** A line of the panel with the moment its button goes back to. */
export interface RestorableItem extends HistoryItem {
  readonly at: string
}

const sources: Readonly<Record<HistoryLine['changeSet']['source'], () => string>> = {
  EDIT: m.source_edit,
  PASTE: m.source_paste,
  FILL: m.source_fill,
  UNDO: m.source_undo,
  REDO: m.source_redo,
  IMPORT: m.source_import,
  API: m.source_api,
  RESTORE: m.source_restore,
}

const formatTime = (iso: string): string =>
  new Date(iso).toLocaleString(getLocale(), {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  })

const howOf = ({ kind, changeSet: { source, cells } }: HistoryLine): string => {
  if (kind === 'CREATE') return m.history_row_made()
  if (kind === 'DELETE') return m.history_row_deleted()
  return cells > 1 ? m.history_cells({ source: sources[source](), count: cells }) : sources[source]()
}

/**
 * The lines as the panel shows them, newest first. Each goes back to what it made of the cell, and the oldest one also to
 * what was there before anybody changed it; where that is what stands there now, there is nothing to go back to.
 */
export function historyItems(
  lines: readonly HistoryLine[],
  { current, isWhole }: { readonly current: string; readonly isWhole: boolean },
): readonly RestorableItem[] {
  const items = lines.map((line, index): RestorableItem => {
    const { author, createdAt, id } = line.changeSet
    // A row that is made has no text of this cell; what the next change found there is what it had.
    const to = line.kind === 'UPDATE' ? (line.after ?? '') : (lines[index - 1]?.before ?? current)
    return {
      key: id,
      who: authorName(author),
      when: formatTime(createdAt),
      how: howOf(line),
      from: line.kind === 'UPDATE' ? (line.before ?? '') : null,
      to,
      restoresTo: line.kind === 'DELETE' || to === current ? null : to,
      at: createdAt,
    }
  })
  const oldest = lines.at(-1)
  if (!isWhole || oldest?.kind !== 'UPDATE') return items
  const to = oldest.before ?? ''
  const before = {
    key: 'original',
    who: m.history_original(),
    when: '',
    how: '',
    from: null,
    to,
    restoresTo: to === current ? null : to,
    at: new Date(Date.parse(oldest.changeSet.createdAt) - 1).toISOString(),
  }
  return [...items, before]
}
