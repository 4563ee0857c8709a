import type { ChangeSource, Database, Transaction } from '@biaochi/prisma'
import { z } from 'zod'
import type { Actor } from '../actor.ts'
import { isId } from '../paging.ts'
import { MAX_CHANGES } from './apply-indicator-changes.ts'
import { refuseCell } from './cell-outcome.ts'
import {
  currentText,
  evaluateProjectChanges,
  projectOutcomeShape,
  readSurroundings,
  type ProjectOutcome,
} from './evaluate-project-changes.ts'
import { IMPORT_LOCK } from './import-lock.ts'
import { refusedBecause } from './judge-change.ts'
import { readLastChanges } from './last-changes.ts'
import { once, type RequestKey } from './once.ts'
import { openProjects } from './open-projects.ts'
import { draftOf } from './project-draft.ts'
import { previewOf, type Preview } from './preview-changes.ts'
import { refusal, type Refusal } from './refusal.ts'
import { rescore } from './rescore.ts'
import { saveRescored } from './save-rescored.ts'

export interface ProjectEdit {
  readonly projectId: string
  /** The cell's name, as in findings: "project/name", "fund/annual/fiscal/executed", "goal/annual". */
  readonly at: string
  /** What was typed; null clears. */
  readonly value: string | null
  /** The version of the project the change was based on. */
  readonly version: number
}

export interface ProjectChanges {
  readonly changes: readonly ProjectEdit[]
  /** What amounts without a unit of their own are in. */
  readonly amountUnit: '元' | '万元'
  readonly mode: 'ALL_OR_NOTHING' | 'ACCEPT_VALID'
  readonly source: ChangeSource
  readonly dryRun: boolean
  readonly idempotencyKey: string | null
}

export interface AppliedProjectChanges {
  readonly kind: 'answered'
  readonly applied: boolean
  readonly changeSetId: string | null
  readonly outcomes: readonly ProjectOutcome[]
  readonly projectIds: readonly string[]
  readonly preview: Preview | null
}

type Answer = Pick<AppliedProjectChanges, 'outcomes' | 'projectIds'>

const answerShape: z.ZodType<Answer> = z.object({
  outcomes: z.array(projectOutcomeShape),
  projectIds: z.array(z.string()),
})

const abortGood = (
  actor: Actor,
  outcomes: readonly ProjectOutcome[],
  before: ReadonlyMap<string, string>,
): ProjectOutcome[] => {
  const aborted = refusedBecause(actor, 'ABORTED', 'cell-aborted')
  return outcomes.map(({ projectId, at, ...verdict }) => {
    if (!verdict.accepted) return { projectId, at, ...verdict }
    const value = before.get(`${projectId.toLowerCase()} ${at}`) ?? ''
    return { projectId, at, ...refuseCell(aborted, { value, version: verdict.currentVersion ?? 0 }) }
  })
}

const applyIn = async (
  sql: Transaction,
  actor: Actor,
  input: ProjectChanges,
  key: RequestKey | null,
): Promise<AppliedProjectChanges> => {
  const { changes } = input
  // Names are given under one lock, so that none is taken between looking and writing.
  if (changes.some(({ at }) => at === 'project/name'))
    sql.write(`SELECT pg_advisory_xact_lock(${IMPORT_LOCK})::text`)
  const asked = new Set(changes.map(({ projectId }) => projectId.toLowerCase()).filter(isId))
  const projects = await openProjects(sql, [], [...asked].toSorted())
  const drafts = projects.map(draftOf)
  const byId = new Map(drafts.map((draft) => [draft.project.id, draft]))
  const last = await readLastChanges(
    sql,
    changes.map(({ projectId, version }) => ({ id: projectId.toLowerCase(), version })),
    new Map(projects.map(({ id, version }) => [id, version])),
  )
  const before = new Map(
    changes.flatMap(({ projectId, at }) => {
      const draft = byId.get(projectId.toLowerCase())
      return draft === undefined ? [] : [[`${draft.project.id} ${at}`, currentText(draft, at)] as const]
    }),
  )
  const outcomes = evaluateProjectChanges(
    actor,
    changes,
    input.amountUnit,
    byId,
    last,
    await readSurroundings(sql, changes, byId),
  )
  const good = outcomes.filter(({ accepted }) => accepted).length
  const nothing = { kind: 'answered', applied: false, changeSetId: null, preview: null } as const
  const projectIds = projects.map(({ id }) => id)
  if (good === 0 || (good < outcomes.length && input.mode === 'ALL_OR_NOTHING'))
    return { ...nothing, outcomes: abortGood(actor, outcomes, before), projectIds }
  const rescored = rescore(drafts)
  const versions = new Map(rescored.map(({ project }) => [project.id, project.version + 1]))
  const answer: Answer = {
    projectIds,
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      currentVersion: versions.get(outcome.projectId.toLowerCase()) ?? outcome.currentVersion,
    })),
  }
  if (input.dryRun) return { ...nothing, ...answer, preview: previewOf(rescored) }
  const changeSetId = saveRescored(sql, actor, { source: input.source, key, answer }, rescored)
  return { ...nothing, applied: true, changeSetId, ...answer }
}

/** The one way a project's own cells are changed, its funds, goals and narratives among them; scores and findings follow. */
export const applyProjectChanges = async (
  db: Database,
  actor: Actor,
  input: ProjectChanges,
): Promise<AppliedProjectChanges | Refusal> => {
  const { changes, amountUnit, mode, source, dryRun } = input
  if (changes.length === 0) return refusal('BAD_INPUT', 'no-changes')
  if (changes.length > MAX_CHANGES) return refusal('TOO_LARGE', 'too-many-changes', { max: MAX_CHANGES })
  if (dryRun) return db.sql.transaction((sql) => applyIn(sql, actor, input, null))
  return once(db, actor, input.idempotencyKey, ['project', changes, amountUnit, mode, source], {
    shape: answerShape,
    run: (sql, key) => applyIn(sql, actor, input, key),
    again: (changeSetId, answer) => ({
      kind: 'answered',
      applied: true,
      changeSetId,
      preview: null,
      ...answer,
    }),
  })
}
