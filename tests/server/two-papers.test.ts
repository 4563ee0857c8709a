import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { declarationText } from '../support/declaration-text.ts'
import { importProjects, importText } from '../support/import.ts'
import { metRows } from '../support/self-evaluation-text.ts'

let app: TestApp

const rows = (target: string) => [{ ...metRows[0], name: '举办活动次数', target }, ...metRows.slice(1)]

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

interface Side {
  readonly target: { readonly canonical: string }
}

describe('a declaration and its self-evaluation', () => {
  const PAPERS = /* GraphQL */ `
    query Papers($text: String!) {
      projects(first: 50, filter: { text: $text }, orderBy: [{ field: FISCAL_YEAR }, { field: FORM }]) {
        nodes {
          fiscalYear
          form
          otherForm {
            form
            indicators {
              target {
                canonical
              }
            }
          }
          previousYear {
            form
          }
          nextYear {
            form
          }
          indicators {
            name
            previousYear {
              project {
                form
              }
            }
          }
        }
      }
    }
  `
  interface Paper {
    readonly fiscalYear: number
    readonly form: string
    readonly otherForm: { readonly form: string; readonly indicators: readonly Side[] } | null
    readonly previousYear: { readonly form: string } | null
    readonly nextYear: { readonly form: string } | null
    readonly indicators: readonly {
      readonly previousYear: { readonly project: { readonly form: string } } | null
    }[]
  }
  const papers = async (): Promise<readonly Paper[]> =>
    (await app.runOk<{ projects: { nodes: readonly Paper[] } }>(PAPERS, { text: '古籍修复' })).projects.nodes

  beforeAll(async () => {
    await importProjects(app, [
      { name: '古籍修复', year: 2024, rows: rows('≥10次') },
      { name: '古籍修复', year: 2025, rows: rows('≥20次') },
    ])
    for (const year of [2024, 2025])
      await importText(app, declarationText({ name: '古籍 修复', year, rows: rows('≥12次') }))
  })

  test('stand beside one another, and years are joined by what was achieved', async () => {
    const found = await papers()
    expect(found.map(({ fiscalYear, form }) => `${fiscalYear} ${form}`)).toEqual([
      '2024 DECLARATION',
      '2024 SELF_EVALUATION',
      '2025 DECLARATION',
      '2025 SELF_EVALUATION',
    ])
    expect(
      found.map(({ otherForm }) => [otherForm?.form, otherForm?.indicators[0]?.target.canonical]),
    ).toEqual([
      ['SELF_EVALUATION', '≥10次'],
      ['DECLARATION', '≥12次'],
      ['SELF_EVALUATION', '≥20次'],
      ['DECLARATION', '≥12次'],
    ])
    for (const { fiscalYear, previousYear, nextYear, indicators } of found) {
      const other = fiscalYear === 2024 ? nextYear : previousYear
      expect(other).toEqual({ form: 'SELF_EVALUATION' })
      expect(indicators.map(({ previousYear: before }) => before?.project.form)).toEqual(
        indicators.map(() => (fiscalYear === 2024 ? undefined : 'SELF_EVALUATION')),
      )
    }
  })

  test('take as many statements for all as for one', async () => {
    await papers()
    // The page and its indicators; three times ids and their rows, at best together; indicators of other papers, and of
    // the year before with their projects.
    const all = app.statements().join('\n')
    expect(app.statements().filter((text) => text.includes('DISTINCT ON')).length, all).toBe(4)
    expect(app.statements().length, all).toBeLessThanOrEqual(13)
  })

  test('are each taken once', async () => {
    const text = declarationText({ name: '古籍修复', year: 2024, rows: rows('≥12次') })
    await expect(importText(app, text)).rejects.toThrow('not imported')
  })
})

describe('an indicator twice in a project', () => {
  test('has the first of the year before and the second', async () => {
    const twice = (...targets: readonly string[]) =>
      targets.map((target) => ({ ...metRows[0], name: '开展巡检', target }))
    await importProjects(app, [
      { name: '巡检', year: 2024, rows: twice('≥1次', '≥2次') },
      { name: '巡检', year: 2025, rows: twice('≥3次', '≥4次', '≥5次') },
    ])
    const found = await app.runOk<{
      projects: { nodes: readonly { indicators: readonly { previousYear: Side | null }[] }[] }
    }>(
      `{ projects(first: 5, filter: { text: "巡检", fiscalYear: 2025 }) {
        nodes { indicators { previousYear { target { canonical } } } } } }`,
    )
    expect(
      found.projects.nodes[0]?.indicators.map(({ previousYear }) => previousYear?.target.canonical),
    ).toEqual(['≥1次', '≥2次', undefined])
  })
})

describe('the year before as the sheet reads it', () => {
  // As web/src/lib/api/last-year.ts asks.
  const LAST_YEAR = /* GraphQL */ `
    query LastYear($ids: [ID!]!, $first: Int!) {
      projects(filter: { id: $ids }, first: $first) {
        nodes {
          id
          previousYear {
            id
            indicators {
              name
              target {
                raw
              }
              actual {
                raw
              }
              score
            }
          }
        }
      }
    }
  `

  test('takes as many statements for fifty projects as for one', async () => {
    const years = [2031, 2032].map((year) =>
      Array.from({ length: 50 }, (_, at) => ({ name: `惠民工程${at}`, year })),
    )
    const imported = await importProjects(app, years.flat())
    const ids = imported.slice(50).map(({ id }) => id)
    const { projects } = await app.runOk<{
      projects: { nodes: readonly { previousYear: { indicators: readonly object[] } | null }[] }
    }>(LAST_YEAR, { ids, first: 50 })
    expect(projects.nodes.map(({ previousYear }) => previousYear?.indicators.length)).toEqual(
      ids.map(() => metRows.length),
    )
    const all = app.statements().length
    await app.runOk(LAST_YEAR, { ids: ids.slice(0, 1), first: 1 })
    // The page, the projects before, their rows, their indicators.
    expect([all, app.statements().length], app.statements().join('\n')).toEqual([4, 4])
  })
})
