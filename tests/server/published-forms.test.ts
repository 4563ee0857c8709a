import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { importText, type ImportedProject } from '../support/import.ts'
import { sharedForms } from '../support/shared.ts'

const forms = sharedForms()

let app: TestApp
const imported = new Map<string, readonly ImportedProject[]>()
beforeAll(async () => {
  app = await startApp()
  for (const form of forms ?? [])
    imported.set(form.name, await importText(app, await readFile(form.text, 'utf8'), `${form.name}.txt`))
})
afterAll(() => app.close())

interface Totals {
  readonly projects: {
    readonly nodes: readonly {
      readonly name: string
      readonly awardedTotal: string | null
      readonly ruleTotal: string | null
      readonly printedTotalScore: string | null
      readonly findings: readonly { readonly line: number | null; readonly rule: string }[]
      readonly findingCounts: { readonly block: number; readonly explain: number; readonly warn: number }
    }[]
  }
}

const TOTALS = /* GraphQL */ `
  query ($filter: ProjectFilter) {
    projects(filter: $filter) {
      nodes {
        name
        awardedTotal
        ruleTotal
        printedTotalScore
        findings {
          rule
          line
        }
        findingCounts {
          block
          explain
          warn
        }
      }
    }
  }
`

if (forms !== null) {
  test('the four published forms are 15 projects with 214 indicators', () => {
    const projects = [...imported.values()].flat()
    expect(projects).toHaveLength(15)
    expect(projects.flatMap(({ indicators }) => indicators)).toHaveLength(214)
  })

  test('the five self-evaluations show the totals they were awarded, and a rule total beside each', async () => {
    const { projects } = await app.runOk<Totals>(TOTALS, { filter: { fiscalYear: 2022 } })
    const totals = projects.nodes.map(({ awardedTotal }) => awardedTotal)
    expect(totals.toSorted()).toEqual(['93.6', '95.98', '96.88', '97.99', '98.5'])
    expect(projects.nodes.every(({ ruleTotal }) => ruleTotal !== null)).toBe(true)
  })

  test('every finding has its line, and the stored counts are those of the findings', async () => {
    const { projects } = await app.runOk<Totals>(TOTALS)
    for (const { findings, findingCounts: counts } of projects.nodes) {
      expect(findings.filter(({ line }) => line === null)).toEqual([])
      expect(counts.block + counts.explain + counts.warn).toBe(findings.length)
    }
  })

  test('targets and actuals come back from the database as they were printed', async () => {
    const { indicators } = await app.runOk<{ indicators: { nodes: { target: { raw: string | null } }[] } }>(
      '{ indicators(first: 5000) { nodes { target { raw } } } }',
    )
    const raws = indicators.nodes.map(({ target }) => target.raw)
    for (const printed of ['≥0.00(??)', '≥300次', '=100%', '提升'])
      expect(raws.some((raw) => raw?.includes(printed))).toBe(true)
  })
}

test('the published forms are there or were said to be missing', () => {
  expect(forms === null || forms.length > 0).toBe(true)
})
