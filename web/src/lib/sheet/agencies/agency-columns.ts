import { m } from '#lib/i18n.ts'
import { wordAssist } from '../assist/word-assist.ts'
import type { FieldId } from '../save.ts'
import type { ColumnId } from '../sheet-table.ts'
import type { ColumnSpec } from '../columns.ts'
import type { AgencyColumn } from './agency-table.ts'

const names: Readonly<Record<AgencyColumn, () => string>> = {
  name: m.column_agency_name,
  shortName: m.column_short_name,
  code: m.column_code,
  parent: m.column_parent,
  region: m.column_region,
  active: m.column_active,
  formerNames: m.column_former_names,
  projects: m.column_projects,
}

const isColumn = (id: string): id is AgencyColumn => Object.hasOwn(names, id)

export const agencyColumnName = (id: ColumnId | FieldId): string => (isColumn(id) ? names[id]() : '')

const computed = { editable: false, cellClass: 'is-computed' }

export const agencyColumns = (): readonly ColumnSpec[] =>
  [
    { id: 'name', width: 280, minWidth: 140, pinned: 'left' as const, cellClass: 'is-name' },
    { id: 'shortName', width: 130 },
    { id: 'code', width: 180, cellClass: 'is-code' },
    { id: 'parent', width: 200 },
    { id: 'region', width: 120 },
    {
      id: 'active',
      width: 84,
      assist: () =>
        wordAssist({
          title: m.column_active(),
          words: [m.agency_active(), m.agency_inactive()].map((text) => ({ text })),
        }),
    },
    {
      id: 'projects',
      width: 76,
      editable: false,
      type: 'rightAligned',
      cellClass: ['is-number', 'is-computed'],
    },
    { id: 'formerNames', minWidth: 160, flex: 1, ...computed },
  ].map((column) => ({ ...column, name: agencyColumnName(column.id) }))
