import type { FieldId } from './save.ts'
import type { SheetModel } from './sheet-model.ts'
import type { LoadedGroup } from './sheet-table.ts'
import type { Sheet } from './sheet.svelte.ts'

type UnknownModel = SheetModel<unknown, LoadedGroup<unknown>, unknown, unknown>
type UnknownSheet = Sheet<unknown, LoadedGroup<unknown>, unknown, unknown>

/** A sheet's model whatever its rows hold: what a grid, a command or a page asks of it. */
export interface AnyModel extends Pick<
  UnknownModel,
  | 'groupIds'
  | 'cell'
  | 'confirmedRow'
  | 'restoreGroup'
  | 'closeEditor'
  | 'contentOf'
  | 'openEditor'
  | 'shown'
  | 'titleOf'
  | 'edit'
  | 'change'
  | 'discard'
  | 'dismissRowProblem'
  | 'drafts'
  | 'newRowId'
  | 'nextUndo'
  | 'insist'
  | 'canInsist'
  | 'insistOnRow'
  | 'rowProblems'
  | 'decide'
  | 'draftAt'
  | 'lockOf'
  | 'rowLockOf'
  | 'onChange'
  | 'place'
  | 'preview'
  | 'redo'
  | 'retryNow'
  | 'tryText'
  | 'undo'
> {
  readonly table: {
    readonly fields: readonly FieldId[]
    readonly inherited: readonly FieldId[]
    readonly seedAtEnd?: string
  }
  rowsOf(groupId: string): readonly { readonly id: string }[]
  row(id: string): { readonly id: string; readonly groupId: string } | undefined
}

export interface AnySheet extends Pick<UnknownSheet, 'group' | 'summary'> {
  readonly model: AnyModel
}
