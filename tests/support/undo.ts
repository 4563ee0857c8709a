import type { TestApp } from './app.ts'

const PAYLOAD = /* GraphQL */ `
  {
    applied
    changeSetId
    projectIds
    refusals {
      entity
      rowId
      field
      code
      reason
      currentValue
      changedBy
      changedAt
    }
    indicators {
      id
      version
    }
    projects {
      id
      version
      ruleTotal
    }
  }
`

export interface TestTakenBack {
  readonly applied: boolean
  readonly changeSetId: string | null
  readonly projectIds: readonly string[]
  readonly refusals: readonly {
    readonly rowId: string
    readonly field: string
    readonly code: string
    readonly reason: string
    readonly currentValue: string | null
    readonly changedBy: string | null
    readonly changedAt: string | null
  }[]
  readonly indicators: readonly { readonly id: string; readonly version: number }[]
  readonly projects: readonly {
    readonly id: string
    readonly version: number
    readonly ruleTotal: string | null
  }[]
}

export const UNDO = `mutation Undo($id: ID!) { result: undoChangeSet(id: $id) ${PAYLOAD} }`
export const REDO = `mutation Redo($id: ID!) { result: redoChangeSet(id: $id) ${PAYLOAD} }`

const run = async (app: TestApp, document: string, id: string): Promise<TestTakenBack> =>
  (await app.runOk<{ result: TestTakenBack }>(document, { id })).result

export const undo = (app: TestApp, id: string): Promise<TestTakenBack> => run(app, UNDO, id)
export const redo = (app: TestApp, id: string): Promise<TestTakenBack> => run(app, REDO, id)

/** An undoing or redoing that must succeed; answers its own id. */
export const done = async (result: Promise<TestTakenBack>): Promise<string> => {
  const { applied, changeSetId, refusals } = await result
  if (!applied || changeSetId === null) throw new Error(JSON.stringify(refusals))
  return changeSetId
}
