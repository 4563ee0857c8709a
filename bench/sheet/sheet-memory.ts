import type { Page } from 'playwright-core'
import type { Question } from '../question.ts'
import { large, type SheetStage } from './sheet-stage.ts'

const MEGABYTE = 1024 * 1024

/** What a page's scripts hold after a thorough garbage collection, once what is computed in idle moments is there as well. */
const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page)
  const look = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage')
    return (await session.send('Runtime.getHeapUsage')).usedSize / MEGABYTE
  }
  let [before, held] = [0, await look()]
  while (held - before > 0.1) {
    await page.waitForTimeout(2_000)
    ;[before, held] = [held, await look()]
  }
  await page.context().close()
  return held
}

export const sheetMemory = (stage: SheetStage): Question => ({
  title: 'what a page holds in memory with 100,000 indicators loaded',
  floor: 'the same rows in a plain AG Grid Community grid',
  atMost: 1.5,
  unit: 'MB',
  prepare: () =>
    Promise.resolve({
      base: async () => heapOf(await stage.openBare(large)),
      work: async () => heapOf(await stage.openSheet(large)),
    }),
})
