import type { Page } from 'playwright-core'
import type { Question } from '../question.ts'
import { large, type SheetStage } from './sheet-stage.ts'

const FRAMES = 200
const LATE = 32

interface Scroll {
  readonly words: string
  /** Pixels a frame. */
  readonly step: number
}

/** How many of the frames of one long scroll came later than two of a screen's. */
const lateFrames = (page: Page, pixels: number): Promise<number> =>
  page.evaluate(
    ([frames, step, late]) =>
      new Promise<number>((resolve) => {
        const viewport = document.querySelector('.ag-grid-viewport, .ag-body-viewport')
        let count = -1
        let lateOnes = 0
        let last = performance.now()
        const next = (now: number): void => {
          if (count >= 0 && now - last > late) lateOnes += 1
          last = now
          count += 1
          if (count === frames) return resolve(lateOnes)
          if (viewport !== null) viewport.scrollTop += step
          requestAnimationFrame(next)
        }
        if (viewport !== null) viewport.scrollTop = 0
        requestAnimationFrame(next)
      }),
    [FRAMES, pixels, LATE] as const,
  )

const question = (stage: SheetStage, { words, step }: Scroll): Question => ({
  title: `frames over ${LATE} ms among ${FRAMES} of a long ${words} scroll through 100,000 indicators`,
  floor: 'the same scroll through the same rows in a plain AG Grid Community grid',
  atMost: 1,
  unit: 'frames',
  prepare: async () => {
    const [sheet, bare] = [await stage.openSheet(large), await stage.openBare(large)]
    // One more each, since there may be none.
    const count = async (page: Page): Promise<number> => {
      await page.bringToFront()
      return 1 + (await lateFrames(page, step))
    }
    return {
      base: () => count(bare),
      work: () => count(sheet),
      close: async () => {
        await sheet.context().close()
        await bare.context().close()
      },
    }
  },
})

/** Fourteen rows a frame: a thumb dragged. */
export const scrollSheet = (stage: SheetStage): Question => question(stage, { words: 'fast', step: 400 })

/** Three to four rows a frame: a wheel turned. */
export const wheelSheet = (stage: SheetStage): Question => question(stage, { words: 'slow', step: 100 })
