import { ask, type Server } from './ask.ts'
import { graphql } from './graphql.ts'

const Execution = graphql(`
  query Execution($year: Int!) {
    stats(filter: { fiscalYears: [$year] }, groupBy: [TOP_AGENCY]) {
      groups {
        topAgency {
          name
        }
        projects
        executionRate
      }
    }
  }
`)

const Missed = graphql(`
  query Missed($year: Int!, $after: String) {
    indicators(filter: { fiscalYear: $year, met: false }, first: 100, after: $after) {
      nodes {
        name
        target {
          canonical
        }
        actual {
          canonical
        }
        project {
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const missedLines = async (server: Server, year: number): Promise<string[]> => {
  const lines: string[] = []
  let after: string | null = null
  do {
    // The annotation breaks the circle: the cursor goes into the call that answers it.
    const page: Awaited<ReturnType<typeof readMissed>> = await readMissed(server, year, after)
    for (const { name, target, actual, project } of page.nodes)
      lines.push(`${project.name} · ${name ?? '—'}：${actual.canonical}（${target.canonical}）`)
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  return lines
}

const readMissed = async (server: Server, year: number, after: string | null) =>
  (await ask(server, Missed, { year, after })).indicators

/** A year in a few lines: how much each department spent of its budget, and every indicator that was missed. */
export const executionReport = async (server: Server, year: number): Promise<string> => {
  const { stats } = await ask(server, Execution, { year })
  const departments = stats.groups.map(
    ({ topAgency, projects, executionRate }) =>
      `${topAgency?.name ?? '—'}：${projects} 个项目，执行率 ${executionRate === null ? '—' : `${executionRate}%`}`,
  )
  return [`${year} 年`, ...departments, '未达到的指标', ...(await missedLines(server, year))].join('\n')
}
