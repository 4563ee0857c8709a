import type { HistoryLine, ProjectChange } from '#lib/api/history.ts'
import { authorName } from '#lib/author-name.ts'
import type { HistoryItem } from '#lib/components/history-item.ts'
import { getLocale, m } from '#lib/i18n.ts'

/** A line of the panel with the moment its button goes back to. */
export interface RestorableItem extends HistoryItem {
  readonly at: string
  /** What the cell would hold again. */
  readonly text: string
}

type Source = ProjectChange['source']

const sources: Readonly<Record<Source, () => string>> = {
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

export interface CellNow {
  /** What the cell holds. */
  readonly current: string
  /** Whether the lines go back to the beginning. */
  readonly isWhole: boolean
  /** A text of the history as a person reads it. */
  readonly read: (text: string) => string
}

/**
 * The lines as the panel shows them, newest first. Each goes back to what it made of the cell, and the oldest one also to
 * what was there before anybody changed it; where that is what stands there now, there is nothing to go back to.
 */
export function historyItems(
  lines: readonly HistoryLine[],
  { current, isWhole, read }: CellNow,
): readonly RestorableItem[] {
  const restoring = (text: string): string | null =>
    text === current ? null : m.history_restore({ text: read(text) || m.cell_empty() })
  const items = lines.map((line, index): RestorableItem => {
    const { author, createdAt, id } = line.changeSet
    // A row that is made has no text of this cell; what the next change found there is what it had.
    const text = line.kind === 'UPDATE' ? (line.after ?? '') : (lines[index - 1]?.before ?? current)
    return {
      key: id,
      who: authorName(author),
      when: formatTime(createdAt),
      how: howOf(line),
      from: line.kind === 'UPDATE' ? read(line.before ?? '') : null,
      to: read(text),
      restore: line.kind === 'DELETE' ? null : restoring(text),
      at: createdAt,
      text,
    }
  })
  const oldest = lines.at(-1)
  if (!isWhole || oldest?.kind !== 'UPDATE') return items
  const text = oldest.before ?? ''
  const before = {
    key: 'original',
    who: m.history_original(),
    when: '',
    how: '',
    from: null,
    to: read(text),
    restore: restoring(text),
    at: new Date(Date.parse(oldest.changeSet.createdAt) - 1).toISOString(),
    text,
  }
  return [...items, before]
}

/** The change sets of a project as the panel shows them, newest first: each but the newest goes back to what it had made. */
export const projectHistoryItems = (
  changes: readonly ProjectChange[],
): readonly (HistoryItem & Pick<RestorableItem, 'at'>)[] =>
  changes.map(({ id, author, source, createdAt, cells, rows }, index) => ({
    key: id,
    who: authorName(author),
    when: formatTime(createdAt),
    how: m.history_set({ source: sources[source](), cells, rows }),
    from: null,
    to: null,
    restore: index === 0 ? null : m.history_restore_project({ time: formatTime(createdAt) }),
    at: createdAt,
  }))
