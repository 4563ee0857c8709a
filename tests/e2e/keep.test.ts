import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import type { Column } from './sheet-page.ts'

const stage = useStage()
const project = '义务教育学校课后服务'

const openSheet = async (page: Page): Promise<ReturnType<typeof sheetPage>> => {
  const sheet = sheetPage(page)
  await sheet.header(project).waitFor()
  return sheet
}

/** The page that comes after: same browser, same storage, another tab or the old one's successor. */
const openBeside = async (page: Page, address = '/?year=2025'): Promise<Page> => {
  const next = await page.context().newPage()
  await next.goto(new URL(address, stage.url()).href)
  return next
}

const type = async (page: Page, indicator: string, column: Column, text: string): Promise<void> => {
  await sheetPage(page).cell(indicator, column).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** What the server's history says of a cell, the newest first. */
const historyOf = async (indicator: string, field: string): Promise<readonly (string | null)[]> => {
  const { indicators } = await stage.ask<{ indicators: { nodes: readonly { id: string; name: string }[] } }>(
    '{ indicators(first: 500) { nodes { id name } } }',
  )
  const ids = indicators.nodes.filter(({ name }) => name === indicator).map(({ id }) => id)
  const histories = await Promise.all(
    ids.map((id) =>
      stage.ask<{ cellHistory: { nodes: readonly { after: string | null }[] } }>(
        'query ($id: ID!, $field: String!) { cellHistory(rowId: $id, field: $field) { nodes { after } } }',
        { id, field },
      ),
    ),
  )
  return histories.flatMap(({ cellHistory }) => cellHistory.nodes.map(({ after }) => after))
}

/** What was not delivered is tried again after seconds, not at once. */
const patient = { timeout: 20_000 }
const saved = (page: Page) => expect.poll(() => sheetPage(page).status.textContent(), patient)

/** Lets a change reach the server, and its answer nobody. */
const loseAnswers = async (page: Page): Promise<void> => {
  await page.route('**/graphql', async (route: Route) => {
    if (!(route.request().postData() ?? '').includes('ApplyChanges')) return route.continue()
    // The server may be gone already, which is as good.
    await route.fetch().catch(() => undefined)
    await route.abort().catch(() => undefined)
  })
}

test('an answer lost, the server killed, the page closed: the edit is saved exactly once', async () => {
  const page = await stage.open('/?year=2025')
  stage.expectProblem('net::ERR')
  const sheet = await openSheet(page)
  await loseAnswers(page)
  await type(page, '开展课后服务学校数量', 'actual', '45所')
  await expect
    .poll(() => sheet.cell('开展课后服务学校数量', 'actual').getAttribute('class'), patient)
    .toContain('is-waiting')
  await stage.killServer()
  await type(page, '课后服务教师持证上岗率', 'actual', '97%')
  await type(page, '课后服务教师持证上岗率', 'reason', '两名教师休假')
  await page.close()

  await stage.restartServer()
  expect(await historyOf('开展课后服务学校数量', 'actual')).toEqual(['45所'])
  const next = await openBeside(page)
  const again = await openSheet(next)
  await saved(next).toContain('全部已保存')
  expect(await again.cell('开展课后服务学校数量', 'actual').textContent()).toBe('45所')
  expect(await again.cell('课后服务教师持证上岗率', 'reason').textContent()).toBe('两名教师休假')
  expect(await historyOf('开展课后服务学校数量', 'actual')).toEqual(['45所'])
  expect(await historyOf('课后服务教师持证上岗率', 'actual')).toEqual(['97%'])
  await next.reload()
  await openSheet(next)
  expect(await historyOf('课后服务教师持证上岗率', 'reason')).toEqual(['两名教师休假'])
})

test('an hour without the network loses nothing, not even through a closed tab and another year', async () => {
  const page = await stage.open('/?year=2025')
  stage.expectProblem('net::ERR')
  await openSheet(page)
  await page.context().setOffline(true)
  await type(page, '参加课后服务学生人数', 'actual', '3.3万人')
  // A click beside does not cost the page one can work in.
  await page.getByRole('link', { name: '项目', exact: true }).click()
  await sheetPage(page).remark.getByText('那一页现在打不开').waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
  await type(page, '参加课后服务学生人数', 'actual', '3.4万人')
  await type(page, '开设特色课程门数', 'actual', '一百')
  await page.close()
  await page.context().setOffline(false)

  const elsewhere = await page.context().newPage()
  await elsewhere.route('**/graphql', (route) =>
    (route.request().postData() ?? '').includes('ApplyChanges') ? route.abort() : route.continue(),
  )
  await elsewhere.goto(new URL('/?year=2024', stage.url()).href)
  await saved(elsewhere).toContain('上次留下的 2 处修改')
  await sheetPage(elsewhere).failed.click()
  await expect.poll(() => sheetPage(elsewhere).failedCells.textContent(), patient).toContain('前往')
  await photograph(elsewhere, 'kept-elsewhere')
  await elsewhere.unroute('**/graphql')
  await sheetPage(elsewhere).failedCells.click()
  const sheet = await openSheet(elsewhere)
  await expect
    .poll(() => elsewhere.evaluate(() => document.activeElement?.getAttribute('aria-label')), patient)
    .toContain('一百')
  await expect
    .poll(() => historyOf('参加课后服务学生人数', 'actual'), patient)
    .toEqual(['3.4万人', '3.3万人'])
  await sheet.cell('开设特色课程门数', 'actual').click()
  await elsewhere.keyboard.press('Escape')
  await saved(elsewhere).toContain('全部已保存')
})

test('a tab beside keeps to its own edits, and inherits within seconds what a closed one had left', async () => {
  const page = await stage.open('/?year=2025')
  stage.expectProblem('net::ERR')
  await openSheet(page)
  const beside = await openBeside(page)
  await openSheet(beside)
  await loseAnswers(page)
  await type(page, '开设特色课程门数', 'actual', '120门')
  await expect.poll(() => historyOf('开设特色课程门数', 'actual'), patient).toEqual(['120门'])
  await beside.reload()
  await openSheet(beside)
  expect(await sheetPage(beside).status.textContent()).not.toContain('上次留下')
  await type(page, '学生家长满意度', 'score', '优秀')
  await expect.poll(() => sheetPage(page).failed.textContent()).toContain('1')
  expect(await sheetPage(beside).failed.count()).toBe(0)
  await page.close()
  // Nobody opens a page: the one that is there looks after it.
  await expect
    .poll(() => sheetPage(beside).cell('学生家长满意度', 'score').textContent(), patient)
    .toBe('优秀')
  await saved(beside).toContain('全部已保存')
  expect(await historyOf('开设特色课程门数', 'actual')).toEqual(['120门'])
})

test('where the browser stores nothing it says so', async () => {
  const page = await stage.open('/?year=2025')
  await openSheet(page)
  expect(await sheetPage(page).status.textContent()).not.toContain('不允许')
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('private', 'SecurityError')
    }
  })
  await page.reload()
  const sheet = await openSheet(page)
  expect(await sheet.status.textContent()).toContain('不允许在本机暂存')
  await type(page, '课后服务教师持证上岗率', 'score', '5')
  await saved(page).toContain('全部已保存')
  await photograph(page, 'not-lasting')
})

test('text in an open editor outlives a reload, and is a step that is taken back with what the button says', async () => {
  const page = await stage.open('/?year=2025')
  const sheet = await openSheet(page)
  const before = await sheet.cell('参加课后服务学生人数', 'score').textContent()
  await sheet.cell('参加课后服务学生人数', 'score').click()
  await page.keyboard.type('6')
  await page.reload()
  await openSheet(page)
  await saved(page).toContain('全部已保存')
  expect(await sheet.cell('参加课后服务学生人数', 'score').textContent()).toBe('6')
  expect(await sheet.undo.getAttribute('aria-label')).toContain('参加课后服务学生人数')
  await page.keyboard.press('Control+z')
  await expect.poll(() => sheet.cell('参加课后服务学生人数', 'score').textContent()).toBe(before)
  await saved(page).toContain('全部已保存')
})
