import { announcePresence, presencePlace } from '../actions/announce-presence.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { refuse } from '../errors.ts'
import { PRESENCE_SECONDS, presenceId, type Presence } from '../live/presence.ts'
import { checkedId } from '../paging.ts'

const MAX_NAME = 40
const fieldName = /^[a-z0-9/]{1,60}$/i

export const PresenceRef = builder.objectRef<Presence>('Presence').implement({
  description:
    '谁正在看哪个项目、在哪一格：自己报告的，不保存。Who is in which project and cell, as they say themselves; never stored.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: '窗口的代号，由 key 算出，反推不出 key。What the tab is known by, made of its key.',
    }),
    name: t.exposeString('name', {
      description: '显示名，自己取的，没有核实。Display name, chosen by the person, not verified.',
    }),
    projectId: t.id({
      nullable: true,
      description: '所在的项目；空表示已经离开。The project; null when the tab has left.',
      resolve: ({ place }) => place?.projectId ?? null,
    }),
    rowId: t.exposeID('rowId', { nullable: true, description: '所在的行。The row.' }),
    field: t.exposeString('field', { nullable: true, description: '所在的栏目。The field.' }),
    seconds: t.int({
      description: '过这些秒没有再报告，就算离开。Without another word for so many seconds the tab has left.',
      resolve: () => PRESENCE_SECONDS,
    }),
  }),
})

const AnnouncePresenceInput = builder.inputType('AnnouncePresenceInput', {
  description: '一个窗口现在在哪里。Where a tab is now.',
  fields: (t) => ({
    key: t.id({
      description: '窗口自己的密钥，随机的 UUID，不告诉别人。The tab’s own secret, a random UUID.',
    }),
    name: t.string({ description: `显示名，最多 ${MAX_NAME} 字。Display name, at most 40 characters.` }),
    projectId: t.id({
      required: false,
      description: '所在的项目；不给表示离开。The project; none means leaving.',
    }),
    rowId: t.id({ required: false, description: '所在的行。The row.' }),
    field: t.string({ required: false, description: '所在的栏目，如 actual。The field, as in actual.' }),
  }),
})

/** Without what is not seen, which could pass for another's name or turn the line around. */
const checkedName = (name: string, { locale }: Context): string => {
  const shown = name.slice(0, 1_000).replace(/\p{C}/gu, '').replace(/\s+/gu, ' ').trim()
  if (shown === '' || shown.length > MAX_NAME)
    throw refuse(locale, 'BAD_INPUT', 'presence-name', { max: MAX_NAME })
  return shown
}

const checkedField = (field: string, { locale }: Context): string => {
  if (!fieldName.test(field))
    throw refuse(locale, 'BAD_INPUT', 'presence-field', { field: field.slice(0, 60).toWellFormed() })
  return field
}

builder.mutationField('announcePresence', (t) =>
  t.field({
    type: PresenceRef,
    description: `告诉能看到这个项目的人自己在哪里；每 ${PRESENCE_SECONDS} 秒内至少再报告一次。Tells those who may read the project where one is; to be repeated within 15 seconds.`,
    args: {
      input: t.arg({ type: AnnouncePresenceInput, required: true, description: '在哪里。The place.' }),
    },
    resolve: async (_root, { input }, context) => {
      const { db, locale, live } = context
      const id = presenceId(checkedId(input.key, context))
      const name = checkedName(input.name, context)
      const projectId = input.projectId ? checkedId(input.projectId, context) : null
      const rowId = input.rowId ? checkedId(input.rowId, context).toLowerCase() : null
      const field = input.field ? checkedField(input.field, context) : null
      const wait = live.board.admit(id)
      if (wait > 0) throw refuse(locale, 'RATE_LIMITED', 'presence-too-often', { seconds: Math.ceil(wait) })
      const place = projectId === null ? null : await presencePlace(db, context, projectId)
      if (projectId !== null && place === null) throw refuse(locale, 'NOT_FOUND', 'not-found')
      const presence: Presence =
        place === null ? { id, name, place, rowId: null, field: null } : { id, name, place, rowId, field }
      await announcePresence(db, presence)
      return presence
    },
  }),
)
