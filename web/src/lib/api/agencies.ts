import type { ResultOf } from 'gql.tada'
import { m } from '#lib/i18n.ts'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'
import { modeOf, nameOf, readOutcome, saveFailed } from './saving.ts'
import type { ChangesToSave, ChangeToSave, SavedChanges } from './saving.ts'

const agencyFields = graphql(`
  fragment AgencyFields on Agency {
    id
    version
    name
    code
    shortName
    region
    active
    parentId
    formerNames
    projectCounts {
      projects
    }
  }
`)

const agenciesQuery = graphql(
  `
    query AgencyCatalog {
      agencies {
        ...AgencyFields
      }
    }
  `,
  [agencyFields],
)

const applyMutation = graphql(
  `
    mutation ApplyAgencyChanges($input: ApplyAgencyChangesInput!) {
      applyAgencyChanges(input: $input) {
        changeSetId
        outcomes {
          agencyId
          field
          accepted
          code
          reason
          currentValue
          changedBy
          changedAt
        }
        agencies {
          ...AgencyFields
        }
      }
    }
  `,
  [agencyFields],
)

const takeBack = {
  undo: graphql(`
    mutation UndoAgencies($id: ID!) {
      undoChangeSet(id: $id) {
        refusals {
          code
          reason
        }
      }
    }
  `),
  redo: graphql(`
    mutation RedoAgencies($id: ID!) {
      redoChangeSet(id: $id) {
        refusals {
          code
          reason
        }
      }
    }
  `),
}

/** All agencies are loaded and computed together, as one group. */
const catalogId = 'agencies'

export interface AgencyToShow {
  readonly id: string
  readonly groupId: string
  readonly version: number
  readonly line: null
  readonly record: {
    readonly name: string
    readonly code: string | null
    readonly shortName: string | null
    readonly region: string | null
    readonly active: boolean
    readonly parentId: string | null
    readonly formerNames: readonly string[]
    readonly projects: number
  }
}

export interface AgencyGroup {
  readonly id: string
  readonly rows: readonly AgencyToShow[]
}

/** The whole catalog, as one group of rows. */
export async function fetchAgencies(api: Api): Promise<AgencyGroup> {
  const { agencies } = await api.query(agenciesQuery, {})
  return { id: catalogId, rows: agencies.map(readRow) }
}

function readRow({ id, version, projectCounts, ...agency }: ResultOf<typeof agencyFields>): AgencyToShow {
  const projects = projectCounts.reduce((sum, at) => sum + at.projects, 0)
  return { id, groupId: catalogId, version, line: null, record: { ...agency, projects } }
}

const fieldNames = {
  name: 'NAME',
  code: 'CODE',
  shortName: 'SHORT_NAME',
  region: 'REGION',
  active: 'ACTIVE',
  parent: 'PARENT',
} as const

type Field = keyof typeof fieldNames

const fieldName = (field: string) => nameOf<Field, (typeof fieldNames)[Field]>(fieldNames, field)

const fieldOf = (name: string): string =>
  Object.entries(fieldNames).find(([, known]) => known === name)?.[0] ?? name

/** Saves the catalog's changes. An agency is never deleted; only the step that made it can be taken back as a whole. */
export class AgencySaver {
  readonly #api: Api
  /** The change sets of agencies made in this tab. */
  readonly #madeBy = new Map<string, string>()

  constructor(api: Api) {
    this.#api = api
  }

  readonly save = async (request: ChangesToSave): Promise<SavedChanges<AgencyToShow>> => {
    try {
      return (await this.#takeBack(request)) ?? (await this.#apply(request))
    } catch (error) {
      return saveFailed(error)
    }
  }

  async #apply({ key, source, changes }: ChangesToSave): Promise<SavedChanges<AgencyToShow>> {
    if (changes.some(({ kind }) => kind === 'delete' || kind === 'move'))
      return { kind: 'refused', code: 'BAD_INPUT', reason: m.agency_not_deleted() }
    const { applyAgencyChanges: answer } = await this.#api.mutate(applyMutation, {
      input: {
        mode: modeOf(source),
        source,
        idempotencyKey: key,
        creates: changes.flatMap((change) =>
          change.kind === 'create'
            ? [{ id: change.rowId, name: change.cells['name'] ?? '', parentId: parentOf(change) }]
            : [],
        ),
        changes: changes.flatMap(cellInputs),
      },
    })
    for (const { agencyId, field, accepted } of answer.outcomes)
      if (field === null && accepted && answer.changeSetId !== null)
        this.#madeBy.set(agencyId, answer.changeSetId)
    return {
      kind: 'answered',
      changeSetId: answer.changeSetId,
      cells: answer.outcomes.flatMap(({ agencyId, field, ...outcome }) =>
        field === null ? [] : [{ rowId: agencyId, field: fieldOf(field), ...readOutcome(outcome) }],
      ),
      rowAnswers: answer.outcomes.flatMap(({ agencyId, field, accepted, code, reason }) =>
        field === null ? [{ rowId: agencyId, kind: 'create' as const, accepted, code, reason }] : [],
      ),
      rows: answer.agencies.map(readRow),
    }
  }

  /** The step that made agencies, undone or redone as the one change set it was; null when it is no such step. */
  async #takeBack({ source, changes }: ChangesToSave): Promise<SavedChanges<AgencyToShow> | null> {
    if (source !== 'UNDO' && source !== 'REDO') return null
    const rows = changes.filter(({ kind }) => kind === 'create' || kind === 'delete')
    const sets = new Set(rows.map(({ rowId }) => this.#madeBy.get(rowId)))
    const [id] = sets
    if (id === undefined || sets.size > 1) return null
    const isUndo = source === 'UNDO'
    const refusals = isUndo
      ? (await this.#api.mutate(takeBack.undo, { id })).undoChangeSet.refusals
      : (await this.#api.mutate(takeBack.redo, { id })).redoChangeSet.refusals
    const [first] = refusals
    if (first !== undefined) return { kind: 'refused', code: first.code, reason: first.reason }
    const touched = new Set(changes.map(({ rowId }) => rowId))
    const group = await fetchAgencies(this.#api)
    return {
      kind: 'answered',
      changeSetId: null,
      cells: changes.flatMap((change) =>
        change.kind === 'cell'
          ? [{ rowId: change.rowId, field: change.field, ...accepted, theirs: null }]
          : [],
      ),
      rowAnswers: rows.map(({ rowId, kind }) => ({
        rowId,
        kind: kind === 'create' ? 'create' : 'delete',
        ...accepted,
      })),
      rows: group.rows.filter((row) => touched.has(row.id)),
    }
  }
}

const accepted = { accepted: true, code: null, reason: null }

const parentOf = ({ cells, seed }: Extract<ChangeToSave, { kind: 'create' }>): string | null =>
  cells['parent'] || seed || null

/** An edit as it is; of a new agency every cell that its making does not carry. */
function cellInputs(change: ChangeToSave) {
  if (change.kind === 'cell') {
    const { rowId, field, value, version } = change
    return [{ agencyId: rowId, field: fieldName(field), value, version }]
  }
  if (change.kind !== 'create') return []
  return Object.entries(change.cells).flatMap(([field, value]) =>
    field === 'name' || field === 'parent' || (field === 'active' && value === 'true')
      ? []
      : [{ agencyId: change.rowId, field: fieldName(field), value, version: 0 }],
  )
}
