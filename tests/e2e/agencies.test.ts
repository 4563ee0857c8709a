import { expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { tablePage } from './table-page.ts'

const stage = useStage()
const [city, education, school] = ['云浦市人民政府', '云浦市教育局', '云浦市第一中学'] as const

async function openAgencies() {
  const page = await stage.open('/agencies')
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
  expect(await catalog.text(school, 'parent').textContent()).toBe(education)
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
  expect(await catalog.text(school, 'code').textContent()).toBe('1299510046210105XD')
  expect(await catalog.cell(school, 'code').getAttribute('class')).toContain('is-failed')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => catalog.cellBar.textContent()).toContain('校验位不符')
  await photograph(page, 'agencies-refused')
  await catalog.failed.waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => catalog.text(school, 'code').textContent()).toBe('1299510046210105XC')
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
  expect(await catalog.text(added, 'parent').textContent()).toBe(education)
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
  await expect.poll(() => catalog.text(added, 'parent').textContent()).toBe('云浦市财政局')
  await saved(catalog)
  await catalog.cell(added, 'active').click()
  await page.keyboard.type('停用')
  await page.keyboard.press('Enter')
  expect(await catalog.text(added, 'active').textContent()).toBe('停用')
  await saved(catalog)
  await page.reload()
  await catalog.row(added).waitFor()
  expect(await catalog.text(added, 'shortName').textContent()).toBe('数教中心')
  expect(await catalog.text(added, 'active').textContent()).toBe('停用')
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
  await expect.poll(() => catalog.text(renamed, 'formerNames').textContent()).toContain('云浦市实验小学')
})

test('a parent nobody is called stays as it was typed, with the reason', async () => {
  const { page, catalog } = await openAgencies()
  await catalog.cell(school, 'parent').click()
  await page.keyboard.type('气象局')
  await page.keyboard.press('Enter')
  expect(await catalog.text(school, 'parent').textContent()).toBe('气象局')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => catalog.cellBar.textContent()).toContain('没有唯一叫“气象局”的单位')
})

test('of two tabs at one agency the later one is told, and keeps what was typed', async () => {
  const [mine, theirs] = [await openAgencies(), await openAgencies()]
  await theirs.catalog.cell(city, 'region').click()
  await theirs.page.keyboard.type('云浦')
  await theirs.page.keyboard.press('Enter')
  await saved(theirs.catalog)
  await mine.catalog.cell(city, 'region').click()
  await mine.page.keyboard.type('云浦市区')
  await mine.page.keyboard.press('Enter')
  await expect.poll(() => mine.catalog.cell(city, 'region').getAttribute('class')).toContain('is-conflict')
  expect(await mine.catalog.text(city, 'region').textContent()).toBe('云浦市区')
})
