import type { CellRef, Project } from '@biaochi/domain'
import { cellKey } from './cell-key.ts'
import type { Layout } from './layout.ts'

/** A project as read from a form, with the place of everything in the text. */
export interface ReadProject {
  readonly layout: Layout
  /** The unit its amounts are printed in; the project's own amounts are in 元. */
  readonly amountUnit: '元' | '万元' | null
  readonly project: Project
  /** 1-based line its form begins at. */
  readonly line: number
  /** 1-based line by `cellKey`. */
  readonly lines: Readonly<Record<string, number>>
  /** The text as printed by `cellKey`, where the project keeps only its meaning. */
  readonly printed: Readonly<Record<string, string>>
}

/** The part of a read project that says where things stand; enough to keep beside a stored one. */
export type ReadLines = Pick<ReadProject, 'line' | 'lines'>

/** The 1-based line a cell was read from; a cell that is empty stands in its row's, else its form's first line. */
export function lineOf(read: ReadLines, ref: CellRef): number {
  const row = ref.of === 'indicator' ? read.lines[`indicator/${ref.index}`] : undefined
  return read.lines[cellKey(ref)] ?? row ?? nearestLine(read, ref) ?? read.line
}

/** A blank fund stands near the other funds, a blank goal near the other goals. */
function nearestLine(read: ReadLines, ref: CellRef): number | undefined {
  if (ref.of === 'project') {
    const total = ref.field === 'totalWeight' || ref.field === 'totalScore'
    return total
      ? (read.lines['project/totalScore'] ?? read.lines['project/totalWeight'])
      : read.lines['project/name']
  }
  const family = ref.of === 'execution' ? ['execution/', 'fund/'] : [`${ref.of}/`]
  for (const key in read.lines) if (family.some((start) => key.startsWith(start))) return read.lines[key]
  return undefined
}
