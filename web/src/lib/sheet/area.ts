/** A rectangle of displayed cells by position, both ends included. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export const heightOf = ({ top, bottom }: Area): number => bottom - top + 1

export const widthOf = ({ left, right }: Area): number => right - left + 1

export const areaAt = (top: number, left: number, height: number, width: number): Area => ({
  top,
  left,
  bottom: top + height - 1,
  right: left + width - 1,
})

/** What is displayed, as a plan needs it: rows one can type in, from top to bottom, and columns from left to right. */
export interface Displayed {
  readonly rows: readonly DisplayedRow[]
  readonly columns: readonly DisplayedColumn[]
}

export interface DisplayedRow {
  readonly id: string
  readonly groupId: string
}

export interface DisplayedColumn {
  readonly id: string
  /** Not computed: a text can go there. */
  readonly isEditable: boolean
}
