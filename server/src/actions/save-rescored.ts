import { newId, type ChangeSource, type Transaction } from '@biaochi/prisma'
import type { Actor } from '../actor.ts'
import { changesOfProject } from './cell-change.ts'
import type { RequestKey } from './once.ts'
import type { Rescored } from './rescore.ts'
import { saveChangeSet } from './save-change-set.ts'
import { saveRows } from './save-rows.ts'

interface Request {
  readonly source: ChangeSource
  readonly key: RequestKey | null
  /** Kept with the key, for when the request is sent again. */
  readonly answer: unknown
}

/** Writes what differs and who changed it; the id of the change set, null where nothing differs and no key is to be kept. */
export const saveRescored = (
  sql: Transaction,
  actor: Actor,
  { source, key, answer }: Request,
  rescored: readonly Rescored[],
): string | null => {
  saveRows(sql, rescored)
  if (rescored.length === 0 && key === null) return null
  const id = newId()
  saveChangeSet(sql, {
    id,
    author: actor.author,
    source,
    undoesId: null,
    key: key === null ? null : { ...key, answer },
    changes: rescored.flatMap(changesOfProject),
  })
  return id
}
