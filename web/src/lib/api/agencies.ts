import type { ResultOf } from 'gql.tada'
import { m } from '#lib/i18n.ts'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'
import { modeOf, nameOf, readOutcome, saveFailed } from './saving.ts'
import type { ChangesToSave, ChangeToSave, SavedChanges } from './saving.ts'
import { toLower } from './words.ts'

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

const lastMakingQuery = graphql(`
  query LastMaking($rowId: ID!) {
    cellHistory(rowId: $rowId, field: "row", first: 1) {
      nodes {
        kind
        changeSet {
          id
        }
      }
    }
  }
`)

const undoMutation = graphql(`
  mutation UndoAgencies($id: ID!) {
    undoChangeSet(id: $id) {
      changeSetId
      refusals {
        code
        reason
      }
    }
  }
`)

const redoMutation = graphql(`
  mutation RedoAgencies($id: ID!) {
    redoChangeSet(id: $id) {
      changeSetId
      refusals {
        code
        reason
      }
    }
  }
`)

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
export async function saveAgencyChanges(
  api: Api,
  request: ChangesToSave,
): Promise<SavedChanges<AgencyToShow>> {
  try {
    return (await takeBack(api, request)) ?? (await apply(api, request))
  } catch (error) {
    return saveFailed(error)
  }
}

async function apply(api: Api, { key, source, changes }: ChangesToSave): Promise<SavedChanges<AgencyToShow>> {
  if (changes.some(({ kind }) => kind === 'delete' || kind === 'move'))
    return { kind: 'refused', code: 'BAD_INPUT', reason: m.agency_not_deleted() }
  const { applyAgencyChanges: answer } = await api.mutate(applyMutation, {
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

/**
 * The step that made agencies, undone or redone as the one change set it was; null when it is no such step. Which set that was
 * is asked of the history: the page that made them may be closed, and an answer that was lost is asked for again.
 */
async function takeBack(
  api: Api,
  { source, changes }: ChangesToSave,
): Promise<SavedChanges<AgencyToShow> | null> {
  if (source !== 'UNDO' && source !== 'REDO') return null
  const wanted = source === 'UNDO' ? 'delete' : 'create'
  const rows = changes.filter(({ kind }) => kind === wanted)
  const [row] = rows
  if (row === undefined) return null
  const { cellHistory } = await api.query(lastMakingQuery, { rowId: row.rowId })
  const [last] = cellHistory.nodes
  if (last === undefined) return null
  const isDone = toLower(last.kind) === wanted
  const done = isDone ? null : await takeSetBack(api, source, last.changeSet.id)
  const [refusal] = done?.refusals ?? []
  if (refusal !== undefined) return { kind: 'refused', code: refusal.code, reason: refusal.reason }
  const touched = new Set(changes.map(({ rowId }) => rowId))
  const group = await fetchAgencies(api)
  return {
    kind: 'answered',
    changeSetId: done?.changeSetId ?? null,
    cells: changes.flatMap((change) =>
      change.kind === 'cell' ? [{ rowId: change.rowId, field: change.field, ...accepted, theirs: null }] : [],
    ),
    rowAnswers: rows.map(({ rowId }) => ({ rowId, kind: wanted, ...accepted })),
    rows: group.rows.filter(({ id }) => touched.has(id)),
  }
}

const takeSetBack = async (api: Api, source: 'UNDO' | 'REDO', id: string) =>
  source === 'UNDO'
    ? (await api.mutate(undoMutation, { id })).undoChangeSet
    : (await api.mutate(redoMutation, { id })).redoChangeSet

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
