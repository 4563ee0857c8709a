import type { Cell } from '../text/row.ts'
import { joinPieces } from '../text/clean-text.ts'
import { isDash } from '../text/noise.ts'
import type { SectionContext } from '../section-context.ts'
import type { FieldName } from './head-labels.ts'
import type { HeadCell } from './split-glued.ts'

/** Reads rows of labels and values (项目名称 | … | 项目性质 | …). */
export interface FieldsReader {
  readonly row: (cells: readonly HeadCell[]) => void
  /** A row without any label continues the values above it; false when it continues none. */
  readonly continueRow: (cells: readonly Cell[]) => boolean
}

interface Place {
  readonly field: FieldName
  readonly column: number
}

const isDate = (field: FieldName): boolean => field === 'startDate' || field === 'endDate'

/** A reader of fields that writes into the section's draft. */
export function createFieldsReader({ draft, ledger, report }: SectionContext): FieldsReader {
  let places: Place[] = []

  const put = (field: FieldName, cell: Cell, joining: boolean): void => {
    const before = draft.fields.get(field)
    ledger.book('data', [cell])
    if (before === undefined) draft.fields.set(field, { text: cell.text, line: cell.line })
    else if (joining) draft.fields.set(field, { ...before, text: joinPieces(before.text, cell.text) })
    else if (before.text.replace(/\s/g, '') !== cell.text.replace(/\s/g, ''))
      report('text-orphaned', cell.line, { text: cell.text })
  }

  return {
    row: (cells) => {
      places = []
      let field: FieldName | 'unkept' | null = null
      let filled = false
      for (const { cell, label } of cells) {
        if (label !== null) {
          ledger.book('boilerplate', [cell])
          if (label.kind === 'unkept') field = 'unkept'
          else if (label.kind === 'field') field = label.field
          else field = null
          filled = false
          if (label.kind === 'unkept') report('label-unknown', cell.line, { text: cell.text })
          continue
        }
        if (field === 'unkept') {
          ledger.book('named', [cell])
          continue
        }
        if (field === null || (filled && isDate(field)) || /[:：]$/.test(cell.text)) {
          // Not ours to say whose value this is; the next cells are its value, not the last label's.
          field = null
          continue
        }
        if (filled) report('row-joined', cell.line, { text: cell.text })
        else places.push({ field, column: cell.column })
        if (isDash(cell.text)) ledger.book('data', [cell])
        else put(field, cell, filled)
        filled = true
      }
    },
    continueRow: (cells) => {
      if (places.length === 0) return false
      for (const cell of cells) {
        const [near] = [...places].sort(
          (a, b) => Math.abs(a.column - cell.column) - Math.abs(b.column - cell.column),
        )
        if (near === undefined || (isDate(near.field) && !/^[-/.年月日\d\s]+$/.test(cell.text))) continue
        if (near.column !== cell.column) report('row-joined', cell.line, { text: cell.text })
        put(near.field, cell, true)
      }
      return true
    },
  }
}
