import type { Report } from '../report.ts'
import { centredLabels } from './centred-levels.ts'
import type { PlacedLabel } from './centred-levels.ts'
import type { LevelLabel } from './level-vocabulary.ts'
import type { RowLevels } from './take-levels.ts'

/** The levels of one indicator; filled in later where its block's label stands below it. */
export interface Levels {
  level1: string | null
  level2: string | null
}

/** Carries labels down a table: level 2 decides level 1, because level 1 stands in the middle of its block. */
export interface LevelContext {
  /** Gives a row's levels to its indicator. */
  readonly give: (row: Pick<RowLevels, 'level1' | 'level2'>, line: number, indicator: Levels) => void
  /** Notes the labels of a row that has nothing else. */
  readonly note: (row: Pick<RowLevels, 'level1' | 'level2'>, line: number) => void
  /** At the end of the table: what was carried down is taken back where the labels turn out to stand mid-block. */
  readonly settle: (nameOf: (indicator: Levels) => string) => void
}

interface Given {
  readonly indicator: Levels
  readonly line: number
}

interface PrintedLevels extends PlacedLabel {
  readonly level1: string | null
}

/** A context at the top of a table. */
export function createLevelContext(report: Report): LevelContext {
  let level1: string | null = null
  let level2: string | null = null
  let waiting: Levels[] = []
  let seen = false
  const given: Given[] = []
  const printed: PrintedLevels[] = []

  const enter = (row: Pick<RowLevels, 'level1' | 'level2'>, line: number, at: number): void => {
    const found: LevelLabel | null = row.level2
    if (found !== null) {
      level2 = found.word
      if (found.unknown === true) report('label-unknown', line, { text: found.word })
      else if (row.level1 !== null && row.level1.word !== found.level1)
        report('level-guessed-from-level2', line, { level1: row.level1.word, level2: found.word })
      level1 = found.unknown === true ? (row.level1?.word ?? found.level1) : found.level1
      printed.push({ word: found.word, level1, at })
    } else if (row.level1 !== null && row.level1.word !== level1) {
      // Another level 1 without its level 2: what was carried so far ends here.
      level1 = row.level1.word
      level2 = null
    }
    if (found !== null || row.level1 !== null) {
      seen = seen || found !== null
      if (found !== null) {
        for (const one of waiting) {
          one.level1 = level1
          one.level2 = level2
        }
        waiting = []
      }
    }
  }

  return {
    note: (row, line) => enter(row, line, given.length - 0.5),
    give: (row, line, indicator) => {
      enter(row, line, given.length)
      given.push({ indicator, line })
      indicator.level1 = level1
      indicator.level2 = level2
      if (level2 !== null) return
      report('label-missing', line, { level1: level1 ?? '' })
      if (!seen && level1 === null) waiting.push(indicator)
    },
    settle: (nameOf) => {
      const rows = given.map(({ indicator }) => ({ name: nameOf(indicator), level2: indicator.level2 }))
      const blocks = centredLabels(rows, printed)
      if (blocks === null) return
      for (const [at, { indicator, line }] of given.entries()) {
        const label = printed[blocks[at] ?? -1]
        if (label === undefined || label.word === indicator.level2) continue
        indicator.level1 = label.level1
        indicator.level2 = label.word
        report('label-missing', line, { level1: label.level1 ?? '' })
      }
    },
  }
}
