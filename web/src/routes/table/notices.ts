import { withUnit } from '#lib/api/amount-text.ts'
import type { ChangeNotice } from '#lib/api/live.ts'
import { catalogId } from '#lib/sheet/agencies/agency-table.ts'
import type { EarlierChange } from '#lib/sheet/compare/last-year.ts'
import type { ChangeNotice as SheetNotice, NoticedCell } from '#lib/sheet/plan-notice.ts'

type ToldCell = NonNullable<ChangeNotice['cells']>[number]

const headOf = ({ changeSetId: id, author, createdAt: at }: ChangeNotice) => ({ id, author, at })

const cellOf = (
  { rowId, entity, kind, field, before, after, rowVersion }: ToldCell,
  of: { readonly entity: ToldCell['entity']; readonly groupId: string | null },
): NoticedCell => ({
  rowId,
  groupId: of.groupId,
  isCell: entity === of.entity && kind === 'UPDATE',
  field,
  before: withUnit(field, before ?? ''),
  after: withUnit(field, after ?? ''),
  version: rowVersion,
})

/** To the sheet of indicators a project is a group of rows. */
export const noticeOfIndicators = (notice: ChangeNotice): SheetNotice => ({
  ...headOf(notice),
  groupIds: notice.projectIds,
  cells: notice.cells?.map((cell) => cellOf(cell, { entity: 'INDICATOR', groupId: cell.projectId })) ?? null,
})

/**
 * In the list a project is one row. What its cells and indicators come to is computed by the server: whatever changed, the
 * project is read anew as well.
 */
export const noticeOfProjects = (notice: ChangeNotice): SheetNotice => {
  const cells = notice.cells?.map((cell) => cellOf(cell, { entity: 'PROJECT', groupId: cell.projectId }))
  const again = notice.projectIds.map((id): NoticedCell => ({
    rowId: id,
    groupId: id,
    isCell: false,
    field: '',
    before: '',
    after: '',
    version: 0,
  }))
  return {
    ...headOf(notice),
    groupIds: notice.projectIds,
    cells: cells === undefined ? null : [...cells.filter(({ isCell }) => isCell), ...again],
  }
}

/** Projects find one another over the years by their names. */
const movesPairs = ({ entity, field }: ToldCell): boolean =>
  entity === 'PROJECT' && (field === 'row' || field === 'project/name')

/** To columns of another year it matters which of its projects are others now, and which may be another one's. */
export const noticeOfEarlierYear = ({ projectIds, cells }: ChangeNotice): EarlierChange => ({
  projectIds,
  pairsAnew: cells?.some(movesPairs) ?? true,
})

/** The projects of the year that is shown that may have another one a year earlier now. */
export const pairedAnew = ({ projectIds, cells }: ChangeNotice): readonly string[] =>
  cells?.flatMap((cell) => (movesPairs(cell) ? (cell.projectId ?? []) : [])) ?? projectIds

/** The catalog is one group of rows; what happens to projects is none of its business. */
export const noticeOfAgencies = (notice: ChangeNotice): SheetNotice | null => {
  const told = notice.cells?.filter(({ entity }) => entity === 'AGENCY')
  if (told?.length === 0) return null
  return {
    ...headOf(notice),
    groupIds: [catalogId],
    cells: told?.map((cell) => cellOf(cell, { entity: 'AGENCY', groupId: catalogId })) ?? null,
  }
}
