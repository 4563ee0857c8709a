import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { onServer } from '../support/database.ts'
import { importProject, importProjects, type ImportedIndicator } from '../support/import.ts'
import { wrongSums } from '../support/kept-sums.ts'
import { selfEvaluationFile } from '../support/self-evaluation-text.ts'

const APPLY = /* GraphQL */ `
  mutation Apply($input: ApplyIndicatorChangesInput!) {
    applyIndicatorChanges(input: $input) {
      applied
      changeSetId
      outcomes {
        indicatorId
        field
        accepted
        value
        code
        reason
        currentValue
        currentVersion
      }
      indicators {
        id
        version
        ruleScore
        met
        actual {
          kind
          raw
          canonical
        }
      }
      projects {
        id
        ruleTotal
        ruleGrade
        awardedTotal
        version
      }
    }
  }
`

interface Outcome {
  readonly accepted: boolean
  readonly value: string | null
  readonly code: string | null
  readonly reason: string | null
  readonly currentValue: string | null
  readonly currentVersion: number | null
}

interface Applied {
  readonly applied: boolean
  readonly changeSetId: string | null
  readonly outcomes: readonly Outcome[]
  readonly indicators: readonly {
    readonly id: string
    readonly version: number
    readonly ruleScore: string | null
    readonly met: boolean | null
    readonly actual: { readonly kind: string; readonly raw: string | null; readonly canonical: string }
  }[]
  readonly projects: readonly {
    readonly id: string
    readonly ruleTotal: string | null
    readonly ruleGrade: string | null
    readonly awardedTotal: string | null
    readonly version: number
  }[]
}

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

let serial = 0
const freshProject = () => importProject(app, { name: `编辑用项目${(serial += 1)}` })

const first = async (): Promise<ImportedIndicator> => at((await freshProject()).indicators, 0)

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index]
  if (item === undefined) throw new Error(`nothing at ${index}`)
  return item
}

const edit = (indicator: { readonly id: string }, field: string, value: string | null, version = 1) => ({
  indicatorId: indicator.id,
  field,
  value,
  version,
})

const apply = async (
  changes: readonly object[],
  options: object = {},
  headers?: Record<string, string>,
): Promise<Applied> =>
  (await app.runOk<{ applyIndicatorChanges: Applied }>(APPLY, { input: { changes, ...options } }, headers))
    .applyIndicatorChanges

const historyOf = (id: string) =>
  app.db.prisma.cellChange.findMany({
    where: { rowId: id },
    orderBy: [{ rowVersion: 'asc' }, { field: 'asc' }],
  })

