import { can } from '@biaochi/domain'
import type { Context } from '../context.ts'
import { holds, isIn, type Condition } from './condition.ts'

/** That a row's implementer is one whose projects the caller may read: what one may not see does not exist. */
export const isReadable = async (
  implementerId: string,
  { agencies, caller }: Pick<Context, 'agencies' | 'caller'>,
): Promise<Condition> => {
  const { all } = await agencies.load()
  const ids = all.map(({ id }) => id).filter((id) => can(caller, 'read', { implementerId: id, state: null }))
  return ids.length === all.length ? holds('TRUE') : isIn(implementerId, ids, 'uuid')
}
