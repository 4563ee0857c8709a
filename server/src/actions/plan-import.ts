import {
  can,
  normalizeText,
  rollUp,
  schemeFor,
  type Project,
  type ProjectForm,
  type ProjectScore,
  type Scheme,
} from '@biaochi/domain'
import type { FormReading, ReadProject } from '@biaochi/forms'
import type { Sql } from '@biaochi/prisma'
import type { Actor } from '../actor.ts'
import { say, type ServerMessage } from '../messages.ts'
import { amountDigits, brokenDigits, fits, pointDigits } from '../storable.ts'
import { toLower } from '../words.ts'
import { planAgencies, type AgencyPlan } from './agency-plan.ts'

/** What a project of a form would become. */
export interface PlannedProject {
  readonly index: number
  readonly read: ReadProject
  readonly scheme: Scheme
  readonly score: ProjectScore
  readonly supervisorId: string | null
  /** Null when the form does not say it. */
  readonly implementerId: string | null
  readonly existingId: string | null
  /** Why it cannot be imported; an existing project alone may be skipped. */
  readonly refusal: string | null
}

export interface ImportPlan {
  readonly agencies: AgencyPlan
  readonly projects: readonly PlannedProject[]
}

const MAX_NAME = 500
const FIRST_YEAR = 1949
const LAST_YEAR = 2999

interface Sentence {
  readonly message: ServerMessage
  readonly params: Readonly<Record<string, string | number>>
}

const numbersFit = ({ execution, totalWeight, totalScore, funds }: Project): boolean =>
  [
    execution?.weight ?? null,
    execution?.rate ?? null,
    execution?.score ?? null,
    totalWeight,
    totalScore,
  ].every((points) => fits(points, pointDigits)) && funds.every(({ amount }) => fits(amount, amountDigits))

/** What keeps a project out whatever is in the database. */
const unimportable = ({ project, line }: ReadProject): Sentence | null => {
  const { name, implementer, fiscalYear, indicators, funds } = project
  const params = { name: (name ?? '').slice(0, 50), line, year: fiscalYear ?? '' }
  const because = (message: ServerMessage): Sentence => ({ message, params })
  if (name === null || name === '') return because('project-without-name')
  if (name.length > MAX_NAME) return { message: 'text-too-long', params: { max: MAX_NAME } }
  if (implementer === null || implementer === '') return because('project-without-implementer')
  if (fiscalYear === null) return because('project-without-year')
  if (fiscalYear < FIRST_YEAR || fiscalYear > LAST_YEAR) return because('project-year-range')
  if (!numbersFit(project) || indicators.some((indicator) => brokenDigits(indicator) !== null))
    return because('project-number')
  const cells = new Set(funds.map(({ period, source, stage }) => `${period} ${source} ${stage}`))
  return cells.size < funds.length ? because('project-fund-twice') : null
}

/** A declaration and a self-evaluation of the same project stand beside one another. */
const projectKey = (
  form: ProjectForm,
  year: number | null,
  implementerId: string | null,
  name: string | null,
): string => `${form} ${year} ${implementerId} ${normalizeText(name ?? '')}`

type Place = Pick<PlannedProject, 'supervisorId' | 'implementerId'>

interface ExistingRow {
  readonly id: string
  readonly form: 'DECLARATION' | 'SELF_EVALUATION'
  readonly fiscalYear: number
  readonly implementerId: string
  readonly name: string
}

const readExisting = async (
  sql: Sql,
  reading: FormReading,
  places: readonly Place[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await sql.query<ExistingRow>(
    `SELECT "id", "form", "fiscal_year" AS "fiscalYear", "implementer_id" AS "implementerId", "name" FROM "project"
     WHERE "fiscal_year" = ANY($1::int[]) AND "implementer_id" = ANY($2::uuid[])`,
    [
      [...new Set(reading.projects.map(({ project }) => project.fiscalYear).filter((year) => year !== null))],
      [...new Set(places.map(({ implementerId }) => implementerId).filter((id) => id !== null))],
    ],
  )
  return new Map(
    rows.map((row) => [projectKey(toLower(row.form), row.fiscalYear, row.implementerId, row.name), row.id]),
  )
}

const placeOf = (agencies: AgencyPlan, { project }: ReadProject): Place => {
  const supervisorId = project.supervisor === null ? null : agencies.resolve(project.supervisor, null)
  if (project.implementer === null) return { supervisorId, implementerId: null }
  return { supervisorId, implementerId: agencies.resolve(project.implementer, supervisorId) }
}

/** What importing these projects would do; two statements, nothing is written. */
export const planImport = async (
  sql: Sql,
  actor: Actor,
  reading: FormReading,
  chosen: readonly number[],
): Promise<ImportPlan> => {
  const agencies = await planAgencies(sql)
  const picked = new Set(chosen)
  const usable = reading.projects.map((read, index) => (picked.has(index) ? unimportable(read) : null))
  const places = reading.projects.map((read, index) =>
    picked.has(index) && usable[index] === null
      ? placeOf(agencies, read)
      : { supervisorId: null, implementerId: null },
  )
  const existing = await readExisting(sql, reading, places)
  const seen = new Set<string>()
  const projects = reading.projects.map((read, index): PlannedProject => {
    const { project } = read
    const place = places[index] ?? { supervisorId: null, implementerId: null }
    const key = projectKey(project.form, project.fiscalYear, place.implementerId, project.name)
    const existingId = existing.get(key) ?? null
    const because = (message: ServerMessage): Sentence => ({
      message,
      params: {
        name: project.name ?? '',
        implementer: project.implementer ?? '',
        year: project.fiscalYear ?? '',
      },
    })
    const found = (): Sentence | null => {
      if (usable[index] !== null && usable[index] !== undefined) return usable[index]
      if (!picked.has(index)) return null
      if (!can(actor.caller, 'import', { implementerId: place.implementerId, state: null }))
        return because('import-forbidden')
      if (existingId !== null) return because('project-exists')
      return seen.has(key) ? because('project-twice') : null
    }
    const sentence = found()
    if (picked.has(index)) seen.add(key)
    const scheme = schemeFor(project)
    return {
      index,
      read,
      scheme,
      score: rollUp(project, scheme),
      ...place,
      existingId,
      refusal: sentence === null ? null : say(actor.locale, sentence.message, sentence.params),
    }
  })
  return { agencies, projects }
}
