import { valueKind } from '../table/value-kind.ts'
import type { Cell } from '../text/row.ts'
import type { LevelLabel, LevelVocabulary } from './level-vocabulary.ts'

/** What a table row says about its levels, and the cells that are left. */
export interface RowLevels {
  readonly level1: LevelLabel | null
  readonly level2: LevelLabel | null
  /** The cells these labels stood in, captions included. */
  readonly labels: readonly Cell[]
  /** Ends of labels whose beginnings are lost. */
  readonly fragments: readonly Cell[]
  /** A label printed a second time. */
  readonly doubled: Cell | null
  readonly rest: readonly Cell[]
}

const caption = /^(?:项目)?绩效(?:指标|目标)?$|^指标$/
const fragment = /^(?:标|度指标|意度指标)$/

/** Takes the labels off the front of a row; a short or unknown label only while `fewest` cells stay for name and values. */
export function takeLevels(cells: readonly Cell[], vocabulary: LevelVocabulary, fewest: number): RowLevels {
  let level1: LevelLabel | null = null
  let level2: LevelLabel | null = null
  let repeated: Cell | null = null
  const fragments: Cell[] = []
  let at = 0
  for (; at < cells.length; at++) {
    const cell = cells[at]
    if (cell === undefined) break
    if (caption.test(cell.key)) continue
    if (fragment.test(cell.key)) {
      fragments.push(cell)
      continue
    }
    const left = cells.length - at - 1
    const next: Cell | undefined = cells[at + 1]
    // A value behind it makes it a name.
    const mayBeShort: boolean =
      level2 === null && left >= fewest && next !== undefined && valueKind(next.text) === 'words'
    const label: LevelLabel | null =
      vocabulary.strict(cell.key, { before: level1, nextKey: next?.key ?? '' }) ??
      (mayBeShort ? (vocabulary.bare(cell.key) ?? vocabulary.unknown(cell.key)) : null)
    if (label === null) break
    const before: LevelLabel | null = label.level === 1 ? level1 : level2
    if (before !== null && before.word !== label.word) break
    if (before !== null) repeated = cell
    if (label.level === 1) level1 = label
    else level2 = label
  }
  const rest = cells.slice(at)
  const labels = cells.slice(0, at).filter((cell) => !fragments.includes(cell))
  const doubled: Cell | null = repeated
  // 满意度指标 printed at both levels: the second one is short for the only level 2 below it.
  if (level2 === null && level1 !== null && doubled !== null)
    level2 = vocabulary.bare(`服务对象${level1.word.replace(/指标$/, '')}`)
  // All three columns with the same word: the third one is the name.
  else if (level1 !== null && level2 !== null && doubled !== null && rest.length > 0 && rest.length < fewest)
    return {
      level1,
      level2,
      labels: labels.filter((cell) => cell !== doubled),
      fragments,
      doubled: null,
      rest: [doubled, ...rest],
    }
  return { level1, level2, labels, fragments, doubled, rest }
}
