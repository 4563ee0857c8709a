import { newId, type Database, type Sql, type Transaction } from '@biaochi/prisma'
import type { Actor } from '../actor.ts'
import { isId } from '../paging.ts'
import { changesOfProject } from './cell-change.ts'
import { findSet, readLines, readNewestLines, type ChangeLine, type FoundSet } from './change-line.ts'
import { IMPORT_LOCK } from './import-lock.ts'
import { invertLines, type LineRefusal } from './invert-lines.ts'
import { refusedBecause } from './judge-change.ts'
import { readNameless } from './name-holders.ts'
import { openProjects } from './open-projects.ts'
import { draftOf, type ProjectDraft } from './project-draft.ts'
import { refusal, type Refusal } from './refusal.ts'
import { rescore, type Rescored } from './rescore.ts'
import { saveChangeSet } from './save-change-set.ts'
import { saveRows } from './save-rows.ts'
import { takeBackAgencies } from './undo-agencies.ts'
import { bringBackProjects, removeProjects, type UndoneProjects } from './undo-projects.ts'

export interface TakenBack {
  readonly kind: 'answered'
  readonly applied: boolean
  readonly changeSetId: string | null
  /** How many places there are to take back, those in the way included. */
  readonly places: number
  /** Every place that keeps it from being taken back; empty when it was. */
  readonly refusals: readonly LineRefusal[]
  readonly indicatorIds: readonly string[]
  readonly projectIds: readonly string[]
}

/** What is done where somebody changed something since: nothing at all, the rest, or all of it over theirs. */
export type OnConflict = 'REFUSE' | 'KEEP' | 'OVERWRITE'

const ids = (lines: readonly ChangeLine[]): string[] => [
  ...new Set(lines.map(({ projectId }) => projectId).filter((id) => id !== null)),
]

const nothingElse: UndoneProjects = { refusals: [], changes: [], save: () => undefined }

const isWholeProject = ({ entity, field }: ChangeLine): boolean => entity === 'PROJECT' && field === 'row'

/** Lines whose taking back needs to know what came later: places are relative, and versions of lost rows go on. */
const needsNewest = ({ field, kind }: ChangeLine): boolean => field === 'position' || kind === 'DELETE'

/** A project can be gone altogether: its import was undone. */
const goneProjects = (
  actor: Actor,
  lines: readonly ChangeLine[],
  drafts: readonly ProjectDraft[],
): readonly LineRefusal[] => {
  const known = new Set<string | null>(drafts.map(({ project }) => project.id))
  return lines
    .filter(({ projectId }) => !known.has(projectId))
    .map(({ entity, rowId, projectId, field }) => ({
      entity,
      rowId,
      projectId,
      field,
      currentValue: null,
      refused: refusedBecause(actor, 'CONFLICT', 'undo-gone'),
    }))
}

/** Takes the lines back on drafts; where something is in the way, once more knowing who was there since. */
const invertAll = async (
  sql: Sql,
  actor: Actor,
  lines: readonly ChangeLine[],
  onConflict: OnConflict,
): Promise<{ readonly drafts: readonly ProjectDraft[]; readonly refusals: readonly LineRefusal[] }> => {
  if (lines.length === 0) return { drafts: [], refusals: [] }
  const projects = await openProjects(sql, [], ids(lines).toSorted())
  const byProject = Map.groupBy(lines, ({ projectId }) => projectId)
  const run = async (known: readonly string[]) => {
    const newest = await readNewestLines(sql, known)
    const drafts = projects.map(draftOf)
    const refusals = drafts.flatMap((draft) =>
      invertLines(
        { actor, newest, checked: onConflict !== 'OVERWRITE' },
        draft,
        byProject.get(draft.project.id) ?? [],
      ),
    )
    return { drafts, refusals: [...goneProjects(actor, lines, drafts), ...refusals] }
  }
  const first = await run(lines.filter(needsNewest).map(({ rowId }) => rowId))
  if (first.refusals.length === 0) return first
  return run([...new Set(lines.map(({ rowId }) => rowId))])
}

