import { expect, test } from 'vitest'
import type { Request } from 'playwright-core'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'

const stage = useStage()

const isGraphql = (request: Request): boolean => new URL(request.url()).pathname === '/graphql'

test('the sheet is read by hashes of operations, never by their text, and a reload is told that nothing has changed', async () => {
  const page = await stage.open('/?year=2025')
  await sheetPage(page).headers.first().waitFor()
  const asked: Request[] = []
  page.on('request', (request) => {
    if (isGraphql(request)) asked.push(request)
  })
  await page.reload()
  await sheetPage(page).headers.first().waitFor()
  const queries = asked.filter((request) => request.method() === 'GET')
  expect(queries.length).toBeGreaterThan(1)
  for (const request of queries) {
    const { searchParams } = new URL(request.url())
    expect(searchParams.has('query')).toBe(false)
    expect(searchParams.get('extensions')).toMatch(/"sha256Hash":"[0-9a-f]{64}"/)
    expect((await request.allHeaders())['if-none-match']).toMatch(/^W\/"/)
    expect((await request.sizes()).responseBodySize).toBe(0)
  }
})

test('changes are followed by hash too', async () => {
  const page = await stage.open('/?year=2025')
  const isFollowing = (request: Request): boolean =>
    isGraphql(request) && request.headers()['accept'] === 'text/event-stream'
  const following = page.waitForRequest(isFollowing)
  await page.reload()
  const request = await following
  const body: { query?: string; extensions?: object } = request.postDataJSON()
  expect(body.query).toBeUndefined()
  expect(body.extensions).toHaveProperty('persistedQuery.sha256Hash')
  await sheetPage(page).headers.first().waitFor()
  const answer = await request.response()
  expect([answer?.status(), answer?.headers()['content-type']]).toEqual([200, 'text/event-stream'])
})

test('an edit is sent by hash too', async () => {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.headers.first().waitFor()
  const isEdit = (request: Request): boolean =>
    isGraphql(request) && (request.postData() ?? '').includes('"ApplyChanges"')
  const sent = page.waitForRequest(isEdit)
  await sheet.rows.first().locator('[col-id="reason"]').click()
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  const body: { query?: string; extensions?: { persistedQuery?: { sha256Hash?: string } } } = (
    await sent
  ).postDataJSON()
  expect(body.query).toBeUndefined()
  expect(body.extensions?.persistedQuery?.sha256Hash).toMatch(/^[0-9a-f]{64}$/)
})
