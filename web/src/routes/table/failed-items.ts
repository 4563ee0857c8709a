import type { FailedAction, FailedItem } from '#lib/components/failed-item.ts'
import { m } from '#lib/i18n.ts'
import type { SkippedText } from '#lib/sheet/paste/plan-paste.ts'
import { cellKey } from '#lib/sheet/patch.ts'
import { rowProblemKey } from '#lib/sheet/row-problem.ts'
import type { RowProblem } from '#lib/sheet/row-problem.ts'
import type { Theirs } from '#lib/sheet/save.ts'
import type { AnyModel } from '#lib/sheet/any-sheet.ts'
import { whoAndWhen } from '#lib/who-and-when.ts'
import type { StepWords } from './step-label.ts'

const rowWords: Readonly<Record<RowProblem['change']['kind'], () => string>> = {
  create: m.row_create,
  move: m.row_move,
  delete: m.row_delete,
}

type ColumnName = (id: string) => string

/** So many are listed; a paste may leave thousands, and nobody reads them all at once. */
const listed = 200

export type Failed = Pick<AnyModel, 'drafts' | 'groupIds' | 'rowProblems'>

/** What was not saved, the first of it, with what can be done about it. */
export function failedItems(
  { drafts, groupIds, rowProblems }: Failed,
  isShown: (rowId: string) => boolean,
  { columnName, textOf = (_, text) => text }: StepWords,
): readonly FailedItem[] {
  return [
    ...drafts.slice(0, listed).map(({ rowId, field, title, text, reason, code, theirs }): FailedItem => {
      const discard = {
        label: m.failed_discard(),
        name: m.failed_discard_label({ text }),
        run: 'discard',
      } as const
      return {
        key: cellKey(rowId, field),
        where: `${title} · ${columnName(field)}`,
        text,
        reason: theirs === null ? reason : changedBy({ ...theirs, value: textOf(field, theirs.value) }),
        isElsewhere: !isShown(rowId),
        actions:
          code === 'CONFLICT' && isShown(rowId)
            ? choices(text, textOf(field, theirs?.value ?? ''))
            : [discard],
      }
    }),
    ...rowProblems.map((problem) => rowItem(problem, isShown, groupIds, { columnName, textOf })),
  ].slice(0, listed)
}

/** A row that did not come keeps all that was typed into it, to be read, copied or tried again. */
function rowItem(
  problem: RowProblem,
  isShown: (rowId: string) => boolean,
  groupIds: readonly string[],
  { columnName, textOf = (_, text) => text }: StepWords,
): FailedItem {
  const { change, title, reason, code } = problem
  const kind = rowWords[change.kind]()
  const action = (run: FailedAction['run'], label: string): FailedAction => ({
    label,
    name: `${label}：${title} ${kind}`,
    run,
  })
  const discard = action('discard', m.failed_discard())
  const item = { key: rowProblemKey(problem), reason, isElsewhere: false }
  if (change.kind !== 'create') {
    const canInsist = change.kind === 'delete' && code === 'CONFLICT' && isShown(change.rowId)
    const actions = canInsist ? [action('insist', m.row_delete_anyway()), discard] : [discard]
    return { ...item, where: title, text: kind, actions }
  }
  const again = groupIds.includes(change.groupId) ? [action('insist', m.row_create_again())] : []
  const texts = Object.entries(change.cells).flatMap(([field, text]) =>
    text === '' ? [] : [`${columnName(field)} ${textOf(field, text)}`],
  )
  return {
    ...item,
    where: kind,
    text: texts.join(' · ') || m.cell_empty(),
    actions: [...again, action('copy', m.failed_copy()), discard],
  }
}

const changedBy = (theirs: Theirs): string =>
  m.conflict_changed({ who: whoAndWhen(theirs), theirs: theirs.value || m.cell_empty() })

const choices = (mine: string, theirs: string): readonly FailedAction[] => [
  { label: m.conflict_mine(), name: m.conflict_mine_label({ text: mine }), run: 'insist' },
  {
    label: m.conflict_theirs(),
    name: m.conflict_theirs_label({ text: theirs || m.cell_empty() }),
    run: 'discard',
  },
]

/** Pasted texts that had no place to go, the first of them. */
export const skippedItems = (
  skipped: readonly SkippedText[],
  titleOf: (rowId: string) => string,
  columnName: ColumnName,
): readonly FailedItem[] =>
  skipped.slice(0, listed).map(({ rowId, column, text }, index) => ({
    key: `skipped ${index}`,
    where: rowId === null ? m.failed_skipped_new_row() : titleOf(rowId),
    text,
    isElsewhere: false,
    actions: [],
    reason:
      column === null ? m.failed_skipped_beyond() : m.failed_skipped_computed({ column: columnName(column) }),
  }))
