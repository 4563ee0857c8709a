/** The border between the sheet and whatever keeps its rows: the route hands a `Save` to the sheet. */
export type Save<R> = (request: SaveRequest) => Promise<SaveAnswer<R>>

/** An editable column. */
export type FieldId = string

/** PASTE and FILL tell the history where the text came from; everything else a person does is an EDIT. */
export type ChangeSource = 'EDIT' | 'PASTE' | 'FILL' | 'UNDO' | 'REDO'

/** A row as text, and its place: under which row of its group it stands, null for the first one. */
export interface RowContent {
  readonly after: string | null
  /** What a new row of its group begins as: of an indicator its period. */
  readonly seed: string
  readonly cells: Readonly<{ [field: FieldId]: string }>
}

export interface CellChange {
  readonly kind: 'cell'
  readonly rowId: string
  readonly field: FieldId
  readonly value: string
  /** The version of the row that was seen when it was typed. */
  readonly version: number
}

export interface CreateChange extends RowContent {
  readonly kind: 'create'
  readonly rowId: string
  readonly groupId: string
}

export interface MoveChange {
  readonly kind: 'move'
  readonly rowId: string
  readonly after: string | null
  readonly version: number
}

export interface DeleteChange {
  readonly kind: 'delete'
  readonly rowId: string
  readonly version: number
}

export type RowChange = CreateChange | MoveChange | DeleteChange
export type Change = CellChange | RowChange

export interface SaveRequest {
  /** The same on every try: a request that arrived although its answer was lost is not applied twice. */
  readonly key: string
  readonly source: ChangeSource
  readonly changes: readonly Change[]
}

/** A row as the server knows it. */
export interface ServerRow<R> {
  readonly id: string
  readonly groupId: string
  readonly version: number
  /** Line in the imported file. */
  readonly line: number | null
  readonly record: R
}

/** Who changed the cell meanwhile, and to what. */
export interface Theirs {
  readonly value: string
  readonly by: string | null
  /** ISO time. */
  readonly at: string | null
}

interface Verdict {
  readonly rowId: string
  readonly accepted: boolean
  readonly code: string | null
  readonly reason: string | null
}

export interface CellAnswer extends Verdict {
  readonly field: FieldId
  readonly theirs: Theirs | null
}

export interface RowAnswer extends Verdict {
  readonly kind: RowChange['kind']
}

export type SaveAnswer<R> =
  | {
      readonly kind: 'answered'
      /** What it is called among everybody's changes; null when nothing changed. */
      readonly changeSetId: string | null
      readonly cells: readonly CellAnswer[]
      readonly rowAnswers: readonly RowAnswer[]
      readonly rows: readonly ServerRow<R>[]
    }
  /** Nobody answered, or not now: worth trying again. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The whole request was turned down: trying again would end the same. */
  | { readonly kind: 'refused'; readonly code: string | null; readonly reason: string }
