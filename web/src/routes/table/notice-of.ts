import type { ChangeNotice } from '#lib/api/live.ts'
import type { ChangeNotice as SheetNotice } from '#lib/sheet/plan-notice.ts'

/** A change set in the words of the sheet of indicators, for which a project is a group of rows. */
export const noticeOf = ({
  changeSetId,
  author,
  createdAt,
  projectIds,
  cells,
}: ChangeNotice): SheetNotice => ({
  id: changeSetId,
  author,
  at: createdAt,
  groupIds: projectIds,
  cells:
    cells?.map(({ rowId, projectId, entity, kind, field, before, after, rowVersion }) => ({
      rowId,
      groupId: projectId,
      isCell: entity === 'INDICATOR' && kind === 'UPDATE',
      field,
      before: before ?? '',
      after: after ?? '',
      version: rowVersion,
    })) ?? null,
})
