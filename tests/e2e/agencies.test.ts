import { expect, test } from 'vitest'
import { photograph, putOnClipboard } from '../support/browser.ts'
import { holdBack } from '../support/hold-back.ts'
import { useStage } from '../support/stage.ts'
import { tablePage } from './table-page.ts'

const stage = useStage()
const [city, education, school] = ['云浦市人民政府', '云浦市教育局', '云浦市第一中学'] as const

async function openAgencies() {
  const page = await stage.open('/agencies', { permissions: ['clipboard-read', 'clipboard-write'] })
  const catalog = tablePage(page, 'name')
  await catalog.row(city).waitFor()
  return { page, catalog }
}

const saved = async (catalog: ReturnType<typeof tablePage>): Promise<void> =>
  expect.poll(() => catalog.status.textContent()).toContain('全部已保存')

test('agencies stand under their parents, and a key folds what is below one', async () => {
  const { page, catalog } = await openAgencies()
  const names = await catalog.names.allTextContents()
  expect(names[0]).toBe(city)
  expect(names.indexOf(school)).toBeGreaterThan(names.indexOf(education))
  expect(await catalog.cell(school, 'parent').textContent()).toBe(education)
  await photograph(page, 'agencies-light')
  await catalog.cell(education, 'name').click()
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await expect.poll(() => catalog.row(school).count()).toBe(0)
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await catalog.row(school).waitFor()
})

test('a wrong credit code is refused with its reason, and stays as it was typed', async () => {
  const { page, catalog } = await openAgencies()
  await catalog.cell(school, 'code').click()
  await page.keyboard.type('1299510046210105XD')
  await page.keyboard.press('Enter')
  expect(await catalog.cell(school, 'code').textContent()).toBe('1299510046210105XD')
  expect(await catalog.cell(school, 'code').getAttribute('class')).toContain('is-failed')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => catalog.cellBar.textContent()).toContain('校验位不符')
  await photograph(page, 'agencies-refused')
  await catalog.failed.waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => catalog.cell(school, 'code').textContent()).toBe('1299510046210105XC')
})

test('a code another agency has is refused by the server, in words', async () => {
  const { page, catalog } = await openAgencies()
  await catalog.cell(school, 'code').click()
  await page.keyboard.type('11995100004100439H')
  await page.keyboard.press('Enter')
  await expect.poll(() => catalog.cell(school, 'code').getAttribute('class')).toContain('is-failed')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => catalog.cellBar.textContent()).toContain(education)
})

test('by keyboard alone: an agency is added under a parent, named, moved, put out of use, and all undone', async () => {
  const { page, catalog } = await openAgencies()
  await page.keyboard.press('F6')
  await catalog.cell(education, 'name').click()
  await page.keyboard.press('Control+Shift+Enter')
  await page.getByRole('dialog', { name: '新增单位' }).waitFor()
  await page.keyboard.type('云浦市数据教研中心')
  await photograph(page, 'agencies-add')
  await page.keyboard.press('Enter')
  const added = '云浦市数据教研中心'
  await catalog.row(added).waitFor()
  expect(await catalog.cell(added, 'parent').textContent()).toBe(education)
  await saved(catalog)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toContain(added)

  await page.keyboard.press('Tab')
  await page.keyboard.type('数教中心')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('市财政局')
  await page.keyboard.press('Enter')
  await expect.poll(() => catalog.cell(added, 'parent').textContent()).toBe('云浦市财政局')
  await saved(catalog)
  await catalog.cell(added, 'active').click()
  await page.keyboard.type('停用')
  await page.keyboard.press('Enter')
  expect(await catalog.cell(added, 'active').textContent()).toBe('停用')
  await saved(catalog)
  await page.reload()
  await catalog.row(added).waitFor()
  expect(await catalog.cell(added, 'shortName').textContent()).toBe('数教中心')
  expect(await catalog.cell(added, 'active').textContent()).toBe('停用')
})

test('making an agency is undone and redone as one step', async () => {
  const { page, catalog } = await openAgencies()
  const added = '云浦市临时指挥部'
  await page.getByRole('button', { name: '新增单位' }).click()
  await page.keyboard.type(added)
  await page.keyboard.press('Enter')
  await catalog.row(added).waitFor()
  await saved(catalog)
  await page.keyboard.press('Control+z')
  await expect.poll(() => catalog.row(added).count()).toBe(0)
  await saved(catalog)
  await page.keyboard.press('Control+y')
  await catalog.row(added).waitFor()
  await saved(catalog)
  await page.reload()
  await catalog.row(added).waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => catalog.row(added).count()).toBe(0)
  await saved(catalog)
})

