import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { seriousProblems } from '../support/serious-problems.ts'
import { useStage } from '../support/stage.ts'
import { importPage } from './import-page.ts'
import { sheetPage } from './sheet-page.ts'

const stage = useStage()
const form = fileURLToPath(new URL('../forms/corpus/market-2022-self-evaluation.txt', import.meta.url))

for (const colorScheme of ['light', 'dark'] as const) {
  describe(colorScheme, () => {
    test('the sheet with findings, a refused text and its list has nothing serious', async () => {
      const page = await stage.open('/?year=2025', { colorScheme })
      const sheet = sheetPage(page)
      await sheet.findingsOf('校园网络与信息化运维').click()
      await sheet.panel.waitFor()
      await sheet.cell('机房巡检次数', 'actual').click()
      await page.keyboard.type('80%')
      await page.keyboard.press('Enter')
      await sheet.failed.waitFor()
      await page.keyboard.press('Control+a')
      await sheet.summary('count').waitFor()
      await photograph(page, `sheet-findings-${colorScheme}`)
      expect(await seriousProblems(page)).toEqual([])
      await sheet.failed.click()
      await page.getByRole('heading', { name: '未保存的输入' }).waitFor()
      expect(await seriousProblems(page)).toEqual([])
    })

    test('the import page, empty and with a form, has nothing serious', async () => {
      const page = await stage.open('/import', { colorScheme })
      const desk = importPage(page)
      await page.getByText('把公开的表格文本拖到这里').waitFor()
      expect(await seriousProblems(page)).toEqual([])
      await desk.picker.setInputFiles(form)
      await desk.commit.waitFor()
      await desk.findings.first().click()
      await photograph(page, `import-${colorScheme}`)
      expect(await seriousProblems(page)).toEqual([])
      await desk.tab('读到的指标').click()
      expect(await seriousProblems(page)).toEqual([])
    })
  })
}
