import type { TestApp } from './app.ts'
import { importProject, type ImportedIndicator, type ImportedProject } from './import.ts'

const VERDICT = 'accepted code reason currentVersion changedBy changedAt'

const APPLY = /* GraphQL */ `
  mutation Apply($input: ApplyIndicatorChangesInput!) {
    applyIndicatorChanges(input: $input) {
      applied changeSetId
      outcomes { indicatorId field value currentValue ${VERDICT} }
      rowOutcomes { indicatorId operation field position ${VERDICT} }
      indicators { id version position ruleScore }
      projects { id version ruleTotal awardedTotal }
      preview {
        indicators { indicatorId position ruleScore met }
        projects { projectId ruleTotal ruleGrade awardedTotal incomplete findingCounts { block explain warn } }
      }
    }
  }
`

export interface TestVerdict {
  readonly accepted: boolean
  readonly code: string | null
  readonly reason: string | null
  readonly currentVersion: number | null
  readonly changedBy: string | null
  readonly changedAt: string | null
}

export interface TestApplied {
  readonly applied: boolean
  readonly changeSetId: string | null
  readonly outcomes: readonly (TestVerdict & {
    readonly value: string | null
    readonly currentValue: string | null
  })[]
  readonly rowOutcomes: readonly (TestVerdict & {
    readonly indicatorId: string
    readonly operation: string
    readonly field: string | null
    readonly position: number | null
  })[]
  readonly indicators: readonly { readonly id: string; readonly version: number; readonly position: number }[]
  readonly projects: readonly { readonly id: string; readonly version: number; readonly ruleTotal: string }[]
  readonly preview: {
    readonly indicators: readonly object[]
    readonly projects: readonly { readonly ruleTotal: string | null }[]
  } | null
}

/** Sends one set of changes of indicators. */
export const applyChanges = async (app: TestApp, input: object): Promise<TestApplied> =>
  (await app.runOk<{ applyIndicatorChanges: TestApplied }>(APPLY, { input })).applyIndicatorChanges

/** A set of changes that must be saved; answers its id. */
export const changed = async (app: TestApp, input: object): Promise<string> => {
  const { applied, changeSetId, outcomes, rowOutcomes } = await applyChanges(app, input)
  if (!applied || changeSetId === null) throw new Error(JSON.stringify([outcomes, rowOutcomes]))
  return changeSetId
}

export const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index]
  if (item === undefined) throw new Error(`nothing at ${index}`)
  return item
}

export const cell = (
  indicator: { readonly id: string },
  field: string,
  value: string | null,
  version = 1,
) => ({
  indicatorId: indicator.id,
  field,
  value,
  version,
})

let serial = 0
/** A project of its own with five indicators that are all met. */
export const freshProject = (app: TestApp): Promise<ImportedProject> =>
  importProject(app, { name: `改动用项目${(serial += 1)}` })

export const freshIndicator = async (app: TestApp): Promise<ImportedIndicator> =>
  at((await freshProject(app)).indicators, 0)

const ROWS = /* GraphQL */ `
  query Rows($id: ID!) {
    project(id: $id) {
      version
      ruleTotal
      indicators {
        id
        name
        version
        position
        target {
          raw
        }
        actual {
          raw
        }
        weight
        score
        reason
        sourceLine
      }
    }
  }
`

export interface TestRow {
  readonly id: string
  readonly name: string | null
  readonly version: number
  readonly position: number
  readonly target: { readonly raw: string | null }
  readonly actual: { readonly raw: string | null }
  readonly weight: string | null
  readonly score: string | null
  readonly reason: string | null
  readonly sourceLine: number | null
}

/** The rows of a project as they stand. */
export const rowsOf = async (app: TestApp, id: string): Promise<readonly TestRow[]> =>
  (await app.runOk<{ project: { indicators: readonly TestRow[] } }>(ROWS, { id })).project.indicators
