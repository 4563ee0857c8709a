// Our contestant for the shared bench (bench/README.md). Its lib is found through BENCH_HARNESS, default beside the repository.
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '../..')
const harness = process.env.BENCH_HARNESS ?? path.resolve(root, '../shared/bench')
const lib = (name) => import(pathToFileURL(path.join(harness, 'lib', name)).href)
const { copyDb, dbExists, dropDb, RUN_DB, sql, TPL } = await lib('pgx.mjs')
const { gql } = await lib('http.mjs')

const template = 'bench_tpl_ours'
// Not as "postgres": for that role the harness' table names come first, see ours.sql.
const url = (db) => `postgres://biaochi@127.0.0.1:${process.env.BENCH_PG_PORT ?? 54329}/${db}`

const idOf = (kind, number) => `01900000-0000-7000-800${kind}-${number.toString(16).padStart(12, '0')}`
const numberOf = (id) => (id === null ? null : parseInt(id.slice(-8), 16))

const CELLS = `id level1 level2 name target { operator value unit text } actual { value text } weight score reason position version`
const W1 = `query ($agency: ID!, $year: Int!) {
  projects(filter: { implementer: { in: [$agency] }, fiscalYear: $year }, first: 20) {
    nodes {
      id fiscalYear name nature category startDate endDate
      supervisor { id }
      implementer { id parentId name code }
      funds { period amount }
      goals { id label text }
      indicators { ${CELLS} }
    }
  }
}`
const W2 = `query ($year: Int!, $after: String) {
  indicators(filter: { fiscalYear: $year }, first: 1000, after: $after) {
    nodes { ${CELLS} project { name implementer { name } } }
  }
}`
const W3 = `mutation ($changes: [IndicatorChangeInput!]!) {
  applyIndicatorChanges(input: { changes: $changes, source: EDIT }) {
    applied outcomes { accepted value code reason } indicators { ${CELLS} ruleScore } projects { id ruleTotal awardedTotal version }
  }
}`
const W4 = `mutation ($changes: [IndicatorChangeInput!]!) {
  applyIndicatorChanges(input: { changes: $changes, source: PASTE }) { applied changeSetId }
}`
const W5 = `{ stats(groupBy: [AGENCY], first: 1000) { groups { agencyId indicators averageScore } } }`

// A page begins after its predecessor's last row, whose place in the order is its number's: 20 rows a project, 25
// projects an agency.
const cursor = (year, number) => {
  if (number === 0) return null
  const project = Math.ceil(number / 20)
  const agency = Math.ceil(project / 25)
  const key = [year, idOf(1, agency), idOf(2, project), ((number - 1) % 20) + 1, idOf(4, number)]
  const order = 'FISCAL_YEAR DESC,IMPLEMENTER ASC,PROJECT ASC,POSITION ASC'
  return Buffer.from(JSON.stringify([order, ...key])).toString('base64url')
}

// A change tells the version it is based on. A client knows it from what it has read; the load generator reads all at
// its start, and counts on.
const versions = new Map()
const changes = (rows) => {
  const based = rows.map(({ id, actual_value, score }) => {
    const version = versions.get(id) ?? 1
    versions.set(id, version + 1)
    const at = { indicatorId: idOf(4, id), version }
    const actual = { ...at, field: 'ACTUAL', value: String(actual_value) }
    return score === undefined ? [actual] : [actual, { ...at, field: 'SCORE', value: String(score) }]
  })
  return { changes: based.flat() }
}

const cells = (row) => ({
  id: numberOf(row.id),
  level1: row.level1,
  level2: row.level2,
  name: row.name,
  operator: row.target.operator,
  target_value: row.target.value,
  unit: row.target.unit,
  target_text: row.target.text,
  actual_value: row.actual.value,
  actual_text: row.actual.text,
  weight: row.weight,
  score: row.score,
  deviation: row.reason,
  position: row.position,
  version: row.version,
})
const amount = (project, period) => project.funds.find((fund) => fund.period === period)?.amount ?? null

