import { checkForm, readForm, type FormReading, type LineFinding } from '@biaochi/forms'
import { newId, type Database, type Transaction } from '@biaochi/prisma'
import type { Actor } from '../actor.ts'
import type { FormFinding } from '../findings.ts'
import { say } from '../messages.ts'
import { isStorableText } from '../storable.ts'
import { announce } from './announce.ts'
import { insertCellChanges, type CellChange } from './cell-change.ts'
import { insertAgencies } from './create-agencies.ts'
import { IMPORT_LOCK } from './import-lock.ts'
import { insertProjects } from './insert-projects.ts'
import { planImport, type ImportPlan, type PlannedProject } from './plan-import.ts'
import { previewProject, type PreviewedProject } from './preview-project.ts'
import type { ProjectToInsert } from './project-to-insert.ts'
import { refusal, type Refusal } from './refusal.ts'
import { keptFinding, saveBatch } from './save-batch.ts'

const MAX_TEXT = 20_000_000
const MAX_FILE_NAME = 255
export interface FormToImport {
  readonly fileName: string
  readonly text: string
  readonly commit: boolean
  /** Which projects of the file, null for all. */
  readonly only: readonly number[] | null
  readonly onExisting: 'REFUSE' | 'SKIP'
}

export interface ImportedForm {
  readonly kind: 'answered'
  readonly layout: string | null
  readonly fiscalYear: number | null
  readonly amountUnit: string | null
  readonly projects: readonly PreviewedProject[]
  readonly findings: readonly FormFinding[]
  readonly committed: boolean
  readonly refusal: string | null
  readonly batchId: string | null
}

interface Outcome {
  readonly projectIds: ReadonlyMap<number, string>
  readonly batchId: string | null
  readonly refusal: string | null
}

const nothingDone = (reason: string | null): Outcome => ({
  projectIds: new Map(),
  batchId: null,
  refusal: reason,
})

const answer = (reading: FormReading, plan: ImportPlan, outcome: Outcome): ImportedForm => ({
  kind: 'answered',
  layout: reading.layout,
  fiscalYear: reading.fiscalYear,
  amountUnit: reading.amountUnit,
  projects: plan.projects.map((project) =>
    previewProject(project, outcome.projectIds.get(project.index) ?? null),
  ),
  findings: checkForm(reading).map(keptFinding),
  committed: outcome.batchId !== null,
  refusal: outcome.refusal,
  batchId: outcome.batchId,
})

const toInsert = (
  plan: PlannedProject,
  batchId: string,
  findings: readonly LineFinding[],
): ProjectToInsert[] => {
  const { implementerId, read } = plan
  const { name, fiscalYear } = read.project
  if (implementerId === null || name === null || fiscalYear === null) return []
  const readerFindings = findings.filter(({ projectIndex }) => projectIndex === plan.index).map(keptFinding)
  return [{ id: newId(), implementerId, name, fiscalYear, batchId, readerFindings, plan }]
}

const madeProject = ({ id, name, fiscalYear, implementerId }: ProjectToInsert): CellChange => ({
  rowId: id,
  field: 'row',
  entity: 'PROJECT',
  kind: 'CREATE',
  projectId: id,
  fiscalYear,
  implementerId,
  before: null,
  after: JSON.stringify({ name }),
  rowVersion: 1,
})

const commitPlan = (
  sql: Transaction,
  actor: Actor,
  input: FormToImport,
  reading: FormReading,
  plan: ImportPlan,
  chosen: readonly number[],
): Outcome => {
  if (reading.projects.length === 0) return nothingDone(say(actor.locale, 'nothing-read'))
  if (chosen.length === 0) return nothingDone(say(actor.locale, 'nothing-chosen'))
  const wanted = plan.projects.filter(({ index }) => chosen.includes(index))
  const skipped = (project: PlannedProject): boolean =>
    input.onExisting === 'SKIP' && project.existingId !== null
  const refused = wanted.find((project) => project.refusal !== null && !skipped(project))
  const good = wanted.filter((project) => project.refusal === null)
  if (refused !== undefined || good.length === 0) return nothingDone((refused ?? wanted[0])?.refusal ?? null)
  const rows = good.reduce((sum, { read }) => sum + read.project.indicators.length, 0)
  const { batchId, changeSetId } = saveBatch(sql, actor, input, reading, good.length, rows)
  insertAgencies(sql, plan.agencies.created())
  const projects = good.flatMap((project) => toInsert(project, batchId, reading.findings))
  insertProjects(sql, projects)
  insertCellChanges(sql, changeSetId, projects.map(madeProject))
  announce(sql, changeSetId)
  return {
    batchId,
    refusal: null,
    projectIds: new Map(projects.map(({ id, plan: { index } }) => [index, id])),
  }
}

/** Reads a published form and says what is in it; with `commit` it is kept: agencies, projects and all their parts. */
export const importForm = async (
  db: Database,
  actor: Actor,
  input: FormToImport,
): Promise<ImportedForm | Refusal> => {
  const { fileName } = input
  if (fileName.trim() === '' || fileName.length > MAX_FILE_NAME || !isStorableText(fileName))
    return refusal('BAD_INPUT', 'file-name', { max: MAX_FILE_NAME })
  if (input.text.length > MAX_TEXT) return refusal('TOO_LARGE', 'file-too-large', { max: MAX_TEXT })
  // What PostgreSQL cannot keep is shown as what it is, an unreadable character.
  const text = input.text.replaceAll('\0', '\uFFFD').toWellFormed()
  const reading = readForm(text)
  const chosen = [...new Set(input.only ?? reading.projects.keys())]
  const unknown = chosen.find((index) => reading.projects[index] === undefined)
  if (unknown !== undefined) return refusal('BAD_INPUT', 'no-such-index', { index: unknown })
  if (!input.commit)
    return answer(reading, await planImport(db.sql, actor, reading, chosen), nothingDone(null))
  return db.sql.transaction(async (sql) => {
    sql.write(`SELECT pg_advisory_xact_lock(${IMPORT_LOCK})::text`)
    const plan = await planImport(sql, actor, reading, chosen)
    return answer(reading, plan, commitPlan(sql, actor, { ...input, text }, reading, plan, chosen))
  })
}
