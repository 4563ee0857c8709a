import { newId, type Database, type Transaction } from '@biaochi/prisma'
import type { Actor } from '../actor.ts'
import { isId } from '../paging.ts'
import { changesOfProject } from './cell-change.ts'
import { readFirstLinesSince, readNewestLines, type ChangeLine } from './change-line.ts'
import { IMPORT_LOCK } from './import-lock.ts'
import { invertLines } from './invert-lines.ts'
import { openProjects } from './open-projects.ts'
import { draftOf } from './project-draft.ts'
import { refusal, type Refusal } from './refusal.ts'
import { rescore } from './rescore.ts'
import { saveChangeSet } from './save-change-set.ts'
import { saveRows } from './save-rows.ts'
import { takenNames, type TakenBack } from './undo-change-set.ts'

const isWholeProject = ({ entity, field }: ChangeLine): boolean => entity === 'PROJECT' && field === 'row'

const restoreIn = async (
  sql: Transaction,
  actor: Actor,
  projectId: string,
  read: () => Promise<readonly ChangeLine[]>,
): Promise<TakenBack | Refusal> => {
  // Before the project's own lock, as everybody takes it who gives names; what comes back may be one.
  sql.write(`SELECT pg_advisory_xact_lock(${IMPORT_LOCK})::text`)
  const [project] = await openProjects(sql, [], [projectId])
  if (project === undefined) return refusal('NOT_FOUND', 'not-found')
  // Read only now: nobody else can write to the project any more.
  const lines = await read()
  if (lines.some((line) => isWholeProject(line) && line.kind === 'CREATE'))
    return refusal('BAD_INPUT', 'restore-before-project')
  const draft = draftOf(project)
  const newest = await readNewestLines(
    sql,
    lines.filter(({ kind }) => kind === 'DELETE').map(({ rowId }) => rowId),
  )
  const refusals = invertLines(
    { actor, newest, checked: false },
    draft,
    lines.filter((line) => !isWholeProject(line)),
  )
  const asked = new Set(lines.map(({ rowId }) => rowId))
  const answer = {
    kind: 'answered',
    indicatorIds: [...draft.rows.keys()].filter((id) => asked.has(id)),
    projectIds: [projectId],
    places: lines.length,
  } as const
  if (refusals.length > 0) return { ...answer, applied: false, changeSetId: null, refusals }
  const rescored = rescore([draft])
  const taken = await takenNames(sql, actor, rescored)
  if (taken.length > 0) return { ...answer, applied: false, changeSetId: null, refusals: taken }
  if (rescored.length === 0) return refusal('BAD_INPUT', 'nothing-to-restore')
  saveRows(sql, rescored)
  const changeSetId = newId()
  saveChangeSet(sql, {
    id: changeSetId,
    author: actor.author,
    source: 'RESTORE',
    undoesId: null,
    key: null,
    changes: rescored.flatMap(changesOfProject),
  })
  return { ...answer, applied: true, changeSetId, refusals: [] }
}

/** Puts a whole project, its rows included, back to what it was at a moment; what came later stays in the history. */
export const restoreProject = (
  db: Database,
  actor: Actor,
  projectId: string,
  moment: string,
): Promise<TakenBack | Refusal> => {
  const id = projectId.toLowerCase()
  if (!isId(id)) return Promise.resolve(refusal('BAD_INPUT', 'malformed-id', { id: id.slice(0, 50) }))
  return db.sql.transaction((sql) =>
    restoreIn(sql, actor, id, () => readFirstLinesSince(sql, { projectId: id }, moment)),
  )
}

/** Puts one cell back to what it was at a moment; `field` as in the history. */
export const restoreCell = (
  db: Database,
  actor: Actor,
  rowId: string,
  field: string,
  moment: string,
): Promise<TakenBack | Refusal> => {
  const id = rowId.toLowerCase()
  if (!isId(id)) return Promise.resolve(refusal('BAD_INPUT', 'malformed-id', { id: id.slice(0, 50) }))
  return db.sql.transaction(async (sql) => {
    const [row] = await sql.query<{ projectId: string }>(
      `SELECT "project_id" AS "projectId" FROM "indicator" WHERE "id" = $1 UNION SELECT "id" FROM "project" WHERE "id" = $1`,
      [id],
    )
    if (row === undefined) return refusal('NOT_FOUND', 'not-found')
    return restoreIn(sql, actor, row.projectId, () => readFirstLinesSince(sql, { rowId: id, field }, moment))
  })
}
