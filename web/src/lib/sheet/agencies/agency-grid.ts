import { m } from '#lib/i18n.ts'
import type { Colleagues } from '../colleagues.ts'
import type { Command } from '../command.ts'
import { columns } from '../columns.ts'
import { filterDesk } from '../filter-desk.ts'
import type { FilterSubjects } from '../column-filter.ts'
import { TreeCellRenderer } from '../grid/tree-cell-renderer.ts'
import type { GridRow } from '../grid-row.ts'
import type { GridTable } from '../grid-table.ts'
import { savingSubject, savingWords } from '../row-filters.ts'
import { SheetSearch } from '../sheet-search.ts'
import { searchRows } from '../text-search.ts'
import { inCell } from '../sheet-context.ts'
import type { SheetContext } from '../sheet-context.ts'
import { agencyColumnName, agencyColumns } from './agency-columns.ts'
import { agenciesAbove, arrangeTree } from './agency-order.ts'
import { agencyFields, catalogId } from './agency-table.ts'
import type { AgencyModel, AgencyRow } from './agency-table.ts'

export interface AgencyGridOptions {
  readonly model: AgencyModel
  readonly colleagues: Colleagues
  /** Asks for a new agency, below or beside the one where the keyboard is. */
  readonly add: () => void
}

/** The catalog as a tree: an agency's row folds what is below it, and a sort orders the agencies of one parent. */
export function agencyGrid({ model, colleagues, add }: AgencyGridOptions): GridTable {
  const parentOf = (id: string): string | null => model.row(id)?.record.parentId ?? null
  const placeOf = (id: string) => model.row(id)?.computed ?? null
  const textOf = (field: string, text: string): string =>
    field === 'parent' ? model.titleOf(text) || text : field === 'active' ? activeWord(text) : text
  const specs = agencyColumns().map((spec) =>
    spec.id === 'name' ? { ...spec, cellRenderer: TreeCellRenderer } : spec,
  )
  return {
    label: m.agencies_grid_label(),
    columns: columns(model, specs, colleagues, textOf).map((column) =>
      column.colId === 'name'
        ? { ...column, cellRendererParams: { ...column.cellRendererParams, placeOf } }
        : column,
    ),
    columnName: agencyColumnName,
    textOf,
    groupTitle: () => m.tab_agencies(),
    nameColumn: 'name',
    startColumn: 'name',
    drawGroup: null,
    makesRows: true,
    movesRows: false,
    searchWords: { label: m.filter_agencies(), placeholder: m.filter_agencies() },
    filters: filterDesk({
      subjects: () => agencySubjects(model),
      rows: () => model.rowsOf(catalogId),
      ofRow: ['saving'],
      name: (id) => (id === 'saving' ? m.filter_state() : agencyColumnName(id)),
      label: (id, value) =>
        (id === 'saving' ? savingWords[value]?.() : undefined) ?? (value || m.filter_empty()),
    }),
    summary: {
      textOf: ({ rowId, column }) => model.shown(rowId, column)?.text ?? '',
      isNumeric: (column) => column === 'projects',
      isMet: () => null,
    },
    scoreColumn: null,
    search: (onmatches) =>
      new SheetSearch(
        model,
        searchRows(
          ({ record }: AgencyRow) =>
            [...agencyFields.map((field) => model.table.format(record, field)), ...record.formerNames].join(
              '\n',
            ),
          () => agencySubjects(model),
        ),
        onmatches,
      ),
    folders: () => model.rowsOf(catalogId).flatMap(({ id, computed }) => (computed.below > 0 ? [id] : [])),
    foldersOf: (row) => (row.kind === 'group' ? [] : agenciesAbove(row.id, parentOf)),
    order: (nodes, isSorted) => orderTree(model, nodes, isSorted, parentOf),
    commands: commands(placeOf, add),
  }
}

const activeWord = (text: string): string =>
  text === 'true' ? m.agency_active() : text === 'false' ? m.agency_inactive() : text

function orderTree(
  model: AgencyModel,
  nodes: { readonly data?: GridRow | undefined }[],
  isSorted: boolean,
  parentOf: (id: string) => string | null,
): void {
  const rows = nodes.flatMap((node) =>
    node.data === undefined ? [] : [{ id: node.data.id, node, record: { parentId: parentOf(node.data.id) } }],
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const inOrder = isSorted ? rows : model.rowsOf(catalogId).flatMap(({ id }) => byId.get(id) ?? [])
  arrangeTree(inOrder).forEach(({ node }, index) => (nodes[index] = node))
}

/** What the filters of the agencies look at. */
function agencySubjects(model: AgencyModel): FilterSubjects<AgencyRow> {
  const textOf = (column: string) => (row: AgencyRow) => model.table.show(row, column).text
  const text = (column: string) => ({ kind: 'text', textOf: textOf(column) }) as const
  const set = (column: string) =>
    ({ kind: 'set', valuesOf: (row: AgencyRow) => [textOf(column)(row)] }) as const
  return {
    name: text('name'),
    shortName: text('shortName'),
    code: text('code'),
    formerNames: text('formerNames'),
    parent: set('parent'),
    region: set('region'),
    active: set('active'),
    projects: { kind: 'number', numberOf: ({ record }) => String(record.projects) },
    saving: savingSubject(model),
  }
}

function commands(
  placeOf: (id: string) => { readonly below: number } | null,
  add: () => void,
): readonly Command<SheetContext>[] {
  const canFold = (context: SheetContext, isFolded: boolean): boolean => {
    const id = context.focused?.rowId ?? null
    return (
      inCell(context) && id !== null && (placeOf(id)?.below ?? 0) > 0 && context.isFolded(id) === isFolded
    )
  }
  const fold = ({ focused, toggle }: SheetContext): void => {
    if (focused?.rowId) toggle(focused.rowId)
  }
  return [
    {
      id: 'fold.agency-close',
      title: m.command_agency_fold,
      group: 'fold',
      keys: ['Alt+Shift+ArrowLeft'],
      when: (context) => canFold(context, false),
      run: fold,
    },
    {
      id: 'fold.agency-open',
      title: m.command_agency_unfold,
      group: 'fold',
      keys: ['Alt+Shift+ArrowRight'],
      when: (context) => canFold(context, true),
      run: fold,
    },
    {
      id: 'rows.agency-add',
      title: m.command_agency_add,
      group: 'rows',
      // The key that makes a row elsewhere makes one here too.
      keys: ['Mod+Shift+Enter', 'Mod+Alt+Equal'],
      when: inCell,
      run: add,
    },
  ]
}
