import { can } from '@biaochi/domain'
import { builder } from '../builder.ts'
import type { ChangeNotice } from '../live/change-notice.ts'
import { matches } from '../live/change-filter.ts'
import { mergeStreams } from '../live/merge-streams.ts'
import { openPresenceStream } from '../live/presence-stream.ts'
import type { Presence } from '../live/presence.ts'
import { ChangeNoticeRef, ChangesFilter, forget, openChanges, readChangesFilter } from './changes.ts'
import { PresenceRef } from './presence.ts'

const isNotice = (event: ChangeNotice | Presence): event is ChangeNotice => 'number' in event

const LiveEvent = builder.unionType('LiveEvent', {
  description:
    '一次保存的修改，或有人来了、动了、走了。A saved change set, or somebody who came, moved or left.',
  types: [ChangeNoticeRef, PresenceRef],
  resolveType: (event) => (isNotice(event) ? ChangeNoticeRef : PresenceRef),
})

builder.subscriptionField('live', (t) =>
  t.field({
    type: LiveEvent,
    description:
      '修改与在场，同一条连接送来：浏览器对一个网站只给六条。先送来此刻在场的人。Changes and presence over one connection, since a browser has six; who is here comes first.',
    args: {
      filter: t.arg({ type: ChangesFilter, required: false, description: '筛选条件。' }),
    },
    subscribe: async (_root, { filter }, context) => {
      const { caller, live } = context
      const wanted = await readChangesFilter(filter, context)
      const changes = await openChanges(wanted, filter?.since ?? null, context)
      const presence = await openPresenceStream(live.board, {
        mayHear: (place) => matches(wanted, place) && can(caller, 'read', place),
        signal: live.signal,
      })
      return mergeStreams<ChangeNotice, Presence>(changes, presence)
    },
    resolve: (event, _args, context) => {
      forget(context)
      return event
    },
  }),
)