describe('one cell', () => {
  test('an actual below its target lowers the rule score, the total and the grade', async () => {
    const indicator = await first()
    const result = await apply([edit(indicator, 'ACTUAL', '18次')])
    expect(result.outcomes).toMatchObject([{ accepted: true, value: '18次', code: null, currentVersion: 2 }])
    expect(result.indicators).toMatchObject([{ id: indicator.id, version: 2, ruleScore: '18', met: false }])
    expect(result.projects).toMatchObject([{ ruleTotal: '98', ruleGrade: '优', version: 2 }])
  })

  test('the history says who changed what, from what, to what', async () => {
    const indicator = await first()
    const { changeSetId } = await apply([edit(indicator, 'ACTUAL', ' １９次 ')], {
      source: 'PASTE',
    })
    expect(await historyOf(indicator.id)).toMatchObject([
      { field: 'actual', before: '20次', rowVersion: 2, changeSetId },
    ])
    expect(await app.db.prisma.changeSet.findUnique({ where: { id: changeSetId ?? '' } })).toMatchObject({
      author: 'local-admin',
      source: 'PASTE',
      cells: 1,
      rows: 1,
      projects: 1,
    })
  })

  test('an empty value clears the cell, and the row has no rule score', async () => {
    const indicator = await first()
    const result = await apply([edit(indicator, 'ACTUAL', '')])
    expect(result.outcomes).toMatchObject([{ accepted: true, value: '' }])
    expect(result.indicators).toMatchObject([
      { ruleScore: null, met: null, actual: { kind: 'MISSING', raw: null } },
    ])
    const again = await apply([edit(indicator, 'SCORE', null, 2)])
    expect(again.outcomes).toMatchObject([{ accepted: true, value: '' }])
  })

  test('typing what is already there changes nothing and makes no version', async () => {
    const indicator = await first()
    const result = await apply([edit(indicator, 'ACTUAL', '20次')])
    expect(result).toMatchObject({ applied: true, changeSetId: null, indicators: [{ version: 1 }] })
    expect(await historyOf(indicator.id)).toEqual([])
  })

  test.each([
    ['TARGET', '≥'],
    ['ACTUAL', '12..5次'],
    ['ACTUAL', '80%'],
    ['WEIGHT', 'abc'],
    ['WEIGHT', '-1'],
    ['SCORE', '20.5'],
    ['ACTUAL', 'a\0b'],
    ['REASON', 'half \ud800 a character'],
    ['REASON', 'x'.repeat(1_000_000)],
    ['ACTUAL', `${'9'.repeat(40)}次`],
    ['ACTUAL', `0.${'3'.repeat(40)}次`],
  ])('%s refuses %j with BAD_INPUT and a reason', async (field, value) => {
    const indicator = await first()
    const result = await apply([edit(indicator, field, value)])
    expect(result.applied).toBe(false)
    expect(result.outcomes).toMatchObject([{ accepted: false, code: 'BAD_INPUT', currentVersion: 1 }])
    expect(result.outcomes[0]?.reason).not.toBe('')
    expect(app.bugs).toEqual([])
  })

  test('the reason is in the language asked for', async () => {
    const indicator = await first()
    const missing = edit({ id: '0190b0f0-0000-7000-8000-000000000000' }, 'ACTUAL', '1')
    const [chinese] = (await apply([missing])).outcomes
    const [english] = (await apply([missing], {}, { 'accept-language': 'en-GB,en;q=0.8' })).outcomes
    expect(chinese?.reason).toMatch(/\p{Script=Han}/u)
    expect(english?.reason).toMatch(/^[\x20-\x7e]+$/)
    expect(indicator.version).toBe(1)
  })
})

describe('versions', () => {
  test('an edit of another cell of the row merges', async () => {
    const indicator = await first()
    await apply([edit(indicator, 'ACTUAL', '18次')])
    const result = await apply([edit(indicator, 'REASON', '两次活动因天气取消')])
    expect(result.outcomes).toMatchObject([{ accepted: true, currentVersion: 3 }])
    expect(result.indicators).toMatchObject([{ version: 3, actual: { raw: '18次' } }])
  })

  test('an edit of a cell that was changed since is a CONFLICT with what stands there', async () => {
    const indicator = await first()
    await apply([edit(indicator, 'ACTUAL', '18次')])
    const result = await apply([edit(indicator, 'ACTUAL', '19次')])
    expect(result.outcomes).toMatchObject([
      { accepted: false, code: 'CONFLICT', currentValue: '18次', currentVersion: 2 },
    ])
    expect((await apply([edit(indicator, 'ACTUAL', '19次', 2)])).applied).toBe(true)
  })

  test('a version that does not exist yet is BAD_INPUT', async () => {
    const result = await apply([edit(await first(), 'ACTUAL', '18次', 9)])
    expect(result.outcomes).toMatchObject([{ accepted: false, code: 'BAD_INPUT' }])
  })

  test('of two edits of one cell at the same time one is saved and the other is told', async () => {
    const indicator = await first()
    const results = await Promise.all(
      ['11次', '12次', '13次'].map((value) => apply([edit(indicator, 'ACTUAL', value)])),
    )
    expect(results.filter(({ applied }) => applied)).toHaveLength(1)
    expect(results.flatMap(({ outcomes }) => outcomes.map(({ code }) => code)).toSorted()).toEqual([
      'CONFLICT',
      'CONFLICT',
      null,
    ])
  })

  test('edits of different rows of one project at the same time leave the right total', async () => {
    const project = await freshProject()
    await Promise.all([
      apply([edit(at(project.indicators, 0), 'ACTUAL', '18次')]),
      apply([edit(at(project.indicators, 3), 'ACTUAL', '9000人次')]),
      apply([edit(at(project.indicators, 2), 'ACTUAL', '50%')]),
    ])
    const row = await app.db.prisma.project.findUniqueOrThrow({ where: { id: project.id } })
    expect(row.ruleTotal?.toFixed()).toBe('90')
    expect(row.version).toBe(4)
  })
})

