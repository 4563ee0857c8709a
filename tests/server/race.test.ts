import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { importProject, type ImportedProject } from '../support/import.ts'
import { wrongSums } from '../support/kept-sums.ts'
import { subscribe } from '../support/subscribe.ts'

const ROWS = 300
const EDITS = 1_000
const FIELDS = ['NAME', 'TARGET', 'ACTUAL', 'REASON'] as const
type Field = (typeof FIELDS)[number]

const APPLY = /* GraphQL */ `
  mutation ($input: ApplyIndicatorChangesInput!) {
    applyIndicatorChanges(input: $input) {
      changeSetId
      outcomes {
        accepted
        code
        reason
        currentValue
        currentVersion
        changedBy
      }
    }
  }
`

interface Outcome {
  readonly accepted: boolean
  readonly code: string | null
  readonly reason: string | null
  readonly currentValue: string | null
  readonly currentVersion: number | null
  readonly changedBy: string | null
}

interface Edit {
  readonly indicatorId: string
  readonly field: Field
  readonly value: string
}

interface Answered {
  readonly edit: Edit
  readonly outcome: Outcome
  readonly changeSetId: string | null
}

let app: TestApp
let project: ImportedProject
beforeAll(async () => {
  app = await startApp({ limits: { requestsPerSecond: 0 } })
  const rows = Array.from({ length: ROWS }, (_, index) => ({
    name: `指标${index}`,
    target: '≥1次',
    actual: '1次',
    weight: '0.3',
    score: '0.3',
  }))
  project = await importProject(app, { name: '两人同改', rows })
  expect(project.indicators).toHaveLength(ROWS)
})
afterAll(() => app.close())

/** The same numbers every time: xorshift. */
const randomOf = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const shuffled = <Item>(items: readonly Item[], random: (below: number) => number): Item[] =>
  items
    .map((item) => ({ item, at: random(1_000_000_000) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item)

const valueOf = (field: Field, client: number, count: number): string => {
  // One in fifty cannot be read, and is refused whoever else writes.
  if (count % 50 === 49 && field === 'ACTUAL') return '≥'
  const number = client * 100_000 + count + 10
  return { NAME: `名称${number}`, TARGET: `≥${number}次`, ACTUAL: `${number}次`, REASON: `原因${number}` }[
    field
  ]
}

/** A thousand different cells, in batches of its own size; it knows of the others only what it is told. */
const client = async (number: number): Promise<Answered[]> => {
  const random = randomOf(7919 * number + 1)
  const cells = project.indicators.flatMap(({ id }) => FIELDS.map((field) => ({ indicatorId: id, field })))
  const edits = shuffled(cells, random)
    .slice(0, EDITS)
    .map((cell, count): Edit => ({ ...cell, value: valueOf(cell.field, number, count) }))
  const versions = new Map(project.indicators.map(({ id, version }) => [id, version]))
  const answered: Answered[] = []
  for (let start = 0; start < edits.length;) {
    const batch = edits.slice(start, start + 1 + random(25))
    start += batch.length
    const changes = batch.map((edit) => ({ ...edit, version: versions.get(edit.indicatorId) ?? 0 }))
    const mode = random(4) === 0 ? 'ALL_OR_NOTHING' : 'ACCEPT_VALID'
    const response = await app.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: APPLY, variables: { input: { changes, mode } } }),
      }),
    )
    const { data, errors } = await response.json()
    expect(errors, String(app.bugs)).toBeUndefined()
    const { outcomes, changeSetId } = data.applyIndicatorChanges
    expect(outcomes).toHaveLength(batch.length)
    for (const [index, edit] of batch.entries()) {
      const outcome: Outcome = outcomes[index]
      answered.push({ edit, outcome, changeSetId })
      // What a client is told of its own rows it takes over; half the time it does not look.
      if (outcome.currentVersion !== null && random(2) === 0)
        versions.set(edit.indicatorId, outcome.currentVersion)
    }
  }
  return answered
}

interface Line {
  readonly number: number
  readonly changeSetId: string
  readonly rowId: string
  readonly field: string
  readonly before: string | null
  readonly after: string | null
  readonly rowVersion: number
}

const COLUMNS = { NAME: 'name', TARGET: 'target_raw', ACTUAL: 'actual_raw', REASON: 'reason' } as const

