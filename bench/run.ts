import { ask } from './question.ts'
import { scoreIndicators } from './score-indicators.ts'
import { importProjects } from './import-projects.ts'
import { liveArrival } from './live-arrival.ts'
import { saveCells } from './save-cells.ts'

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`
let missed = 0
for (const question of [scoreIndicators, importProjects, liveArrival, saveCells]) {
  const answer = await ask(question)
  const kept = answer.ratio <= answer.atMost
  if (!kept) missed += 1
  console.log(
    `${kept ? 'ok    ' : 'MISSED'} ${answer.title}\n       ours ${ms(answer.work)} · floor ${ms(answer.base)} (${answer.floor})\n       ratio ${answer.ratio.toFixed(2)}, at most ${answer.atMost}`,
  )
}
process.exitCode = missed === 0 ? 0 : 1
