import type { FailedItem } from '#lib/components/failed-item.ts'
import { toast } from 'svelte-sonner'
import { m } from '#lib/i18n.ts'
import type { AnySheet } from '#lib/sheet/any-sheet.ts'
import type { GridTable } from '#lib/sheet/grid-table.ts'
import { cellKey } from '#lib/sheet/patch.ts'
import type { UndoResult } from '#lib/sheet/sheet-model.ts'
import { failedItems } from './failed-items.ts'
import { whenRows } from './when-row.ts'

interface Grid {
  readonly focusCell: (rowId: string, column: string) => void
}

interface DeskOptions {
  readonly sheet: AnySheet
  readonly table: GridTable
  readonly grid: () => Grid | undefined
  /** Opens an address. */
  readonly go: (place: string) => void
}

/** What a page does with its sheet besides showing it: undo that goes where it happened, and the list of what was not saved. */
export class TableDesk {
  readonly #options: DeskOptions

  constructor(options: DeskOptions) {
    this.#options = options
  }

  readonly undo = (): void => this.#follow(this.#options.sheet.model.undo())
  readonly redo = (): void => this.#follow(this.#options.sheet.model.redo())

  /** Texts and rows that were not saved, with where they belong and why. */
  get failedItems(): readonly FailedItem[] {
    const { sheet, table } = this.#options
    return failedItems(sheet.summary, (id) => sheet.model.row(id) !== undefined, table.columnName)
  }

  readonly jumpToFailed = (key: string): void => {
    const { sheet, grid, go } = this.#options
    const draft = sheet.summary.drafts.find((at) => cellKey(at.rowId, at.field) === key)
    if (draft === undefined) return
    const { rowId, field, place } = draft
    if (sheet.model.row(rowId) !== undefined) return grid()?.focusCell(rowId, field)
    whenRows(sheet.model, place, [rowId], () => grid()?.focusCell(rowId, field))
    go(place)
  }

  readonly follow = (result: UndoResult | null): void => this.#follow(result)

  #follow(result: UndoResult | null): void {
    const { table, grid, go } = this.#options
    const focus = (rowId: string, column: string): void => grid()?.focusCell(rowId, column)
    if (result === null) return
    switch (result.kind) {
      case 'applied': {
        const { patch } = result
        return focus(patch.rowId, patch.kind === 'cell' ? patch.field : table.nameColumn)
      }
      case 'discarded':
        return focus(result.draft.rowId, result.draft.field)
      case 'asks':
        return
      case 'elsewhere': {
        const { place, title } = result.batch
        toast(m.undo_elsewhere({ title }), {
          action: { label: m.undo_go(), onClick: () => go(place) },
        })
      }
    }
  }
}
