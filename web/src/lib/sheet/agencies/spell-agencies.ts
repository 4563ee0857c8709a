import { normalizeText } from '@biaochi/domain'
import type { NewRow, SheetBatch } from '../sheet-batch.ts'
import type { AgencyRecord } from './agency-record.ts'

interface Named {
  readonly id: string
  readonly names: readonly string[]
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text.trim())

const fold = (text: string): string => normalizeText(text).toLowerCase()

const namesOf = ({ name, shortName, code }: Pick<AgencyRecord, 'name' | 'shortName' | 'code'>) =>
  [name, shortName, code].flatMap((text) => (text === null || text === '' ? [] : [fold(text)]))

/**
 * Parents are typed by name, short name or code and kept by id. An agency that is pasted together with its parent is
 * found by what the paste calls it, and made after it.
 */
export function spellParents(
  batch: SheetBatch,
  known: readonly { readonly id: string; readonly record: AgencyRecord }[],
): SheetBatch {
  const { creates = [], edits = [] } = batch
  const typesParent = ({ cells }: NewRow): boolean => 'parent' in cells
  if (!creates.some(typesParent) && !edits.some(({ field }) => field === 'parent')) return batch
  const named: readonly Named[] = [
    ...creates.map(({ id, cells }) => ({
      id,
      names: namesOf({
        name: cells['name'] ?? '',
        shortName: cells['shortName'] ?? null,
        code: cells['code'] ?? null,
      }),
    })),
    ...known.map(({ id, record }) => ({ id, names: namesOf(record) })),
  ]
  const spell = (text: string): string => idNamed(text, named) ?? text
  return {
    ...batch,
    edits: edits.map((edit) => (edit.field === 'parent' ? { ...edit, text: spell(edit.text) } : edit)),
    creates: parentsFirst(creates.map((row) => placeUnder(row, spell))),
  }
}

/** The one agency that is called so; null when none is, or several are. */
function idNamed(text: string, named: readonly Named[]): string | null {
  const wanted = fold(text)
  if (wanted === '' || isId(text)) return null
  const found = named.filter(({ names }) => names.includes(wanted))
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

/** A new agency begins under the parent that was typed for it; a text that names none stays as it was typed. */
function placeUnder(row: NewRow, spell: (text: string) => string): NewRow {
  const typed = row.cells['parent']
  if (typed === undefined) return row
  const parent = spell(typed)
  if (parent !== '' && !isId(parent)) return row
  const { parent: _, ...cells } = row.cells
  return { ...row, seed: parent, cells }
}

function parentsFirst(rows: readonly NewRow[]): readonly NewRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const ordered = new Set<NewRow>()
  const visiting = new Set<NewRow>()
  const visit = (row: NewRow): void => {
    if (ordered.has(row) || visiting.has(row)) return
    visiting.add(row)
    const parent = byId.get(row.seed)
    if (parent !== undefined) visit(parent)
    ordered.add(row)
  }
  for (const row of rows) visit(row)
  return [...ordered]
}
