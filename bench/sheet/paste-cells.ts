import type { Page } from 'playwright-core'
import type { Question } from '../question.ts'
import { ordinary, type SheetStage } from './sheet-stage.ts'

const ROWS = 5_000
const PROMISED = 300

/** Milliseconds from a key press until the first of the rows shows another actual value than before and has been painted. */
const untilShown = async (page: Page, keys: string): Promise<number> => {
  const observed = await page.evaluateHandle(() => {
    const shown = (): string =>
      document.querySelector('.ag-row[row-index="1"] [col-id="actual"]')?.textContent ?? ''
    const before = shown()
    const measured = new Promise<number>((resolve) => {
      addEventListener(
        'keydown',
        () => {
          const start = performance.now()
          const look = (): void => {
            if (shown() === before) requestAnimationFrame(look)
            else requestAnimationFrame(() => resolve(performance.now() - start))
          }
          requestAnimationFrame(look)
        },
        { capture: true, once: true },
      )
    })
    return { measured }
  })
  await page.keyboard.press(keys)
  return observed.evaluate(({ measured }) => measured)
}

const saved = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('footer')?.textContent?.includes('全部已保存'), null, {
    timeout: 180_000,
  })

const block = (round: number): string =>
  Array.from({ length: ROWS }, (_, row) =>
    [`${1 + ((round + row) % 17)}家`, round % 2 === 0 ? '4.5' : '4'].join('\t'),
  ).join('\n')

/** Selects the first cell of the block: the actual value of the first row. */
const begin = async (page: Page): Promise<void> => {
  await page.locator('.ag-row[row-index="1"] [col-id="actual"]').click()
}

interface Step {
  readonly title: string
  readonly keys: (page: Page, round: number) => Promise<string>
}

const question = (stage: SheetStage, { title, keys }: Step): Question => ({
  title,
  floor: `the ${PROMISED} ms promised`,
  atMost: 1,
  prepare: async () => {
    const page = await stage.openSheet(ordinary)
    let round = Date.now() % 1000
    return {
      base: () => PROMISED,
      work: async () => {
        round += 1
        const pressed = await untilShown(page, await keys(page, round))
        await saved(page)
        return pressed
      },
      close: () => page.context().close(),
    }
  },
})

const paste = async (page: Page, round: number): Promise<string> => {
  await begin(page)
  await page.evaluate((text) => navigator.clipboard.writeText(text), block(round))
  return 'Control+v'
}

export const pasteCells = (stage: SheetStage): Question =>
  question(stage, {
    title: 'paste 10,000 cells over 250 projects: on the screen, with their scores',
    keys: paste,
  })

export const undoPaste = (stage: SheetStage): Question =>
  question(stage, {
    title: 'take 10,000 pasted cells back: on the screen, with their scores',
    keys: async (page, round) => {
      await untilShown(page, await paste(page, round))
      await saved(page)
      return 'Control+z'
    },
  })
