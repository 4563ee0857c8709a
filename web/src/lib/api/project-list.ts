import { emptyProject, executionPoints, subtractDecimals } from '@biaochi/domain'
import type { DecimalText, Project, ProjectState, Scheme, Severity } from '@biaochi/domain'
import type { ResultOf } from 'gql.tada'
import { withUnit } from './amount-text.ts'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'
import { projectHead, readHead, readScheme } from './project-head.ts'
import { filterOf, readPage } from './project-page.ts'
import type { PageOf, Selection } from './project-page.ts'
import { modeOf, readOutcome, saveFailed } from './saving.ts'
import type { ChangesToSave, SavedChanges } from './saving.ts'
import { toLower } from './words.ts'

export const projectListFields = graphql(
  `
    fragment ProjectListFields on Project {
      id
      version
      state
      sourceLine
      ruleTotal
      awardedTotal
      incomplete
      findingCounts {
        block
        explain
        warn
      }
      findings {
        severity
        message
        at
      }
      indicators {
        id
      }
      ...ProjectHead
    }
  `,
  [projectHead],
)

const listQuery = graphql(
  `
    query ProjectList($filter: ProjectFilter!, $first: Int!, $after: String) {
      projects(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...ProjectListFields
        }
      }
    }
  `,
  [projectListFields],
)

const applyMutation = graphql(
  `
    mutation ApplyProjectChanges($input: ApplyProjectChangesInput!) {
      applyProjectChanges(input: $input) {
        changeSetId
        outcomes {
          projectId
          at
          accepted
          code
          reason
          currentValue
          changedBy
          changedAt
        }
        projects {
          ...ProjectListFields
        }
      }
    }
  `,
  [projectListFields],
)

type Node = ResultOf<typeof projectListFields>

interface ListedProject {
  /** Without its indicators. */
  readonly document: Project
  readonly scheme: Scheme
  readonly points: { readonly rule: DecimalText | null; readonly awarded: DecimalText | null }
  readonly indicatorCount: number
  readonly incomplete: boolean
  readonly state: ProjectState
  readonly counts: { readonly block: number; readonly explain: number; readonly warn: number }
  readonly findings: readonly { readonly at: string; readonly severity: Severity; readonly text: string }[]
}

/** A project as the list keeps it: a row that is a group of its own. */
export interface ListedRow {
  readonly id: string
  readonly groupId: string
  readonly version: number
  readonly line: number | null
  readonly record: ListedProject
}

export interface ListedProjectGroup {
  readonly id: string
  readonly rows: readonly ListedRow[]
}

export type ProjectListPage = PageOf<ListedProjectGroup>

/** One page of projects without their indicators, in the order the server keeps. */
export async function fetchProjectList(
  api: Api,
  selection: Selection,
  first: number,
  after: string | null,
): Promise<ProjectListPage> {
  const { projects } = await api.query(listQuery, { filter: filterOf(selection), first, after })
  return readPage(projects, readGroup)
}

/** These projects as they are now, as far as the selection has them. */
export async function fetchListedByIds(
  api: Pick<Api, 'query'>,
  selection: Selection,
  ids: readonly string[],
): Promise<readonly ListedProjectGroup[]> {
  const filter = { ...filterOf(selection), id: [...ids] }
  const { projects } = await api.query(listQuery, { filter, first: ids.length, after: null })
  return projects.nodes.map(readGroup)
}

const readGroup = (node: Node): ListedProjectGroup => ({ id: node.id, rows: [readListedRow(node)] })

export function readListedRow(node: Node): ListedRow {
  const document: Project = { ...emptyProject, ...readHead(node) }
  const scheme = readScheme(node, [])
  const spent = executionPoints(document, scheme)
  const ofIndicators = (total: DecimalText | null, ofExecution: DecimalText): DecimalText | null =>
    total === null ? null : subtractDecimals(total, ofExecution)
  return {
    id: node.id,
    groupId: node.id,
    version: node.version,
    line: node.sourceLine,
    record: {
      document,
      scheme,
      points: {
        rule: ofIndicators(node.ruleTotal, spent.rule),
        awarded: ofIndicators(node.awardedTotal, spent.awarded),
      },
      indicatorCount: node.indicators.length,
      incomplete: node.incomplete,
      state: toLower(node.state),
      counts: node.findingCounts,
      findings: node.findings.map(({ at, severity, message }) => ({
        at,
        severity: toLower(severity),
        text: message,
      })),
    },
  }
}

/** Saves cells of projects in one request; whatever comes of it is an answer, also that nobody answered. */
export async function saveProjectChanges(
  api: Api,
  { key, source, changes }: ChangesToSave,
): Promise<SavedChanges<ListedRow>> {
  try {
    const { applyProjectChanges: answer } = await api.mutate(applyMutation, {
      input: {
        mode: modeOf(source),
        source,
        idempotencyKey: key,
        // Amounts say their unit; where one does not, it is the one the forms are printed in.
        amountUnit: 'YUAN',
        changes: changes.map((change) => {
          if (change.kind !== 'cell') throw new Error(`a project is not to be had by ${change.kind}`)
          const { rowId, field, value, version } = change
          return { projectId: rowId, at: field, value, version }
        }),
      },
    })
    return {
      kind: 'answered',
      changeSetId: answer.changeSetId,
      cells: answer.outcomes.map(({ projectId, at, currentValue, ...outcome }) => ({
        rowId: projectId,
        field: at,
        ...readOutcome({ ...outcome, currentValue: withUnit(at, currentValue ?? '') }),
      })),
      rowAnswers: [],
      rows: answer.projects.map(readListedRow),
    }
  } catch (error) {
    return saveFailed(error)
  }
}
