import { createContextCache } from '@pothos/core'
import type { GraphQLResolveInfo } from 'graphql'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { checkedSize } from '../paging.ts'
import { KeyBatch } from '../reads/key-batch.ts'
import { orderKeys, type OrderStep } from '../reads/order-keys.ts'
import { countOwned, readOwnedPages, type Members } from '../reads/owned-pages.ts'
import type { RowPage } from '../reads/page.ts'
import { planOfInfo } from '../reads/plan-of-info.ts'
import { projectCondition, type ProjectFilter } from '../reads/project-filter.ts'
import { defaultProjectOrder, projectOrders, type ProjectOrderField } from '../reads/project-order.ts'
import type { ProjectRow } from '../reads/row-types.ts'
import { AgencyRef } from './agency.ts'
import { ProjectFilterInput } from './project-filter.ts'
import { ProjectConnection, ProjectOrder } from './project-query.ts'

const MAX_PAGE = 100

interface Args {
  readonly filter?: ProjectFilter | null | undefined
  readonly orderBy?: readonly OrderStep<ProjectOrderField>[] | null | undefined
  readonly first: number
  readonly after?: string | null | undefined
  readonly subtree: boolean
}

type Pages = KeyBatch<RowPage<ProjectRow>>

// One batch for each place in the operation: there the arguments are the same for every agency.
const places = createContextCache((_context: Context) => new Places())

class Places {
  readonly #open: { readonly nodes: GraphQLResolveInfo['fieldNodes']; readonly pages: Pages }[] = []

  at({ fieldNodes }: GraphQLResolveInfo, start: () => Pages): Pages {
    const known = this.#open.find(
      ({ nodes }) =>
        nodes.length === fieldNodes.length && nodes.every((node, index) => node === fieldNodes[index]),
    )
    if (known !== undefined) return known.pages
    const pages = start()
    this.#open.push({ nodes: fieldNodes, pages })
    return pages
  }
}

const membersOf = async (
  owners: readonly string[],
  subtree: boolean,
  { agencies }: Context,
): Promise<Members> =>
  new Map(
    await Promise.all(
      owners.map(async (id) => [id, subtree ? await agencies.subtreeIds(id) : [id]] as const),
    ),
  )

const startPages = (args: Args, context: Context, info: GraphQLResolveInfo): Pages => {
  const where = projectCondition(args.filter ?? {}, context)
  const counts = new KeyBatch<number>(async (owners) =>
    countOwned(where, await membersOf(owners, args.subtree, context), context),
  )
  const listing = {
    where,
    order: orderKeys(projectOrders, args.orderBy ?? defaultProjectOrder, context),
    size: checkedSize(args.first, MAX_PAGE, context),
    after: args.after ?? null,
    plan: planOfInfo(info, 'Project', [['nodes'], ['edges', 'node']]),
  }
  const count = async (owner: string): Promise<number> => (await counts.load(owner)) ?? 0
  return new KeyBatch(async (owners) =>
    readOwnedPages(listing, await membersOf(owners, args.subtree, context), count, context),
  )
}

builder.objectFields(AgencyRef, (t) => ({
  ancestors: t.field({
    type: [AgencyRef],
    description: '各级上级单位，最上级在前，不含本单位。Everything above it, the topmost first.',
    extensions: { needs: { columns: ['parentId'], tree: true } },
    resolve: async ({ parentId }, _args, { agencies }) => {
      const { byId } = await agencies.load()
      const above = new Set<NonNullable<ReturnType<typeof byId.get>>>()
      // A Set, so that not even a ring of agencies goes on forever.
      for (let next = byId.get(parentId ?? ''); next !== undefined && !above.has(next);) {
        above.add(next)
        next = byId.get(next.parentId ?? '')
      }
      return [...above].toReversed()
    },
  }),
  projects: t.field({
    type: ProjectConnection,
    description:
      '本单位实施的项目；subtree 时含全部下级的。Projects the agency implements, with subtree those of everything below it too.',
    args: {
      filter: t.arg({ type: ProjectFilterInput, required: false, description: '筛选条件。Filter.' }),
      orderBy: t.arg({
        type: [ProjectOrder],
        required: false,
        description: '依次按这些排列，最后按标识。Order; the id comes last.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 20,
        description: `每个单位一页的行数，最多 ${MAX_PAGE}。Page size for each agency, at most ${MAX_PAGE}.`,
      }),
      after: t.arg.string({
        required: false,
        description: '上一页的 endCursor。endCursor of the page before.',
      }),
      subtree: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: '含全部下级单位的。With everything below the agency.',
      }),
    },
    resolve: async ({ id }, args, context, info) => {
      const page = await places(context)
        .at(info, () => startPages(args, context, info))
        .load(id)
      if (page === null) throw new Error(`no page for agency ${id}`)
      return page
    },
  }),
}))