test('renaming keeps the former name', async () => {
  const { page, catalog } = await openAgencies()
  await catalog.cell('云浦市实验小学', 'name').click()
  await page.keyboard.press('F2')
  await page.keyboard.type('（东校区）')
  await page.keyboard.press('Enter')
  await saved(catalog)
  const renamed = '云浦市实验小学（东校区）'
  await expect.poll(() => catalog.cell(renamed, 'formerNames').textContent()).toContain('云浦市实验小学')
})

test('a parent nobody is called stays as it was typed, with the reason', async () => {
  const { page, catalog } = await openAgencies()
  await catalog.cell(school, 'parent').click()
  await page.keyboard.type('气象局')
  await page.keyboard.press('Enter')
  expect(await catalog.cell(school, 'parent').textContent()).toBe('气象局')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => catalog.cellBar.textContent()).toContain('没有唯一叫“气象局”的单位')
})

test('what another saves is in the catalog by itself: a cell, a new agency, another parent, a new name', async () => {
  const [mine, theirs] = [await openAgencies(), await openAgencies()]
  await theirs.catalog.cell(city, 'region').click()
  await theirs.page.keyboard.type('云浦')
  await theirs.page.keyboard.press('Enter')
  await expect.poll(() => mine.catalog.cell(city, 'region').textContent()).toBe('云浦')
  const cell = mine.catalog.cell(city, 'region')
  await expect.poll(() => cell.locator('.cell-person').getAttribute('data-initials')).toBe('本机')
  // A parent is told by id and said by name; a new name brings the former one.
  await theirs.catalog.cell('云浦市博物馆', 'parent').click()
  await theirs.page.keyboard.type(education)
  await theirs.page.keyboard.press('Enter')
  await expect.poll(() => mine.catalog.cell('云浦市博物馆', 'parent').textContent()).toBe(education)
  await mine.catalog.cell('云浦市博物馆', 'parent').hover()
  await expect.poll(() => mine.page.locator('.ag-tooltip').textContent()).toContain(`改为“${education}”`)
  await photograph(mine.page, 'agencies-live')
})

test('of two at one agency the later one is told, and decides by key', async () => {
  const [mine, theirs] = [await openAgencies(), await openAgencies()]
  stage.expectProblem('net::ERR')
  const letGo = await holdBack(mine.page)
  await mine.catalog.cell(school, 'parent').click()
  await mine.page.keyboard.type(city)
  await mine.page.keyboard.press('Enter')
  await theirs.catalog.cell(school, 'parent').click()
  await theirs.page.keyboard.type('云浦市财政局')
  await theirs.page.keyboard.press('Enter')
  await saved(theirs.catalog)
  await letGo()
  const cell = mine.catalog.cell(school, 'parent')
  await expect.poll(() => cell.getAttribute('class')).toContain('is-conflict')
  await cell.click()
  // Parents are kept by id and told by name.
  await expect.poll(() => mine.catalog.cellBar.textContent()).toContain('改为“云浦市财政局”')
  await photograph(mine.page, 'agencies-conflict')
  await mine.page.keyboard.press('Control+Enter')
  await expect.poll(() => theirs.catalog.cell(school, 'parent').textContent()).toBe(city)
})

test('agencies are pasted past the last one: under the parent that is named, else under none', async () => {
  const { page, catalog } = await openAgencies()
  await catalog.cell(city, 'name').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Home')
  const last = (await page.locator('.ag-cell-focus').textContent()) ?? ''
  await putOnClipboard(page, `${last}\n云浦市气象台\n云浦市教研馆\t教研馆\t\t市教育局\n`)
  await page.keyboard.press('Control+v')
  await catalog.row('云浦市气象台').waitFor()
  expect(await catalog.cell('云浦市气象台', 'parent').textContent()).toBe('')
  expect(await catalog.cell('云浦市教研馆', 'parent').textContent()).toBe(education)
  await saved(catalog)
  await photograph(page, 'agencies-pasted')
  await page.keyboard.press('Control+z')
  await expect.poll(() => catalog.row('云浦市教研馆').count()).toBe(0)
  expect(await catalog.row('云浦市气象台').count()).toBe(0)
})
