import type { Question } from '../question.ts'
import { large, waitForRows, type SheetStage } from './sheet-stage.ts'

/** Addresses of the requests a sheet made for its rows. */
const requestsOf = async (stage: SheetStage): Promise<readonly string[]> => {
  const page = await stage.openEmpty()
  const addresses: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().includes('/graphql')) addresses.push(request.url())
  })
  await page.goto(stage.addressOf(large))
  await waitForRows(page, large)
  await page.context().close()
  return addresses.filter((address) => address.includes('fiscalYear'))
}

export const loadSheet = (stage: SheetStage): Question => ({
  title: 'open a sheet of 100,000 indicators until every row is there, scored and checked',
  floor: 'the same requests made one after the other by an empty page, their JSON parsed',
  atMost: 2,
  prepare: async () => {
    const addresses = await requestsOf(stage)
    if (addresses.length < 2) throw new Error('the requests of the sheet were not found')
    return {
      base: async () => {
        const page = await stage.openEmpty()
        await page.evaluate(async (all) => {
          for (const address of all) {
            const answer = await fetch(address, { headers: { accept: 'application/graphql-response+json' } })
            const { errors } = await answer.json()
            if (errors) throw new Error(JSON.stringify(errors))
          }
        }, addresses)
        await page.context().close()
      },
      work: async () => {
        const page = await stage.openSheet(large)
        await page.context().close()
      },
    }
  },
})
