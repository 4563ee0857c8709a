import type { Page } from 'playwright-core'

/** Keeps a page's changes from the server until it is told to let them go: they are older then than what others did. */
export async function holdBack(page: Page): Promise<() => Promise<void>> {
  await page.route('**/graphql', (route) =>
    (route.request().postData() ?? '').includes('"source"') ? route.abort() : route.continue(),
  )
  return async () => {
    await page.unroute('**/graphql')
    await page.evaluate(() => dispatchEvent(new Event('online')))
  }
}
