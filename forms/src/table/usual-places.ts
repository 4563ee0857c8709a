import { takeLevels } from '../levels/take-levels.ts'
import type { LevelVocabulary } from '../levels/level-vocabulary.ts'
import type { RowLevels } from '../levels/take-levels.ts'
import type { Cell, Row } from '../text/row.ts'

/** Where names and targets mostly stand in a table's whole rows: by column, and by distance to the level 2 before them. */
export interface UsualPlaces {
  readonly isTarget: (cell: Cell, row: RowLevels) => boolean
}

// How values in words begin or end (提升, 不超过预算, 2025年12月底前); names in the place of a target do not.
const valueWords =
  /^(?:提升|提高|增强|增长|完善|健全|改善|改进|优化|明显|显著|有效|持续|逐步|稳步|不断|进一步|较|不|无|达到|达标|符合|合格|合规|控制|保持|保障|维持|按|严格|及时|全年|全部|良好|优|是|有|已|长期|促进|减少|降低|下降|扩大|稳定|满意|基本|充分)|(?:前|以内|以上|以下|内|底|全覆盖)$|^\d/
const longestWords = 14

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
    isTarget: (cell, row) => {
      if (cell.text.length > longestWords || !valueWords.test(cell.text)) return false
      const label = row.level2 === null ? undefined : row.labels.at(-1)
      const [map, at] = label === undefined ? [tallies, cell.column] : [behind, cell.column - label.column]
      return at === most(map.target) && at !== most(map.name)
    },
  }
}
