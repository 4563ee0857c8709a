/** A row of the table: what is measured, and the level 2 that was carried down to it. */
export interface CarriedRow {
  readonly name: string
  readonly level2: string | null
}

/** A printed level 2 with its place: a row's index, or half a step before it where the label has a line of its own. */
export interface PlacedLabel {
  readonly word: string
  readonly at: number
}

interface Cut {
  readonly hits: number
  /** Where the block of each label begins. */
  readonly starts: readonly number[]
}

const mostRows = 500
// How many more names must fit where no row stands above the first label.
const fewestWithoutProof = 2
// What the name of an indicator says about its level 2.
const hints: readonly (readonly [name: RegExp, level2: RegExp])[] = [
  [/满意[度率]/, /满意/],
  [/及时率?|时间|时限|时长|按时|按期|周期|期限|进度/, /时效/],
  [/成本|费用|单价|造价|费率/, /成本/],
  [/合格率|达标率|准确率|优良率|通过率|合规|验收|质量/, /质量/],
  [/数量|次数|人数|人次|场次|个数|面积|长度|份数|[^指系分倍参]数$/, /数量/],
]

/**
 * The index of the label of every row of a table whose labels stand in the middle rows of their blocks; null where
 * they need not: the names must fit better than with labels carried down, and one more is enough where rows stand
 * above the first label.
 */
export function centredLabels(
  rows: readonly CarriedRow[],
  labels: readonly PlacedLabel[],
): readonly number[] | null {
  if (rows.length > mostRows || labels.length < 2) return null
  const carried = rows.reduce((sum, row) => sum + hit(row.name, row.level2 ?? ''), 0)
  // A label between two middle rows is printed in the upper one in some tables, in the lower one in others.
  const best = [1, -1]
    .map((snap) => cutBlocks(rows, labels, snap))
    .reduce((a, b) => (b !== null && (a === null || b.hits > a.hits) ? b : a))
  const fewest = (labels[0]?.at ?? 0) > 0 ? 1 : fewestWithoutProof
  if (best === null || best.hits < carried + fewest) return null
  return rows.map((_, at) => best.starts.findLastIndex((start) => start <= at))
}

const hit = (name: string, level2: string): number => {
  const hint = hints.find(([pattern]) => pattern.test(name))
  return hint?.[1].test(level2) === true ? 1 : 0
}

/** Cuts the rows into one block around each label, so that the most names fit; null where no cut has all labels in the middle. */
function cutBlocks(rows: readonly CarriedRow[], labels: readonly PlacedLabel[], snap: number): Cut | null {
  let cuts = new Map<number, Cut>([[0, { hits: 0, starts: [] }]])
  for (const [index, label] of labels.entries()) {
    const limit = labels[index + 1]?.at ?? rows.length
    const next = new Map<number, Cut>()
    for (const [start, cut] of cuts) {
      const end = 2 * label.at - start + 1
      for (const each of Number.isInteger(label.at) ? [end, end + snap] : [end]) {
        if (each <= label.at || each > limit || each <= start) continue
        const block = rows.slice(start, each)
        const hits = block.reduce((sum, row) => sum + hit(row.name, label.word), cut.hits)
        if (hits > (next.get(each)?.hits ?? -1)) next.set(each, { hits, starts: [...cut.starts, start] })
      }
    }
    cuts = next
  }
  return cuts.get(rows.length) ?? null
}
