import { narrativeKeys, ruleIds } from '@biaochi/domain'
import type { Narrative, Project, ProjectState, Scheme, Severity } from '@biaochi/domain'
import type { ResultOf } from 'gql.tada'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'
import { indicatorFields, readRow } from './indicator-fields.ts'
import type { ReadRow } from './indicator-fields.ts'
import { goalFields, projectHead, readGoal, readHead, readScheme } from './project-head.ts'
import { filterOf, readPage } from './project-page.ts'
import type { PageOf, Selection } from './project-page.ts'
import { toLower } from './words.ts'

const projectsQuery = graphql(
  `
    query SheetPage($filter: ProjectFilter!, $first: Int!, $after: String) {
      projects(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          state
          performanceType
          implementer {
            id
          }
          printedTotalWeight
          printedTotalScore
          sourceLine
          ...ProjectHead
          goals {
            ...GoalFields
          }
          narratives {
            key
            text
          }
          findings {
            rule
            severity
            message
            line
            at
          }
          indicators {
            ...IndicatorFields
          }
        }
      }
    }
  `,
  [projectHead, goalFields, indicatorFields],
)

type ProjectRow = ResultOf<typeof projectsQuery>['projects']['nodes'][number]

/** What the reader of the form said; the rules' findings are found again here, cell by cell. */
export interface ReaderFinding {
  readonly rule: string
  readonly severity: Severity
  readonly text: string
  readonly line: number | null
}

export interface ReadProject {
  readonly id: string
  readonly document: Omit<Project, 'indicators'>
  readonly scheme: Scheme
  /** Where it stands, and with it what may be changed. */
  readonly state: ProjectState
  readonly agencyId: string
  readonly line: number | null
  /** Lines of cells outside the indicators, by the cell's path. */
  readonly lines: ReadonlyMap<string, number>
  readonly readerFindings: readonly ReaderFinding[]
  readonly rows: readonly ReadRow[]
}

export type ProjectPage = PageOf<ReadProject>

/** One page of projects with all their rows, in the order the server keeps. */
export async function fetchProjects(
  api: Api,
  selection: Selection,
  first: number,
  after: string | null,
): Promise<ProjectPage> {
  const { projects } = await api.query(projectsQuery, { filter: filterOf(selection), first, after })
  return readPage(projects, readProject)
}

/** These projects as they are now, as far as the selection has them. */
export async function fetchProjectsByIds(
  api: Pick<Api, 'query'>,
  selection: Selection,
  ids: readonly string[],
): Promise<readonly ReadProject[]> {
  const filter = { ...filterOf(selection), id: [...ids] }
  const { projects } = await api.query(projectsQuery, { filter, first: ids.length, after: null })
  return projects.nodes.map(readProject)
}

function readProject(node: ProjectRow): ReadProject {
  const rows = node.indicators.map((row) => readRow(row, node.id))
  const indicators = rows.map((row) => row.record)
  return {
    id: node.id,
    document: readDocument(node),
    scheme: readScheme(node, indicators),
    state: toLower(node.state),
    agencyId: node.implementer.id,
    line: node.sourceLine,
    lines: new Map(node.findings.flatMap(({ at, line }) => (line === null ? [] : [[at, line]]))),
    readerFindings: node.findings.filter(isOfReader).map(({ rule, severity, message, line }) => ({
      rule,
      severity: toLower(severity),
      text: message,
      line,
    })),
    rows,
  }
}

const isOfReader = ({ rule }: { readonly rule: string }): boolean => !ruleIds.some((id) => id === rule)

const isNarrative = (narrative: { readonly key: string; readonly text: string }): narrative is Narrative =>
  narrativeKeys.some((key) => key === narrative.key)

const readDocument = (node: ProjectRow): Omit<Project, 'indicators'> => ({
  ...readHead(node),
  governmentProcurement: null,
  performanceType: node.performanceType,
  goals: node.goals.map(readGoal),
  narratives: node.narratives.filter(isNarrative),
  totalWeight: node.printedTotalWeight,
  totalScore: node.printedTotalScore,
})
