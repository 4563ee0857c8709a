import { takeLevels } from '../levels/take-levels.ts'
import type { LevelVocabulary } from '../levels/level-vocabulary.ts'
import type { RowLevels } from '../levels/take-levels.ts'
import { isValueInWords } from './value-kind.ts'
import type { Cell, Row } from '../text/row.ts'

const noteLabel = /^\s*(?:备注|注|说明|填表|填报|制表|审核|复核|经办|负责人|联系|附件|日期)\S{0,8}\s*[:：]/

/** Where names and targets mostly stand in a table's whole rows: by column, and by distance to the level 2 before them. */
export interface UsualPlaces {
  readonly isTarget: (cell: Cell, row: RowLevels) => boolean
  /** A text alone at the left edge, or with a colon behind its first words: a note below the table, no name. */
  readonly isNote: (cell: Cell) => boolean
}

const most = (counts: ReadonlyMap<number, number>): number | null =>
  [...counts].reduce<readonly [number, number] | null>(
    (best, one) => (best === null || one[1] > best[1] ? one : best),
    null,
  )?.[0] ?? null

/** Learns the places from rows that have a name and a target. */
export function learnPlaces(rows: readonly Row[], vocabulary: LevelVocabulary): UsualPlaces {
  const tallies = { name: new Map<number, number>(), target: new Map<number, number>() }
  const behind = { name: new Map<number, number>(), target: new Map<number, number>() }
  const count = (map: Map<number, number>, at: number): void => void map.set(at, (map.get(at) ?? 0) + 1)
  for (const row of rows) {
    const taken = takeLevels(row.cells, vocabulary, 2)
    const [name, target, other] = taken.rest
    if (name === undefined || target === undefined || other !== undefined) continue
    const label = taken.level2 === null ? undefined : taken.labels.at(-1)
    for (const [part, cell] of [
      ['name', name],
      ['target', target],
    ] as const) {
      count(tallies[part], cell.column)
      if (label !== undefined) count(behind[part], cell.column - label.column)
    }
  }
  return {
    isNote: (cell) => noteLabel.test(cell.text) || (cell.column === 0 && (most(tallies.name) ?? 0) >= 2),
    isTarget: (cell, row) => {
      if (!isValueInWords(cell.text)) return false
      const label = row.level2 === null ? undefined : row.labels.at(-1)
      const [map, at] = label === undefined ? [tallies, cell.column] : [behind, cell.column - label.column]
      return at === most(map.target) && at !== most(map.name)
    },
  }
}
