import { indicatorFields } from '@biaochi/domain'
import type { ChangeEntity, ChangeKind, Transaction } from '@biaochi/prisma'
import { insertRows, type Column } from '../bulk.ts'
import { textOf } from './cell-text.ts'
import { rowSnapshot } from './row-snapshot.ts'
import type { ChangedRow, Rescored } from './rescore.ts'

/** One line of the history: a cell, or a row made or deleted (field "row", the row's texts as JSON). */
export interface CellChange {
  readonly rowId: string
  readonly field: string
  readonly entity: ChangeEntity
  readonly kind: ChangeKind
  readonly projectId: string | null
  readonly fiscalYear: number | null
  readonly implementerId: string
  readonly before: string | null
  readonly after: string | null
  readonly rowVersion: number
}

type SavedChange = CellChange & { readonly changeSetId: string }

const columns: readonly Column<SavedChange>[] = [
  { name: 'change_set_id', type: 'uuid', of: ({ changeSetId }) => changeSetId },
  { name: 'row_id', type: 'uuid', of: ({ rowId }) => rowId },
  { name: 'field', type: 'text', of: ({ field }) => field },
  { name: 'entity', type: '"ChangeEntity"', of: ({ entity }) => entity },
  { name: 'kind', type: '"ChangeKind"', of: ({ kind }) => kind },
  { name: 'project_id', type: 'uuid', of: ({ projectId }) => projectId },
  { name: 'fiscal_year', type: 'int', of: ({ fiscalYear }) => fiscalYear },
  { name: 'implementer_id', type: 'uuid', of: ({ implementerId }) => implementerId },
  { name: 'before', type: 'text', of: ({ before }) => before },
  { name: 'after', type: 'text', of: ({ after }) => after },
  { name: 'row_version', type: 'int', of: ({ rowVersion }) => rowVersion },
]

/** Writes the lines of a change set: one statement. */
export const insertCellChanges = (
  sql: Transaction,
  changeSetId: string,
  changes: readonly CellChange[],
): void =>
  insertRows(
    sql,
    'cell_change',
    columns,
    changes.map((change) => ({ ...change, changeSetId })),
  )

type Place = Pick<CellChange, 'projectId' | 'fiscalYear' | 'implementerId'>

const cellsOf = (place: Place, { id, before, indicator, version }: ChangedRow): CellChange[] =>
  before === null
    ? []
    : indicatorFields.flatMap((field): CellChange[] => {
        const texts = { before: textOf(before.indicator, field), after: textOf(indicator, field) }
        if (texts.before === texts.after) return []
        return [
          { ...place, ...texts, rowId: id, field, entity: 'INDICATOR', kind: 'UPDATE', rowVersion: version },
        ]
      })

/** Every line of the history that writing this project means. */
export const changesOfProject = (rescored: Rescored): readonly CellChange[] => {
  const { project, rows, created, deleted, facts } = rescored
  const place = {
    projectId: project.id,
    fiscalYear: project.fiscalYear,
    implementerId: project.implementerId,
  }
  const index = new Map(project.indicators.map(({ id }, position) => [id, position]))
  const row = { ...place, entity: 'INDICATOR', field: 'row' } as const
  return [
    ...rows.flatMap((changed) => cellsOf(place, changed)),
    ...rows
      .filter(({ moved }) => moved)
      .map(({ id, position, version }): CellChange => ({
        ...row,
        field: 'position',
        kind: 'UPDATE',
        rowId: id,
        before: String(index.get(id)),
        after: String(position),
        rowVersion: version,
      })),
    ...created.map((made): CellChange => ({
      ...row,
      kind: 'CREATE',
      rowId: made.id,
      before: null,
      after: rowSnapshot(made),
      rowVersion: made.version,
    })),
    ...deleted.map((gone): CellChange => ({
      ...row,
      kind: 'DELETE',
      rowId: gone.id,
      before: rowSnapshot({ ...gone, position: index.get(gone.id) ?? gone.position }),
      after: null,
      rowVersion: gone.version + 1,
    })),
    ...facts.map(({ name, before, after }): CellChange => ({
      ...place,
      rowId: project.id,
      entity: 'PROJECT',
      kind: 'UPDATE',
      field: name,
      before: before === '' ? null : before,
      after: after === '' ? null : after,
      rowVersion: project.version + 1,
    })),
  ]
}
