import type { CellRef } from '@biaochi/domain'

/** A cell's name as text: "project/name", "fund/annual/fiscal/executed", "indicator/3/target". */
export function cellKey(ref: CellRef): string {
  switch (ref.of) {
    case 'project':
    case 'execution':
      return `${ref.of}/${ref.field}`
    case 'fund':
      return `fund/${ref.period}/${ref.source}/${ref.stage}`
    case 'goal':
      return `goal/${ref.period}`
    case 'narrative':
      return `narrative/${ref.key}`
    case 'indicator':
      return `indicator/${ref.index}/${ref.field}`
  }
}