export default {
  name: 'ours',
  label: 'Biaochi: Yoga + Pothos over batched SQL rows, graphql-jit',
  // Below the ports the system hands out to clients: one of those may be taken for a moment.
  port: 14420,
  template,
  how: {
    W1: 'subtree of agencies as relation',
    W2: 'keyset',
    W3: 'applyIndicatorChanges: permission, version, scores, history',
    W4: 'one applyIndicatorChanges',
    W5: 'stats',
  },
  version: () =>
    `git ${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root }).toString().trim()}`,
  async prepare(ctx) {
    if (ctx.rebuild) await dropDb(template)
    if (await dbExists(template)) return
    const [role] = await sql('postgres', `select 1 from pg_roles where rolname = 'biaochi'`)
    if (role === undefined) await sql('postgres', 'create role biaochi superuser login')
    await copyDb(TPL, `${template}_new`)
    execFileSync(ctx.node, [path.join(here, 'fill.ts'), url(`${template}_new`)], { stdio: 'inherit' })
    await sql('postgres', `alter database "${template}_new" rename to "${template}"`)
  },
  async init() {
    if (!process.argv[1].endsWith('loadgen.mjs')) return
    for (const { id, version } of await sql(RUN_DB, 'select id, version from indicator'))
      versions.set(id, version)
  },
  start: (ctx) => (
    versions.clear(),
    {
      cmd: ctx.node,
      args: [...(process.env.OURS_NODE_ARGS?.split(' ') ?? []), 'src/main.ts'],
      cwd: path.join(root, 'server'),
      env: {
        NODE_ENV: 'production',
        PORT: String(ctx.port),
        DATABASE_URL: url(ctx.db),
        BIAOCHI_SAMPLES: 'none',
        // One load generator asks for everybody.
        RATE_PER_SECOND: '0',
        // Answers are computed; ours-kept.mjs is the contestant that remembers them.
        ANSWER_CACHE_BYTES: '0',
      },
    }
  ),
  headers: () => ({}),
  requests: {
    W1: ({ agency, year }) => gql('/graphql', W1, { agency: idOf(1, agency), year }),
    W2: ({ year, after }) => gql('/graphql', W2, { year, after: cursor(year, after) }),
    W3: ({ id, actual_value }) => gql('/graphql', W3, changes([{ id, actual_value }])),
    W4: ({ rows }) => gql('/graphql', W4, changes(rows)),
    W5: () => gql('/graphql', W5),
  },
  extract: {
    W1: (answer) =>
      answer.data.projects.nodes.map((project) => ({
        id: numberOf(project.id),
        supervisor_id: numberOf(project.supervisor?.id ?? null),
        fiscal_year: project.fiscalYear,
        name: project.name,
        nature: project.nature,
        category: project.category,
        start_date: project.startDate,
        end_date: project.endDate,
        total_funds: amount(project, 'TOTAL'),
        annual_funds: amount(project, 'ANNUAL'),
        agency: {
          id: numberOf(project.implementer.id),
          parent_id: numberOf(project.implementer.parentId),
          name: project.implementer.name,
          code: project.implementer.code,
        },
        goals: project.goals.map((goal) => ({ id: numberOf(goal.id), period: goal.label, text: goal.text })),
        indicators: project.indicators.map(cells),
      })),
    W2: (answer) =>
      answer.data.indicators.nodes.map((row) => ({
        ...cells(row),
        project_name: row.project.name,
        agency_name: row.project.implementer.name,
      })),
    W3: (answer) => {
      const [outcome] = answer.data.applyIndicatorChanges.outcomes
      if (!outcome.accepted) throw new Error(`${outcome.code} ${outcome.reason}`)
      return cells(answer.data.applyIndicatorChanges.indicators[0])
    },
    W5: (answer) =>
      answer.data.stats.groups.map((group) => ({
        agency_id: numberOf(group.agencyId),
        avg_score: group.averageScore,
        n: group.indicators,
      })),
  },
}
