import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { freshProject } from '../support/changes.ts'
import { recountFindings } from '../../server/src/actions/recount-findings.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test('findings are counted anew once the rules are others, of all projects, and nothing else of them changes', async () => {
  const ids = [await freshProject(app), await freshProject(app), await freshProject(app)].map(({ id }) => id)
  const kept = () =>
    app.db.prisma.project.findMany({
      where: { id: { in: ids } },
      orderBy: { id: 'asc' },
      select: {
        version: true,
        updatedAt: true,
        blockingFindings: true,
        explainFindings: true,
        warningFindings: true,
      },
    })
  const right = await kept()
  // As if other rules had counted.
  await app.db.sql.query(`UPDATE "project" SET "warning_findings" = 77 WHERE "id" = ANY($1::uuid[])`, [ids])
  expect(await recountFindings(app.db, 2)).toBe(0)
  expect((await kept()).map(({ warningFindings }) => warningFindings)).toEqual([77, 77, 77])

  await app.db.sql.query(`UPDATE "counted_rules" SET "hash" = 'older'`)
  expect(await recountFindings(app.db, 2)).toBe(3)
  expect(await kept()).toEqual(right)
  expect(await recountFindings(app.db, 2)).toBe(0)
})
