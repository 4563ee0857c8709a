import type { Page } from 'playwright-core'
import type { Question } from '../question.ts'
import { ordinary, type SheetStage } from './sheet-stage.ts'

const PRESSES = 40
const FRAME = 16

/** How long scripts run from the key that goes on with an actual value until its row's rule score says something else. */
const scriptTime = async (page: Page, digit: string): Promise<number> => {
  const row = page.locator('.ag-row:not(.ag-full-width-row)').nth(2)
  await row.locator('[col-id="actual"]').click()
  await page.keyboard.type('1')
  const observed = await row.evaluateHandle((element) => {
    const score = element.querySelector('[col-id="ruleScore"]')
    if (score === null) throw new Error('no score')
    const measured = new Promise<number>((resolve) => {
      let start = 0
      addEventListener('keydown', () => (start = performance.now()), { capture: true, once: true })
      const observer = new MutationObserver(() => {
        observer.disconnect()
        resolve(performance.now() - start)
      })
      observer.observe(score, { childList: true, characterData: true, subtree: true })
    })
    return { measured }
  })
  await page.keyboard.press(digit)
  const time = await observed.evaluate(({ measured }) => measured)
  await page.keyboard.press('Escape')
  return time
}

export const typeScore = (stage: SheetStage): Question => ({
  title: `from a key press in an open cell to the score on screen in a sheet of 10,000 rows, 95th percentile of ${PRESSES}`,
  floor: 'one frame of a screen',
  atMost: 1,
  prepare: async () => {
    const page = await stage.openSheet(ordinary)
    let round = 0
    return {
      base: () => FRAME,
      work: async () => {
        const times: number[] = []
        for (let press = 0; press < PRESSES; press += 1) {
          round += 1
          times.push(await scriptTime(page, String(1 + (round % 9))))
        }
        return times.toSorted((a, b) => a - b)[Math.floor(PRESSES * 0.95)] ?? Number.NaN
      },
      close: () => page.context().close(),
    }
  },
})