describe('many cells', () => {
  test('several changes of one row apply in the order of the request, as one version', async () => {
    const indicator = await first()
    const result = await apply([
      edit(indicator, 'ACTUAL', '18次'),
      edit(indicator, 'ACTUAL', '19次'),
      edit(indicator, 'WEIGHT', '10'),
      edit(indicator, 'SCORE', '9'),
    ])
    expect(result.outcomes.map(({ value }) => value)).toEqual(['18次', '19次', '10', '9'])
    expect(result.indicators).toMatchObject([{ version: 2, ruleScore: '9.5' }])
    expect((await historyOf(indicator.id)).map(({ field, before, after }) => [field, before, after])).toEqual(
      [
        ['actual', '20次', '19次'],
        ['score', '20', '9'],
        ['weight', '20', '10'],
      ],
    )
  })

  test('ALL_OR_NOTHING writes nothing when one cell is refused, and says so at the good ones', async () => {
    const project = await freshProject()
    const [good, bad] = [at(project.indicators, 0), at(project.indicators, 1)]
    const result = await apply([edit(good, 'ACTUAL', '18次'), edit(bad, 'ACTUAL', '≥')])
    expect(result.applied).toBe(false)
    expect(result.outcomes).toMatchObject([
      { accepted: false, code: 'ABORTED', currentValue: '20次', currentVersion: 1 },
      { accepted: false, code: 'BAD_INPUT', currentValue: '95%' },
    ])
    expect(await historyOf(good.id)).toEqual([])
    expect(result.projects).toMatchObject([{ version: 1, ruleTotal: '100' }])
  })

  test('ACCEPT_VALID writes the good cells and says why the others are not', async () => {
    const project = await freshProject()
    const [good, bad] = [at(project.indicators, 0), at(project.indicators, 1)]
    const changes = [edit(good, 'ACTUAL', '18次'), edit(bad, 'ACTUAL', '≥'), edit(good, 'SCORE', '18')]
    const result = await apply(changes, { mode: 'ACCEPT_VALID' })
    expect(result.outcomes.map(({ code }) => code)).toEqual([null, 'BAD_INPUT', null])
    expect(result.projects).toMatchObject([{ ruleTotal: '98', awardedTotal: '98' }])
  })

  test('ids that are unknown or no ids are refused one by one', async () => {
    const indicator = await first()
    const changes = [
      edit(indicator, 'ACTUAL', '18次'),
      edit({ id: '0190b0f0-0000-7000-8000-000000000000' }, 'ACTUAL', '1'),
      edit({ id: "' OR 1=1 --" }, 'ACTUAL', '1'),
      edit({ id: '' }, 'ACTUAL', '1'),
    ]
    const result = await apply(changes, { mode: 'ACCEPT_VALID' })
    expect(result.outcomes.map(({ code }) => code)).toEqual([null, 'NOT_FOUND', 'BAD_INPUT', 'BAD_INPUT'])
  })

  test('10,000 cells in one request are saved by as many statements as one cell', async () => {
    const projects = await importProjects(
      app,
      Array.from({ length: 400 }, (_, index) => ({ name: `大批项目${index}`, year: 2019 })),
    )
    const indicators = projects.flatMap((project) => project.indicators)
    expect(indicators).toHaveLength(2000)
    await apply([edit(at(indicators, 0), 'REASON', '先改一处')])
    const one = app.statements().length
    const changes = indicators.flatMap((indicator) => [
      edit(indicator, 'NAME', `${indicator.name}（改）`),
      edit(indicator, 'SCORE', '5'),
      edit(indicator, 'REASON', '说明'),
      edit(indicator, 'WEIGHT', '6'),
      edit(indicator, 'ACTUAL', ''),
    ])
    const staleFree = changes.filter(({ indicatorId }) => indicatorId !== indicators[0]?.id)
    expect(staleFree.length + 5).toBe(10_000)
    const result = await apply([
      ...staleFree,
      ...changes.slice(0, 5).map((change) => ({ ...change, version: 2 })),
    ])
    expect(result.applied).toBe(true)
    expect(app.statements()).toHaveLength(one)
    expect(result.indicators).toHaveLength(2000)
    expect(result.projects).toHaveLength(400)
    expect(await app.db.prisma.cellChange.count({ where: { changeSetId: result.changeSetId ?? '' } })).toBe(
      10_000,
    )
  })

  // The number of parameters is the protocol's of a server.
  test.runIf(onServer)(
    'more rows than a statement has parameters are saved and answered in one request',
    async () => {
      const rows = Array.from({ length: 33 }, (_, index) => ({
        name: `指标${index}`,
        target: '≥1次',
        actual: '2次',
      }))
      const projects = Array.from({ length: 1000 }, (_, index) => ({
        name: `最大一批${index}`,
        year: 2018,
        rows,
      }))
      const input = { fileName: 'large.txt', text: selfEvaluationFile(projects), commit: true }
      await app.runOk('mutation ($input: ImportFormInput!) { importForm(input: $input) { committed } }', {
        input,
      })
      const ids = await app.db.sql.query<{ id: string }>(
        'SELECT "id" FROM "indicator" WHERE "fiscal_year" = 2018',
      )
      expect(ids).toHaveLength(33_000)
      const changes = ids.map((indicator) => edit(indicator, 'REASON', '说明'))
      const { applyIndicatorChanges: result } = await app.runOk<{
        applyIndicatorChanges: { indicators: unknown[] }
      }>(
        'mutation ($input: ApplyIndicatorChangesInput!) { applyIndicatorChanges(input: $input) { indicators { version } } }',
        { input: { changes } },
      )
      expect(result.indicators.length).toBe(33_000)
      expect(await app.db.prisma.indicator.count({ where: { fiscalYear: 2018, reason: '说明' } })).toBe(
        33_000,
      )
    },
    240_000,
  )

  test('one cell takes these statements, and one more where its row is newer', async () => {
    const indicator = await first()
    await apply([edit(indicator, 'ACTUAL', '18次')])
    const first_ = app.statements().map((text) => text.trim().split(/\s+/).slice(0, 2).join(' '))
    expect(first_.slice(0, 8)).toEqual([
      'SELECT "id",',
      'SELECT "id",',
      'SELECT p."id",',
      'UPDATE "indicator"',
      'UPDATE "project"',
      'INSERT INTO',
      'INSERT INTO',
      'WITH counted',
    ])
    expect(first_).toHaveLength(10)
    await apply([edit(indicator, 'REASON', '因故少办两次')])
    expect(app.statements()).toHaveLength(11)
  })

  test('no change at all and more than 50,000 are refused', async () => {
    const indicator = await first()
    await app.runError('BAD_INPUT', APPLY, { input: { changes: [] } })
    const changes = Array.from({ length: 50_001 }, () => edit(indicator, 'ACTUAL', '18次'))
    await app.runError('TOO_LARGE', APPLY, { input: { changes } })
  })
})