test('two clients edit 1,000 random cells each of one project at once: nothing is lost, doubled or refused without a word', async () => {
  const { changeNumber: start } = await app.runOk<{ changeNumber: number }>('{ changeNumber }')
  const live = await subscribe<{
    changes: { number: number; cells: Omit<Line, 'number' | 'changeSetId' | 'before'>[] }
  }>(
    app.fetch,
    'http://localhost',
    'subscription ($since: Int!) { changes(filter: { since: $since }) { number cells { rowId field after rowVersion } } }',
    { since: start },
  )
  const answered = (await Promise.all([client(1), client(2)])).flat()
  expect(answered).toHaveLength(2 * EDITS)
  const accepted = answered.filter(({ outcome }) => outcome.accepted)
  const refused = answered.filter(({ outcome }) => !outcome.accepted)
  const conflicts = refused.filter(({ outcome }) => outcome.code === 'CONFLICT')
  expect(accepted.length).toBeGreaterThan(500)
  expect(conflicts.length).toBeGreaterThan(50)

  const lines = await app.db.sql.query<Line>(
    `SELECT s."number", s."id" AS "changeSetId", c."row_id" AS "rowId", c."field", c."before", c."after",
       c."row_version" AS "rowVersion"
     FROM "cell_change" c JOIN "change_set" s ON s."id" = c."change_set_id"
     WHERE s."number" > $1 ORDER BY s."number", c."row_id", c."field"`,
    [start],
  )
  const keyOf = (set: string | null, row: string, field: string, text: string | null): string =>
    [set, row, field.toUpperCase(), text].join(' ')
  // Every accepted edit is in the history exactly once, and nothing else is.
  expect(
    lines.map(({ changeSetId, rowId, field, after }) => keyOf(changeSetId, rowId, field, after)).toSorted(),
  ).toEqual(
    accepted
      .map(({ edit, changeSetId }) => keyOf(changeSetId, edit.indicatorId, edit.field, edit.value))
      .toSorted(),
  )

  // Every cell is what the last accepted edit made of it, and each edit started from what the one before it left.
  const cells = Map.groupBy(lines, ({ rowId, field }) => `${rowId} ${field.toUpperCase()}`)
  expect([...cells.values()].some((history) => history.length > 1)).toBe(true)
  const rows = await app.db.sql.query<Record<string, string> & { readonly id: string }>(
    `SELECT "id", "version"::text AS "version", ${Object.values(COLUMNS).join(', ')} FROM "indicator" WHERE "project_id" = $1::uuid`,
    [project.id],
  )
  for (const row of rows) {
    for (const field of FIELDS) {
      const history = cells.get(`${row.id} ${field}`) ?? []
      const last = history.at(-1)
      if (last !== undefined) expect(row[COLUMNS[field]]).toBe(last.after)
      for (const [index, line] of history.slice(1).entries()) {
        expect(line.before).toBe(history[index]?.after)
        expect(line.rowVersion).toBeGreaterThan(history[index]?.rowVersion ?? 0)
      }
    }
    const versions = lines.filter(({ rowId }) => rowId === row.id).map(({ rowVersion }) => rowVersion)
    expect(Number(row['version'])).toBe(Math.max(1, ...versions))
  }

  // Every refused one was told why; in a conflict also what stands there now, which somebody wrote.
  const written = new Set(accepted.map(({ edit }) => `${edit.indicatorId} ${edit.field} ${edit.value}`))
  for (const { edit, outcome } of refused) {
    expect(['CONFLICT', 'BAD_INPUT', 'ABORTED']).toContain(outcome.code)
    expect(outcome.reason).toMatch(/\S/)
    expect(outcome.currentVersion).toBeGreaterThan(0)
    if (outcome.code === 'BAD_INPUT') expect(edit.value).toBe('≥')
    if (outcome.code === 'CONFLICT') {
      expect(written).toContain(`${edit.indicatorId} ${edit.field} ${outcome.currentValue}`)
      expect(outcome.changedBy).toBe('local-admin')
    }
  }

  // And a third who only listened heard all of it, once.
  const heard: (readonly [number, string, string, string | null, number])[] = []
  while (heard.length < lines.length) {
    const event = await live.next()
    if (!event?.data) throw new Error(JSON.stringify(event))
    const { number, cells: changed } = event.data.changes
    heard.push(
      ...changed.map(
        ({ rowId, field, after, rowVersion }) => [number, rowId, field, after, rowVersion] as const,
      ),
    )
  }
  await live.cut()
  expect(heard).toEqual(
    lines.map(({ number, rowId, field, after, rowVersion }) => [number, rowId, field, after, rowVersion]),
  )

  // The totals are those of the rows as they stand.
  const [totals] = await app.db.sql.query<{ rows: string; project: string }>(
    `SELECT (SELECT sum("rule_score")::text FROM "indicator" WHERE "project_id" = p."id") AS "rows",
       ("rule_total" - 10)::text AS "project" FROM "project" p WHERE "id" = $1::uuid`,
    [project.id],
  )
  expect(Number(totals?.project)).toBe(Number(totals?.rows))
  expect(await wrongSums(app.db)).toEqual([])
}, 120_000)
