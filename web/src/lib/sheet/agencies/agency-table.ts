import { agencyTextFields, editAgency, normalizeText } from '@biaochi/domain'
import type { AgencyTextField, Message } from '@biaochi/domain'
import type { SheetBatch } from '../sheet-batch.ts'
import type { SheetModel } from '../sheet-model.ts'
import type { LoadedGroup, PlainRow, Row, SheetTable, ShownCell } from '../sheet-table.ts'
import type { Sheet } from '../sheet.svelte.ts'
import { arrangeTree, treePlaces } from './agency-order.ts'
import type { TreePlace } from './agency-order.ts'
import { emptyAgency } from './agency-record.ts'
import type { AgencyRecord } from './agency-record.ts'
import { spellParents } from './spell-agencies.ts'

export const agencyFields = ['name', 'shortName', 'code', 'parent', 'region', 'active'] as const
export type AgencyField = (typeof agencyFields)[number]
export type AgencyColumn = AgencyField | 'formerNames' | 'projects'

/** All agencies are one group: where one stands depends on the others. */
export const catalogId = 'agencies'

export interface AgencyWords {
  readonly describe: (message: Message | string) => string
  readonly active: string
  readonly inactive: string
  readonly noSuchParent: (text: string) => string
  readonly notActiveOrInactive: string
  /** How deep it stands and how many are below it. */
  readonly place: (place: TreePlace) => string
}

/** What is computed of an agency together with the others. */
export interface AgencyFigures extends TreePlace {
  readonly parentName: string
}

export type AgencyRow = Row<AgencyRecord, AgencyFigures>
type AgencyGroup = LoadedGroup<AgencyRecord>
type AgencyView = readonly AgencyRow[]
export type AgencyTable = SheetTable<AgencyRecord, AgencyGroup, AgencyFigures, AgencyView>
export type AgencyModel = SheetModel<AgencyRecord, AgencyGroup, AgencyFigures, AgencyView>
export type AgencySheet = Sheet<AgencyRecord, AgencyGroup, AgencyFigures, AgencyView>

export interface AgencyTableOptions {
  readonly words: AgencyWords
  /** The agencies as they stand, for parents that are typed by name. */
  readonly known: () => readonly AgencyRow[]
  readonly nameOf: (id: string) => string
}

/** The catalog of agencies as a tree: every agency stands under its parent. */
export function agencyTable({ words, known, nameOf }: AgencyTableOptions): AgencyTable {
  return {
    fields: agencyFields,
    inherited: ['region'],
    // The last agency of the tree stands somewhere by chance: what is pasted without a parent has none.
    seedAtEnd: '',
    blank: (seed) => ({ ...emptyAgency, parentId: seed === '' ? null : seed }),
    seedOf: ({ parentId }) => parentId ?? '',
    titleOf: ({ name }) => name,
    format,
    fieldText: (record, field) => {
      if (field === 'parent') return record.parentId === null ? '' : nameOf(record.parentId)
      if (field === 'active') return record.active ? words.active : words.inactive
      return format(record, field)
    },
    edit: (record, field, text) => edit(record, field, text, words),
    same,
    spellOut: (batch) => spellParents(spellActive(batch), known()),
    arrange: arrangeTree,
    compute: (group, rows) => {
      const places = treePlaces(rows)
      const names = new Map(rows.map(({ id, record }) => [id, record.name]))
      const computed = rows.map(({ record: { parentId } }, index) => ({
        depth: places[index]?.depth ?? 0,
        below: places[index]?.below ?? 0,
        parentName: names.get(parentId ?? '') ?? '',
      }))
      return { view: viewOf(group.id, rows, computed), rows: computed, findings: [] }
    },
    show: (row, column) => show(row, column, words),
    describe: words.describe,
  }
}

const viewOf = (
  groupId: string,
  rows: readonly PlainRow<AgencyRecord>[],
  computed: readonly AgencyFigures[],
): readonly AgencyRow[] =>
  rows.flatMap(({ id, line, record }, index) => {
    const at = computed[index]
    return at === undefined ? [] : [{ id, groupId, line, record, computed: at }]
  })

const isText = (field: string): field is AgencyTextField => agencyTextFields.some((known) => known === field)

/** As the server says it: a parent by its id, so that history means the same after a renaming. */
function format(record: AgencyRecord, field: string): string {
  if (isText(field)) return record[field] ?? ''
  if (field === 'parent') return record.parentId ?? ''
  return field === 'active' ? String(record.active) : ''
}

const yes = new Set(['true', '在用', '是', '启用', 'active', 'yes', '1'])
const no = new Set(['false', '停用', '否', 'inactive', 'no', '0'])

/** What is typed in the words of a language is kept in the server's. */
function spellActive(batch: SheetBatch): SheetBatch {
  const spell = (typed: string): string => {
    const text = normalizeText(typed).toLowerCase()
    return yes.has(text) ? 'true' : no.has(text) ? 'false' : typed
  }
  return {
    ...batch,
    edits: (batch.edits ?? []).map((cell) =>
      cell.field === 'active' ? { ...cell, text: spell(cell.text) } : cell,
    ),
    creates: (batch.creates ?? []).map((row) =>
      row.cells['active'] === undefined
        ? row
        : { ...row, cells: { ...row.cells, active: spell(row.cells['active']) } },
    ),
  }
}

function edit(
  record: AgencyRecord,
  field: string,
  typed: string,
  words: AgencyWords,
): ReturnType<AgencyTable['edit']> {
  if (isText(field)) {
    const result = editAgency(field, typed)
    if ('refused' in result) return result
    return { record: { ...record, [field]: field === 'name' ? (result.text ?? '') : result.text } }
  }
  const text = normalizeText(typed).toLowerCase()
  if (field === 'parent') {
    if (text !== '' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text))
      return { refused: words.noSuchParent(typed) }
    return { record: { ...record, parentId: text === '' ? null : text } }
  }
  if (!yes.has(text) && !no.has(text)) return { refused: words.notActiveOrInactive }
  return { record: { ...record, active: yes.has(text) } }
}

const same = (a: AgencyRecord, b: AgencyRecord): boolean =>
  a.projects === b.projects &&
  a.formerNames.join('\n') === b.formerNames.join('\n') &&
  agencyFields.every((field) => format(a, field) === format(b, field))

function show({ record, computed }: AgencyRow, column: string, words: AgencyWords): ShownCell {
  const plain = (text: string): ShownCell => ({ text, explanation: null })
  switch (column) {
    case 'name':
      return { text: record.name, explanation: words.place(computed) }
    case 'parent':
      return plain(computed.parentName)
    case 'active':
      return plain(record.active ? words.active : words.inactive)
    case 'formerNames':
      return plain(record.formerNames.join('；'))
    case 'projects':
      return plain(String(record.projects))
    default:
      return plain(format(record, column))
  }
}
