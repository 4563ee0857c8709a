import { builder } from '../builder.ts'
import { checkedSize, decodeCursor } from '../paging.ts'
import { fieldBatches } from '../reads/field-batch.ts'
import {
  countChangeSetsOf,
  countSetLines,
  readChangeSetsOf,
  readSetLines,
  type CellChangeRow,
  type ChangeSetRow,
} from '../reads/history-pages.ts'
import { KeyBatch } from '../reads/key-batch.ts'
import type { Page } from './connection.ts'
import {
  CellChangeConnection,
  ChangeSetConnection,
  MAX_HISTORY,
  setCursor,
  setLineCursor,
  setLinePage,
  setPage,
} from './history-page.ts'
import { ChangeSetRef } from './history-types.ts'
import { ProjectRef } from './project.ts'

const setsOf = fieldBatches<Page<ChangeSetRow>>()
const linesOf = fieldBatches<Page<CellChangeRow>>()

const byOwner = (rows: readonly { readonly owner: string; readonly count: number }[]): Map<string, number> =>
  new Map(rows.map(({ owner, count }) => [owner, count]))

builder.objectField(ProjectRef, 'changes', (t) =>
  t.field({
    type: ChangeSetConnection,
    description: '这个项目的修改历史，新的在前。The change sets of this project, newest first.',
    args: {
      first: t.arg.int({
        required: true,
        defaultValue: 20,
        description: `每个项目的行数，最多 ${MAX_HISTORY}。`,
      }),
      after: t.arg.string({ required: false, description: '上一页的 endCursor。' }),
    },
    resolve: async ({ id }, { first, after }, context, info) => {
      const { sql } = context.db
      const take = checkedSize(first, MAX_HISTORY, context)
      const before = decodeCursor(after, setCursor, context)?.[0] ?? null
      const batch = setsOf(context, info, async (ids) => {
        const counts = new KeyBatch(async (owners) => byOwner(await countChangeSetsOf(sql, owners)))
        const rows = Map.groupBy(await readChangeSetsOf(sql, ids, before, take + 1), ({ owner }) => owner)
        const page = (own: string) =>
          setPage(rows.get(own) ?? [], take, async () => (await counts.load(own)) ?? 0)
        return new Map(ids.map((own) => [own, page(own)]))
      })
      return (await batch.load(id)) ?? setPage([], take, () => Promise.resolve(0))
    },
  }),
)

builder.objectField(ChangeSetRef, 'changes', (t) =>
  t.field({
    type: CellChangeConnection,
    description: '各项修改，按行和栏目。The changed cells, by row and field.',
    args: {
      first: t.arg.int({ required: true, defaultValue: 50, description: `行数，最多 ${MAX_HISTORY}。` }),
      after: t.arg.string({ required: false, description: '上一页的 endCursor。' }),
    },
    resolve: async ({ id }, { first, after }, context, info) => {
      const { sql } = context.db
      const take = checkedSize(first, MAX_HISTORY, context)
      const past = decodeCursor(after, setLineCursor, context)
      const batch = linesOf(context, info, async (ids) => {
        const counts = new KeyBatch(async (owners) => byOwner(await countSetLines(sql, owners)))
        const rows = Map.groupBy(await readSetLines(sql, ids, past, take + 1), ({ set }) => set.id)
        const page = (own: string) =>
          setLinePage(rows.get(own) ?? [], take, async () => (await counts.load(own)) ?? 0)
        return new Map(ids.map((own) => [own, page(own)]))
      })
      return (await batch.load(id)) ?? setLinePage([], take, () => Promise.resolve(0))
    },
  }),
)
