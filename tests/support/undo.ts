import type { TestApp } from './app.ts'

const PAYLOAD = /* GraphQL */ `
  {
    applied
    changeSetId
    places
    projectIds
    refusals {
      entity
      rowId
      field
      code
      reason
      currentValue
      previousValue
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
  readonly places: number
  readonly projectIds: readonly string[]
  readonly refusals: readonly {
    readonly rowId: string
    readonly field: string
    readonly code: string
    readonly reason: string
    readonly currentValue: string | null
    readonly previousValue: string | null
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

export const UNDO = `mutation Undo($id: ID!, $onConflict: OnConflict! = REFUSE) { result: undoChangeSet(id: $id, onConflict: $onConflict) ${PAYLOAD} }`
export const REDO = `mutation Redo($id: ID!, $onConflict: OnConflict! = REFUSE) { result: redoChangeSet(id: $id, onConflict: $onConflict) ${PAYLOAD} }`

type OnConflict = 'REFUSE' | 'KEEP' | 'OVERWRITE'

const run = async (
  app: TestApp,
  document: string,
  id: string,
  onConflict?: OnConflict,
): Promise<TestTakenBack> =>
  (await app.runOk<{ result: TestTakenBack }>(document, { id, ...(onConflict && { onConflict }) })).result

export const undo = (app: TestApp, id: string, onConflict?: OnConflict): Promise<TestTakenBack> =>
  run(app, UNDO, id, onConflict)
export const redo = (app: TestApp, id: string, onConflict?: OnConflict): Promise<TestTakenBack> =>
  run(app, REDO, id, onConflict)

/** An undoing or redoing that must succeed; answers its own id. */
export const done = async (result: Promise<TestTakenBack>): Promise<string> => {
  const { applied, changeSetId, refusals } = await result
  if (!applied || changeSetId === null) throw new Error(JSON.stringify(refusals))
  return changeSetId
}
