import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSamples } from '@biaochi/server/actions/load-samples'
import { startApp, type TestApp } from '../support/app.ts'
import { at, Examples } from '../support/run-examples.ts'

let app: TestApp
let examples: Examples

beforeAll(async () => {
  app = await startApp()
  await loadSamples(app.db, { loading: () => undefined, problem: () => undefined })
  examples = new Examples(app)
})
afterAll(() => app.close())

const list = async (number: string, path: string): Promise<readonly unknown[]> => {
  const value = at(await examples.answer(number), path)
  if (!Array.isArray(value)) throw new Error(`${path} of example ${number} is no list`)
  return value
}

const decimal = expect.stringMatching(/^\d+(\.\d+)?$/)

describe('the worked examples answer', () => {
  test('01: agencies and years', async () => {
    expect((await list('01', 'fiscalYears')).length).toBe(3)
    expect(await list('01', 'agencies')).toContainEqual(
      expect.objectContaining({ name: '云浦市水务局', parent: { name: '云浦市人民政府' } }),
    )
  })

  test('02: a page of projects', async () => {
    const nodes = await list('02', 'projects.nodes')
    expect(nodes).toHaveLength(5)
    expect(nodes[0]).toMatchObject({ form: 'SELF_EVALUATION', awardedTotal: decimal })
    expect(at(await examples.answer('02'), 'projects.pageInfo.hasNextPage')).toBe(true)
  })

  test('03: composed conditions, in order', async () => {
    const nodes = await list('03', 'projects.nodes')
    expect(nodes.length).toBeGreaterThan(1)
    const totals = nodes.map((node) => Number(at(node, 'awardedTotal')))
    expect(totals).toEqual(totals.toSorted((a, b) => b - a))
  })

  test('04: one project whole', async () => {
    expect((await list('04', 'project.funds')).length).toBeGreaterThan(3)
    expect(await list('04', 'project.indicators')).toContainEqual(
      expect.objectContaining({ explanation: expect.any(String), weight: decimal }),
    )
  })

  test('05: missed indicators', async () => {
    expect((await list('05', 'indicators.nodes')).length).toBeGreaterThan(3)
    expect(await list('05', 'indicators.nodes')).toContainEqual(
      expect.objectContaining({ name: '群众投诉按时办结率', target: { canonical: '≥98%' } }),
    )
  })

  test('06: what is called 河道', async () => {
    const nodes = await list('06', 'search.nodes')
    expect(nodes).toContainEqual(
      expect.objectContaining({ kind: 'PROJECT', match: 'PREFIX', text: '河道保洁与水环境管护' }),
    )
    expect(nodes).toContainEqual(
      expect.objectContaining({ kind: 'AGENCY', node: expect.objectContaining({ __typename: 'Agency' }) }),
    )
  })

  test('07: the year before', async () => {
    const [project] = await list('07', 'projects.nodes')
    expect(project).toMatchObject({
      name: '河道保洁与水环境管护',
      previousYear: { fiscalYear: 2024, awardedTotal: decimal },
    })
    expect(await list('07', 'projects.nodes.0.indicators')).toContainEqual(
      expect.objectContaining({ previousYear: expect.objectContaining({ target: expect.anything() }) }),
    )
  })

  test('08: departments with everything below them', async () => {
    expect(at(await examples.answer('08'), 'node.name')).toBe('云浦市人民政府')
    const children = await list('08', 'node.children')
    expect(children).toContainEqual(expect.objectContaining({ name: '云浦市教育局' }))
    const counts = children.map((child) => Number(at(child, 'projects.totalCount')))
    expect(counts.reduce((sum, count) => sum + count)).toBe(await app.db.prisma.project.count())
  })

  test('09: departments by execution, adding up to the total', async () => {
    const groups = await list('09', 'stats.groups')
    expect(groups.length).toBeGreaterThan(3)
    expect(groups).toContainEqual(
      expect.objectContaining({ topAgency: { name: '云浦市水务局' }, executionRate: decimal }),
    )
    const projects = groups.map((group) => Number(at(group, 'projects')))
    expect(projects.reduce((sum, count) => sum + count)).toBe(
      at(await examples.answer('09'), 'stats.total.projects'),
    )
  })

  test('10: levels over the years', async () => {
    expect(await list('10', 'stats.groups')).toContainEqual(
      expect.objectContaining({
        fiscalYear: 2025,
        level1: '产出指标',
        averageScore: decimal,
        metRate: decimal,
      }),
    )
  })

  test('11: things by their ids', async () => {
    expect(await list('11', 'nodes')).toMatchObject([
      { __typename: 'Agency', name: '云浦市人民政府' },
      { __typename: 'Project', title: expect.any(String), version: 1 },
    ])
  })

  test('12: a dry run, nothing saved', async () => {
    const before = await app.db.prisma.changeSet.count()
    expect(await list('12', 'applyIndicatorChanges.outcomes')).toMatchObject([
      { field: 'SCORE', accepted: true, value: '8' },
      { field: 'TARGET', accepted: false, code: 'BAD_INPUT', reason: expect.any(String) },
    ])
    expect(await app.db.prisma.changeSet.count()).toBe(before)
  })

  test('13: one cell saved, one refused', async () => {
    expect(await examples.answer('13')).toMatchObject({
      applyIndicatorChanges: {
        applied: true,
        outcomes: [
          { field: 'REASON', accepted: true, value: '已增派人手，下一年度按月检查。' },
          { field: 'WEIGHT', accepted: false, code: 'BAD_INPUT', reason: expect.any(String) },
        ],
        indicators: [{ version: 2, reason: '已增派人手，下一年度按月检查。' }],
        projects: [{ awardedTotal: decimal }],
      },
    })
  })

  test('14: a form, read and not saved', async () => {
    expect(await examples.answer('14')).toMatchObject({
      importForm: {
        committed: false,
        projects: [
          {
            name: '社区阅读角建设',
            implementer: '云浦市图书馆',
            indicators: [{ name: '新建阅读角', target: '≥20个', weight: '50' }],
          },
        ],
        findings: expect.arrayContaining([expect.objectContaining({ line: expect.any(Number) })]),
      },
    })
  })

  test('15: the changes so far, live', async () => {
    await examples.answer('13')
    const example = examples.list.find(({ name }) => name.startsWith('15-'))
    const response = await app.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify({ query: example?.query, variables: await examples.variablesOf('15') }),
      }),
    )
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      if (text.includes('已增派人手')) break
    }
    expect(text).toContain('"number":')
  })

  test('16: a change taken back', async () => {
    await examples.answer('13')
    expect(await examples.answer('16')).toMatchObject({
      undoChangeSet: { applied: true, refusals: [], indicators: [{ version: 3 }] },
    })
  })

  test('17: names that were used', async () => {
    const suggestions = await list('17', 'indicatorSuggestions')
    expect(suggestions).toHaveLength(5)
    expect(suggestions).toContainEqual(
      expect.objectContaining({ source: 'OTHER_AGENCIES', projects: expect.any(Number) }),
    )
  })

  test('18: what was declared beside what was evaluated', async () => {
    const [project] = await list('18', 'projects.nodes')
    const river = (canonical: string) =>
      expect.arrayContaining([expect.objectContaining({ name: '常态化保洁河道条数', target: { canonical } })])
    expect(project).toMatchObject({
      indicators: river('≥18条'),
      otherForm: { form: 'DECLARATION', indicators: river('≥20条') },
    })
  })
})

test('every example is run by a test, and shown in docs/api.md as it is', async () => {
  const docs = await readFile(new URL('../../docs/api.md', import.meta.url), 'utf8')
  const own = await readFile(new URL(import.meta.url), 'utf8')
  expect(examples.list.length).toBeGreaterThanOrEqual(12)
  for (const { name, query, variables } of examples.list) {
    expect(own, name).toContain(`test('${name.slice(0, 2)}:`)
    expect(docs, name).toContain(`\`\`\`graphql\n${query}\n\`\`\``)
    if (variables !== '{}') expect(docs, name).toContain(`\`\`\`json\n${variables}\n\`\`\``)
  }
})

test('GraphiQL opens with the examples as its tabs', async () => {
  const page = await app.fetch(new Request('http://localhost/graphql', { headers: { accept: 'text/html' } }))
  const html = await page.text()
  for (const name of ['Agencies', 'NeedAttention', 'YearOnYear', 'Live']) expect(html).toContain(name)
})
