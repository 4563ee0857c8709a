import type { Cell } from '../text/row.ts'
import { createCell } from '../text/row.ts'
import { labelKey } from '../text/clean-text.ts'
import type { HeadLabel } from './head-labels.ts'
import { headLabel } from './head-labels.ts'
import type { Layout } from '../layout.ts'

/** A cell of the head with what it means. */
export interface HeadCell {
  readonly cell: Cell
  readonly label: HeadLabel | null
}

const labelAndValue = /^((?:其中\s*[:：]\s*)?[^:：]{2,30}?)\s*[:：]\s*(\S[^]*)$/u
const labelAndAmount = /^(\D{4,20}?)[:：\s]*(\d[\d,，.\s]*)$/u

/** The cells of a row with their labels; a label and its value printed in one cell (项目名称：…) become two. */
export const labelCells = (layout: Layout, cells: readonly Cell[]): readonly HeadCell[] =>
  cells.flatMap((cell): readonly HeadCell[] => {
    const label = headLabel(layout, cell.key)
    if (label !== null) return [{ cell, label }]
    for (const pattern of [labelAndValue, labelAndAmount]) {
      const [, front = '', back = ''] = pattern.exec(cell.text) ?? []
      const glued = front === '' ? null : headLabel(layout, labelKey(front))
      if (glued === null || glued.kind === 'caption') continue
      return [
        { cell: createCell(cell.ids, cell.line, cell.column, front), label: glued },
        { cell: createCell(cell.ids, cell.line, cell.column, back), label: null },
      ]
    }
    return [{ cell, label: null }]
  })
