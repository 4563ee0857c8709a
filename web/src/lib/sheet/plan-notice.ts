import type { CellKey } from './patch.ts'
import { cellKey } from './patch.ts'
import type { FieldId, ServerRow } from './save.ts'
import type { SheetTable } from './sheet-table.ts'

/** A saved change set as the server tells everybody, whoever saved it. */
export interface ChangeNotice {
  readonly id: string
  readonly author: string
  /** ISO time. */
  readonly at: string
  readonly groupIds: readonly string[]
  /** Null when there are too many to be told. */
  readonly cells: readonly NoticedCell[] | null
}

export interface NoticedCell {
  readonly rowId: string
  readonly groupId: string | null
  /** A changed cell, else a row that was made, deleted or moved, or something of the group itself. */
  readonly isCell: boolean
  readonly field: FieldId
  readonly before: string
  readonly after: string
  /** Of the row, after the change. */
  readonly version: number
}

/** Who changed a cell last, as far as this tab has heard. */
export interface Author {
  readonly name: string
  /** ISO time. */
  readonly at: string
  readonly from: string
  readonly to: string
  /** Of the row, after the change. */
  readonly version: number
}

export interface AuthoredCell {
  readonly key: CellKey
  readonly rowId: string
  readonly author: Author
}

export interface NoticePlan<R> {
  /** Rows as the notice leaves them. */
  readonly rows: readonly ServerRow<R>[]
  readonly authored: readonly AuthoredCell[]
  /** Groups of which the notice does not tell enough: they have to be read anew. */
  readonly stale: ReadonlySet<string>
}

interface KnownRows<R> {
  readonly table: Pick<SheetTable<R, never, never, never>, 'fields' | 'edit'>
  /** The newest known state of a row. */
  readonly confirmedRow: (rowId: string) => ServerRow<R> | undefined
}

/** What a notice does to the rows that are known; what they know already is left alone, so a notice may come twice. */
export function planNotice<R>(
  { groupIds, cells, author: name, at }: ChangeNotice,
  { table, confirmedRow }: KnownRows<R>,
): NoticePlan<R> {
  if (cells === null) return { rows: [], authored: [], stale: new Set(groupIds) }
  const rows = new Map<string, ServerRow<R>>()
  const authored: AuthoredCell[] = []
  const stale = new Set<string>()
  for (const { rowId, groupId, isCell, field, before, after, version } of cells) {
    const known = confirmedRow(rowId)
    if (!isCell || !table.fields.includes(field) || known === undefined) {
      if (groupId !== null) stale.add(groupId)
      continue
    }
    if (known.version >= version) continue
    authored.push({
      key: cellKey(rowId, field),
      rowId,
      author: { name, at, from: before, to: after, version },
    })
    const row = rows.get(rowId) ?? known
    const edited = table.edit(row.record, field, after)
    // Between what is known and the notice lies something that was not told, or the text is one only a form may have.
    if (known.version < version - 1 || 'refused' in edited) stale.add(row.groupId)
    else rows.set(rowId, { ...row, version, record: edited.record })
  }
  // A row that is read anew anyway is not shown half changed before.
  return { rows: [...rows.values()].filter(({ groupId }) => !stale.has(groupId)), authored, stale }
}