describe('idempotency key', () => {
  test('the same request again answers the same and is applied once', async () => {
    const indicator = await first()
    const changes = [edit(indicator, 'ACTUAL', '18次'), edit(indicator, 'WEIGHT', 'x')]
    const options = { mode: 'ACCEPT_VALID', idempotencyKey: `key-${indicator.id}` }
    const once = await apply(changes, options)
    const twice = await apply(changes, options)
    expect(twice).toEqual(once)
    expect(await historyOf(indicator.id)).toHaveLength(1)
  })

  test('many at the same time are applied once', async () => {
    const indicator = await first()
    const changes = [edit(indicator, 'ACTUAL', '18次')]
    const options = { idempotencyKey: `key-${indicator.id}` }
    const results = await Promise.all(Array.from({ length: 6 }, () => apply(changes, options)))
    expect(new Set(results.map((result) => JSON.stringify(result.outcomes))).size).toBe(1)
    expect(new Set(results.map(({ changeSetId }) => changeSetId)).size).toBe(1)
    expect(await historyOf(indicator.id)).toHaveLength(1)
  })

  test('another request with the same key is refused', async () => {
    const indicator = await first()
    const options = { idempotencyKey: `key-${indicator.id}` }
    await apply([edit(indicator, 'ACTUAL', '18次')], options)
    await app.runError('BAD_INPUT', APPLY, {
      input: { changes: [edit(indicator, 'ACTUAL', '17次', 2)], ...options },
    })
  })

  test.each([['with \0'], ['k'.repeat(201)]])(
    'a key that cannot be kept is refused',
    async (idempotencyKey) => {
      const changes = [edit(await first(), 'ACTUAL', '18次')]
      await app.runError('BAD_INPUT', APPLY, { input: { changes, idempotencyKey } })
    },
  )
})

test('the sums kept with the projects are those of their indicators, after all of this', async () => {
  expect(await wrongSums(app.db)).toEqual([])
})
