import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { refuse } from '../errors.ts'
import { checkedId, checkedSize, decodeCursor } from '../paging.ts'
import {
  countChangeSets,
  countRowLines,
  readChangeSet,
  readChangeSets,
  readRowLines,
  type LineFilter,
} from '../reads/history-pages.ts'
import { isStorableText } from '../storable.ts'
import { ChangeSource } from './enums.ts'
import {
  CellChangeConnection,
  ChangeSetConnection,
  MAX_HISTORY,
  rowLineCursor,
  rowLinePage,
  setCursor,
  setPage,
} from './history-page.ts'
import { ChangeSetRef } from './history-types.ts'

/** A moment PostgreSQL understands too, or a refusal. */
export const checkedTime = (time: string, { locale }: Context): string => {
  const iso = new Date(time).toISOString()
  // Years beyond four digits are nobody's history.
  if (!/^\d{4}-/.test(iso)) throw refuse(locale, 'BAD_INPUT', 'time-range')
  return iso
}

/** A text that may be compared with what the database holds. */
export const checkedText = (text: string, { locale }: Context): string => {
  if (text.length > 200) throw refuse(locale, 'BAD_INPUT', 'text-too-long', { max: 200 })
  if (!isStorableText(text)) throw refuse(locale, 'BAD_INPUT', 'unstorable-text')
  return text
}

const given = <Value, Result>(
  value: Value | null | undefined,
  check: (value: Value) => Result,
): Result | null => (value === null || value === undefined ? null : check(value))

const ChangeSetFilter = builder.inputType('ChangeSetFilter', {
  description: '修改历史的筛选条件，同时满足。',
  fields: (t) => ({
    author: t.string({ required: false, description: '修改人。' }),
    projectId: t.id({ required: false, description: '涉及的项目。' }),
    source: t.field({ type: ChangeSource, required: false, description: '来历。' }),
    from: t.field({ type: 'DateTime', required: false, description: '从这一时刻起。' }),
    to: t.field({ type: 'DateTime', required: false, description: '到这一时刻为止（不含）。' }),
  }),
})

const paging = '上一页的 endCursor。'
const size = (usual: number) => ({
  required: true as const,
  defaultValue: usual,
  description: `一页的行数，最多 ${MAX_HISTORY}。`,
})

builder.queryField('changeSets', (t) =>
  t.field({
    type: ChangeSetConnection,
    description: '修改历史，新的在前。The history, newest first.',
    args: {
      filter: t.arg({ type: ChangeSetFilter, required: false, description: '筛选条件。' }),
      first: t.arg.int(size(50)),
      after: t.arg.string({ required: false, description: paging }),
    },
    resolve: async (_root, { filter, first, after }, context) => {
      const take = checkedSize(first, MAX_HISTORY, context)
      const before = decodeCursor(after, setCursor, context)?.[0] ?? null
      const wanted = {
        author: given(filter?.author, (author) => checkedText(author, context)),
        projectId: given(filter?.projectId, (id) => checkedId(id, context)),
        source: filter?.source ?? null,
        from: given(filter?.from, (time) => checkedTime(String(time), context)),
        to: given(filter?.to, (time) => checkedTime(String(time), context)),
      }
      const rows = await readChangeSets(context.db.sql, wanted, before, take + 1)
      return setPage(rows, take, () => countChangeSets(context.db.sql, wanted))
    },
  }),
)

builder.queryField('changeSet', (t) =>
  t.field({
    type: ChangeSetRef,
    nullable: true,
    description: '一次修改；没有则为空。',
    args: { id: t.arg.id({ required: true, description: '修改的标识。' }) },
    resolve: (_root, { id }, context) => readChangeSet(context.db.sql, checkedId(id, context)),
  }),
)

const lines = async (
  filter: LineFilter,
  { first, after }: { readonly first: number; readonly after?: string | null | undefined },
  context: Context,
) => {
  const take = checkedSize(first, MAX_HISTORY, context)
  const before = decodeCursor(after, rowLineCursor, context)
  if (before !== null) checkedText(before[1], context)
  const rows = await readRowLines(context.db.sql, filter, before, take + 1)
  return rowLinePage(rows, take, () => countRowLines(context.db.sql, filter))
}

builder.queryField('cellHistory', (t) =>
  t.field({
    type: CellChangeConnection,
    description: '一个单元格的历史，新的在前，含该行的增删。The history of one cell, newest first.',
    args: {
      rowId: t.arg.id({ required: true, description: '指标、项目或单位的标识。' }),
      field: t.arg.string({
        required: true,
        description: '栏目：指标的如 actual、position，项目的如 fund/annual/fiscal/executed、goal/annual。',
      }),
      first: t.arg.int(size(50)),
      after: t.arg.string({ required: false, description: paging }),
    },
    resolve: (_root, { rowId, field, ...page }, context) =>
      lines({ rowId: checkedId(rowId, context), field: checkedText(field, context) }, page, context),
  }),
)

builder.queryField('rowHistory', (t) =>
  t.field({
    type: CellChangeConnection,
    description: '一行（指标、项目本身或单位）的历史，新的在前；行已删除也在。The history of one row.',
    args: {
      rowId: t.arg.id({ required: true, description: '指标、项目或单位的标识。' }),
      first: t.arg.int(size(50)),
      after: t.arg.string({ required: false, description: paging }),
    },
    resolve: (_root, { rowId, ...page }, context) =>
      lines({ rowId: checkedId(rowId, context), field: null }, page, context),
  }),
)
