import { createHash } from 'node:crypto'
import { z } from 'zod'
import { projectStates } from '@biaochi/domain'

/** The project somebody is in, with what decides who may know. */
const placeSchema = z.object({
  projectId: z.string(),
  fiscalYear: z.int(),
  implementerId: z.string(),
  state: z.enum(projectStates),
})

const presenceSchema = z.object({
  id: z.string(),
  name: z.string(),
  place: placeSchema.nullable(),
  rowId: z.string().nullable(),
  field: z.string().nullable(),
})

/** Where a tab is at the moment; without a place it has left. */
export type Presence = Readonly<z.infer<typeof presenceSchema>>
export type PresencePlace = Readonly<z.infer<typeof placeSchema>>

/** Where every process says who is where. */
export const PRESENCE_CHANNEL = 'biaochi_presence'
/** Who does not say again for so long has gone. */
export const PRESENCE_SECONDS = 15

/** What others know a tab by: whoever knows it cannot speak in the tab's name. */
export const presenceId = (key: string): string =>
  createHash('sha256').update(key.toLowerCase()).digest('base64url').slice(0, 22)

/** A presence as the text of an announcement; `parsePresence` is the inverse. */
export const formatPresence = (presence: Presence): string => JSON.stringify(presence)

/** Null for what nobody of ours has said: the channel is open to everyone who reaches the database. */
export const parsePresence = (text: string): Presence | null => {
  try {
    return presenceSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
