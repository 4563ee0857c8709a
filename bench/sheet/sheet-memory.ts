import type { Page } from 'playwright-core'
import type { Question } from '../question.ts'
import { large, type SheetStage } from './sheet-stage.ts'

const MEGABYTE = 1024 * 1024

/** What a page's scripts hold after a thorough garbage collection. */
const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await page.context().close()
  return usedSize / MEGABYTE
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
