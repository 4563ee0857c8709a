import { expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { sharedForms } from '../support/shared.ts'
import { useStage } from '../support/stage.ts'
import { importPage } from './import-page.ts'
import { sheetPage } from './sheet-page.ts'

const stage = useStage({ samples: false })
const forms = sharedForms()

test('the published forms beside the repository are imported at once and show their totals', async () => {
  if (forms === null) return
  const page = await stage.open('/import')
  const desk = importPage(page)
  await desk.picker.setInputFiles(forms.map((form) => form.text))
  await page.getByRole('button', { name: '导入所选 15 个项目' }).click()

  const sheet = sheetPage(page)
  await sheet.headers.first().waitFor()
  await sheet.year(2022).click()
  await expect.poll(() => sheet.status.textContent()).toContain('5 个项目')
  const totals = async (which: string) =>
    (await page.locator(`[data-total="${which}"] b`).allTextContents()).sort()
  await page.getByRole('button', { name: '全部收起或展开' }).click()
  await expect.poll(() => totals('awarded')).toEqual(['93.60', '95.98', '96.88', '97.99', '98.50'])
  expect(await totals('rule')).toHaveLength(5)
  expect(await page.locator('[data-total="difference"]').count()).toBeGreaterThan(0)
  await photograph(page, 'published-2022')
  await page.locator('[data-action="findings"]').click()
  await page.getByRole('button', { name: '全部项目' }).click()
  await photograph(page, 'published-2022-findings')
})
