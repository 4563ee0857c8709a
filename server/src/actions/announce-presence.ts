import { can } from '@biaochi/domain'
import type { Database, ProjectState } from '@biaochi/prisma'
import type { Actor } from '../actor.ts'
import { formatPresence, PRESENCE_CHANNEL, type Presence, type PresencePlace } from '../live/presence.ts'
import { toLower } from '../words.ts'

/** The project as far as others must know it to be told; null when there is none, or none the caller may see. */
export const presencePlace = async (
  db: Database,
  { caller }: Actor,
  projectId: string,
): Promise<PresencePlace | null> => {
  const [row] = await db.sql.query<Omit<PresencePlace, 'state'> & { readonly state: ProjectState }>(
    `SELECT "id" AS "projectId", "fiscal_year" AS "fiscalYear", "implementer_id" AS "implementerId", "state"
     FROM "project" WHERE "id" = $1`,
    [projectId],
  )
  if (row === undefined) return null
  const place = { ...row, state: toLower(row.state) }
  return can(caller, 'read', place) ? place : null
}

/**
 * Tells every process where a tab is. A NOTIFY makes its transaction wait for the disk, and nothing is lost with a
 * presence: this one does not wait.
 */
export const announcePresence = async (db: Database, presence: Presence): Promise<void> => {
  await db.sql.query(
    `SELECT set_config('synchronous_commit', 'off', true), pg_notify('${PRESENCE_CHANNEL}', $1)::text`,
    [formatPresence(presence)],
  )
}
