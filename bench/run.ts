import { ask, type Answer, type Question } from './question.ts'
import { scoreIndicators } from './score-indicators.ts'
import { importProjects } from './import-projects.ts'
import { liveArrival } from './live-arrival.ts'
import { saveCells } from './save-cells.ts'
import { loadSheet } from './sheet/load-sheet.ts'
import { pasteCells, undoPaste } from './sheet/paste-cells.ts'
import { scrollSheet, wheelSheet } from './sheet/scroll-sheet.ts'
import { sheetMemory } from './sheet/sheet-memory.ts'
import { openSheetStage } from './sheet/sheet-stage.ts'
import { typeScore } from './sheet/type-score.ts'

let missed = 0

const tell = ({ title, floor, work, base, ratio, atMost, unit }: Answer): void => {
  const isKept = ratio <= atMost
  if (!isKept) missed += 1
  const amount = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`
  console.log(
    `${isKept ? 'ok    ' : 'MISSED'} ${title}\n       ours ${amount(work)} · floor ${amount(base)} (${floor})\n       ratio ${ratio.toFixed(2)}, at most ${atMost}`,
  )
}

/** `pnpm bench`: every question; `pnpm bench sheet`: those whose title has the word. */
const wanted = (questions: readonly Question[]): readonly Question[] =>
  questions.filter(({ title }) => process.argv.slice(2).every((word) => title.includes(word)))

for (const question of wanted([scoreIndicators, importProjects, liveArrival, saveCells]))
  tell(await ask(question))

const stage = await openSheetStage()
try {
  const inBrowser = [loadSheet, scrollSheet, wheelSheet, sheetMemory, typeScore, pasteCells, undoPaste]
  for (const question of wanted(inBrowser.map((of) => of(stage)))) tell(await ask(question))
} finally {
  await stage.close()
}
process.exitCode = missed === 0 ? 0 : 1
