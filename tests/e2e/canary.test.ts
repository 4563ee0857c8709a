import { expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'

const stage = useStage()

test('the address that is printed shows projects with their indicators', async () => {
  const page = await stage.open('/')
  const sheet = sheetPage(page)
  await sheet.headers.first().waitFor()
  expect(await sheet.rows.count()).toBeGreaterThan(10)
  expect(new URL(page.url()).searchParams.get('year')).toMatch(/^\d{4}$/)
  expect(await page.title()).toContain('标尺')
  await photograph(page, 'sheet-light')
})

test('English is one click away and stays', async () => {
  const page = await stage.open('/')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('columnheader', { name: 'Actual' }).waitFor()
  await page.reload()
  await page.getByRole('columnheader', { name: 'Actual' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await photograph(page, 'sheet-english')
})

test('year and agency are chosen by keyboard and stand in the address', async () => {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.headers.first().waitFor()
  await sheet.agency('全部单位').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const chosen = (await page.locator('[role=treeitem]:focus .name').textContent()) ?? ''
  await page.keyboard.press('Enter')
  await page.waitForURL(/agency=/)
  await expect
    .poll(() => page.getByRole('treeitem', { selected: true }).locator('.name').textContent())
    .toBe(chosen)
  await expect.poll(() => page.locator('.project-header .agency').first().textContent()).toBe(chosen)
  await page.goBack()
  await expect
    .poll(() => page.getByRole('treeitem', { selected: true }).locator('.name').textContent())
    .toBe('全部单位')
})

test('an agency without projects that year says so', async () => {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.agency('云浦市财政局').click()
  await page.getByRole('heading', { name: '这里没有项目' }).waitFor()
})

test('a server that does not answer is named in a sentence with a way on', async () => {
  const page = await stage.open('/?year=2025')
  stage.expectProblem('Failed to load resource')
  stage.expectProblem('net::ERR')
  await sheetPage(page).headers.first().waitFor()
  await page.route('**/graphql*', (route) => route.abort())
  await sheetPage(page).year(2024).click()
  await page.getByText('连不上服务器').waitFor()
  await page.unroute('**/graphql*')
  await page.getByRole('button', { name: '重试' }).click()
  await sheetPage(page).headers.first().waitFor()
})

test('a page opened without a network says so, and is there as soon as there is one', async () => {
  const page = await stage.open('/?year=2025')
  stage.expectProblem('net::ERR')
  stage.expectProblem('Failed to fetch dynamically imported module')
  await sheetPage(page).headers.first().waitFor()
  await page.context().setOffline(true)
  await page.getByRole('link', { name: '项目', exact: true }).click()
  await page.getByText('这一页没有打开').waitFor()
  await page.context().setOffline(false)
  await page.locator('.ag-row').first().waitFor()
  expect(new URL(page.url()).pathname).toBe('/projects')
})

test('an address with an agency that is not here shows all of them', async () => {
  const page = await stage.open('/?year=2025&agency=00000000-0000-0000-0000-000000000000')
  const sheet = sheetPage(page)
  await sheet.headers.first().waitFor()
  expect(new URL(page.url()).search).toBe('?year=2025')
  expect(await sheet.agency('全部单位').getAttribute('aria-selected')).toBe('true')
})

test('at 200 % the whole bar is in reach and the findings lie over the sheet', async () => {
  const page = await stage.open('/?year=2025', {
    viewport: { width: 640, height: 400 },
    deviceScaleFactor: 2,
  })
  const sheet = sheetPage(page)
  await sheet.headers.first().waitFor()
  const width = (await page.locator('main').boundingBox())?.width
  await page.locator('[data-action="findings"]').click()
  await sheet.panel.waitFor()
  expect((await page.locator('main').boundingBox())?.width).toBe(width)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640)
  const theme = await page.getByRole('button', { name: '切换到深色' }).boundingBox()
  expect((theme?.x ?? 640) + (theme?.width ?? 0)).toBeLessThanOrEqual(640)
  await photograph(page, 'zoomed')
})