/** A name that would come back may be another project's by now. */
export const takenNames = async (
  sql: Sql,
  actor: Actor,
  rescored: readonly Rescored[],
): Promise<readonly LineRefusal[]> => {
  const renamed = rescored.filter(({ facts }) => facts.some(({ name }) => name === 'project/name'))
  const nameless = await readNameless(
    sql,
    renamed.map(({ project: { id, fiscalYear, implementerId }, document: { name } }) => ({
      id,
      fiscalYear,
      implementerId,
      name: name ?? '',
    })),
  )
  return [...nameless].map((id) => ({
    entity: 'PROJECT',
    rowId: id,
    projectId: id,
    field: 'project/name',
    currentValue: null,
    refused: refusedBecause(actor, 'CONFLICT', 'undo-exists'),
  }))
}

const takeBack = async (
  sql: Transaction,
  actor: Actor,
  undoes: string,
  source: 'UNDO' | 'REDO',
  onConflict: OnConflict,
): Promise<TakenBack | Refusal> => {
  const lines = await readLines(sql, undoes)
  if (lines.some(({ field }) => field === 'project/name'))
    sql.write(`SELECT pg_advisory_xact_lock(${IMPORT_LOCK})::text`)
  if (lines.length === 0) return refusal('BAD_INPUT', 'nothing-to-undo')
  const whole = lines.filter(isWholeProject)
  const undone =
    whole.length === 0
      ? nothingElse
      : await (whole.every(({ kind }) => kind === 'CREATE') ? removeProjects : bringBackProjects)(
          sql,
          actor,
          whole,
        )
  const ofAgencies = lines.filter(({ entity }) => entity === 'AGENCY')
  const agencies = ofAgencies.length === 0 ? nothingElse : await takeBackAgencies(sql, actor, ofAgencies)
  const { drafts, refusals } = await invertAll(
    sql,
    actor,
    lines.filter((line) => !isWholeProject(line) && line.entity !== 'AGENCY'),
    onConflict,
  )
  // What is left as it is was not inverted on the drafts; projects and agencies as a whole come or go together.
  const all = [...undone.refusals, ...agencies.refusals, ...(onConflict === 'KEEP' ? [] : refusals)]
  const asked = new Set(lines.map(({ rowId }) => rowId))
  const answer = {
    kind: 'answered',
    indicatorIds: drafts.flatMap(({ rows }) => [...rows.keys()].filter((id) => asked.has(id))),
    projectIds: ids(lines),
    places: lines.length,
  } as const
  if (all.length > 0) return { ...answer, applied: false, changeSetId: null, refusals: all }
  const rescored = rescore(drafts)
  const taken = await takenNames(sql, actor, rescored)
  if (taken.length > 0) return { ...answer, applied: false, changeSetId: null, refusals: taken }
  undone.save()
  agencies.save()
  saveRows(sql, rescored)
  const changeSetId = newId()
  saveChangeSet(sql, {
    id: changeSetId,
    author: actor.author,
    source,
    undoesId: undoes,
    key: null,
    changes: [...undone.changes, ...agencies.changes, ...rescored.flatMap(changesOfProject)],
  })
  return { ...answer, applied: true, changeSetId, refusals: [] }
}

const withOwnSet = (
  db: Database,
  actor: Actor,
  id: string,
  work: (sql: Transaction, set: FoundSet) => Promise<TakenBack | Refusal> | Refusal,
): Promise<TakenBack | Refusal> => {
  if (!isId(id)) return Promise.resolve(refusal('BAD_INPUT', 'malformed-id', { id: id.slice(0, 50) }))
  return db.sql.transaction(async (sql) => {
    const set = await findSet(sql, id)
    if (set === null) return refusal('NOT_FOUND', 'not-found')
    return set.author === actor.author ? work(sql, set) : refusal('FORBIDDEN', 'not-your-set')
  })
}

/** Takes a whole change set of one's own back, as a change set: all of it, or nothing with the reasons. */
export const undoChangeSet = (
  db: Database,
  actor: Actor,
  id: string,
  onConflict: OnConflict = 'REFUSE',
): Promise<TakenBack | Refusal> =>
  withOwnSet(db, actor, id, (sql, set) =>
    set.undoneBy === null
      ? takeBack(sql, actor, set.id, 'UNDO', onConflict)
      : refusal('CONFLICT', 'already-undone'),
  )

/** Takes the undoing of a change set back. */
export const redoChangeSet = (
  db: Database,
  actor: Actor,
  id: string,
  onConflict: OnConflict = 'REFUSE',
): Promise<TakenBack | Refusal> =>
  withOwnSet(db, actor, id, (sql, set) =>
    set.undoneBy === null
      ? refusal('CONFLICT', 'not-undone')
      : takeBack(sql, actor, set.undoneBy, 'REDO', onConflict),
  )
