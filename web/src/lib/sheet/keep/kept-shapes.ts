import type { Draft } from '../cell-view.ts'
import type { HistoryBatch } from '../history.ts'
import type { OutgoingBatch } from '../outbox.ts'
import type { Patch } from '../patch.ts'
import type { RowProblem } from '../row-problem.ts'
import type { Change, ChangeSource, RowChange } from '../save.ts'
import type { KeptDraft } from './sheet-memory.ts'

// What a browser has stored may come from another version of this page: it is looked at before it is trusted.

type Shape = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Shape => typeof value === 'object' && value !== null
const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value)
const hasTexts = (value: Shape, ...names: readonly string[]): boolean =>
  names.every((name) => isText(value[name]))
const isListOf = <T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.every(is)

const sources: readonly ChangeSource[] = ['EDIT', 'PASTE', 'FILL', 'UNDO', 'REDO']

const hasContent = (value: Shape): boolean =>
  isTextOrNull(value['after']) &&
  isText(value['seed']) &&
  isObject(value['cells']) &&
  Object.values(value['cells']).every(isText)

const isContent = (value: unknown): boolean => value === null || (isObject(value) && hasContent(value))

const isPatch = (value: unknown): value is Patch => {
  if (!isObject(value) || !isText(value['rowId'])) return false
  if (value['kind'] === 'cell') return hasTexts(value, 'field', 'before', 'after')
  return (
    value['kind'] === 'row' &&
    isText(value['groupId']) &&
    isContent(value['before']) &&
    isContent(value['after'])
  )
}

const isRowChange = (value: unknown): value is RowChange => {
  if (!isObject(value) || !isText(value['rowId'])) return false
  const hasVersion = typeof value['version'] === 'number'
  switch (value['kind']) {
    case 'create':
      return isText(value['groupId']) && hasContent(value)
    case 'move':
      return isTextOrNull(value['after']) && hasVersion
    default:
      return value['kind'] === 'delete' && hasVersion
  }
}

const isChange = (value: unknown): value is Change =>
  isRowChange(value) ||
  (isObject(value) &&
    value['kind'] === 'cell' &&
    hasTexts(value, 'rowId', 'field', 'value') &&
    typeof value['version'] === 'number')

const isTheirs = (value: unknown): boolean =>
  value === null ||
  (isObject(value) && isText(value['value']) && isTextOrNull(value['by']) && isTextOrNull(value['at']))

const isDraft = (value: unknown): value is Draft =>
  isObject(value) &&
  hasTexts(value, 'rowId', 'field', 'text', 'reason', 'code', 'title', 'place') &&
  isTheirs(value['theirs'])

export const isBatch = (value: unknown): value is OutgoingBatch =>
  isObject(value) &&
  hasTexts(value, 'key', 'place', 'step') &&
  sources.some((source) => source === value['source']) &&
  isListOf(value['changes'], isChange) &&
  typeof value['isTyped'] === 'boolean'

export const isKeptDraft = (value: unknown): value is KeptDraft =>
  isObject(value) && isDraft(value['draft']) && isText(value['step'])

export const isRowProblem = (value: unknown): value is RowProblem =>
  isObject(value) && isRowChange(value['change']) && hasTexts(value, 'title', 'reason', 'code')

const isWhole = (value: unknown): boolean =>
  value === undefined || (isObject(value) && hasTexts(value, 'changeSetId', 'groupId'))

export const isStep = (value: unknown): value is HistoryBatch =>
  isObject(value) &&
  hasTexts(value, 'id', 'place', 'title') &&
  isListOf(value['patches'], isPatch) &&
  (value['drafts'] === undefined || isListOf(value['drafts'], isDraft)) &&
  isWhole(value['whole'])
