import { restoreCell, restoreProject } from '../actions/restore.ts'
import { builder } from '../builder.ts'
import { checkedText, checkedTime } from './history.ts'
import { answered, TakenBackRef } from './undo.ts'

const moment = '恢复到这一时刻；给某次修改的 createdAt，就是刚做完那次修改时的样子。'

builder.mutationField('restoreProject', (t) =>
  t.field({
    type: TakenBackRef,
    description:
      '把一个项目连同它的全部指标恢复到某一时刻，本身也是一次修改，可以撤销。Restores a whole project to a moment.',
    args: {
      projectId: t.arg.id({ required: true, description: '项目。' }),
      at: t.arg({ type: 'DateTime', required: true, description: moment }),
    },
    resolve: async (_root, { projectId, at }, context) =>
      answered(
        await restoreProject(context.db, context, projectId, checkedTime(String(at), context)),
        context,
      ),
  }),
)

builder.mutationField('restoreCell', (t) =>
  t.field({
    type: TakenBackRef,
    description: '把一个单元格恢复到某一时刻。Restores one cell to a moment.',
    args: {
      rowId: t.arg.id({ required: true, description: '指标或项目的标识。' }),
      field: t.arg.string({ required: true, description: '栏目，与历史中的写法相同。' }),
      at: t.arg({ type: 'DateTime', required: true, description: moment }),
    },
    resolve: async (_root, { rowId, field, at }, context) =>
      answered(
        await restoreCell(
          context.db,
          context,
          rowId,
          checkedText(field, context),
          checkedTime(String(at), context),
        ),
        context,
      ),
  }),
)
