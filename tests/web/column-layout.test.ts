import {
  completed,
  displayOrder,
  freezeUpTo,
  moveColumn,
  pinColumn,
  sameColumns,
  showColumn,
} from '@biaochi/web/sheet/view/column-layout'
import type { ColumnLayout, Columns, Side } from '@biaochi/web/sheet/view/column-layout'
import { expect, test } from 'vitest'

const column = (id: string, parts: Partial<ColumnLayout> = {}): ColumnLayout => ({
  id,
  width: 100,
  flex: null,
  pinned: null,
  hidden: false,
  ...parts,
})
/** What a person sees: "left:a b right:c". */
const picture = (columns: Columns): string =>
  displayOrder(columns)
    .filter(({ hidden }) => !hidden)
    .map(({ id, pinned }) => (pinned === null ? id : `${pinned}:${id}`))
    .join(' ')
const abc = (sides: Readonly<Record<string, Side>> = {}): Columns =>
  ['a', 'b', 'c', 'd'].map((id) => column(id, { pinned: sides[id] ?? null }))

test('a column is hidden and shown in its place', () => {
  const hidden = showColumn(abc(), 'b', false)
  expect(picture(hidden)).toBe('a c d')
  expect(picture(showColumn(hidden, 'b', true))).toBe('a b c d')
})

test('the last column that is shown cannot be hidden', () => {
  const one = ['a', 'b', 'c'].reduce((columns, id) => showColumn(columns, id, false), abc())
  expect(picture(showColumn(one, 'd', false))).toBe('d')
})

test('a frozen column stands at its side, whatever place it has in the list', () => {
  expect(picture(pinColumn(abc({ a: 'left' }), 'c', 'left'))).toBe('left:a left:c b d')
  expect(picture(pinColumn(abc(), 'a', 'right'))).toBe('b c d right:a')
  expect(picture(pinColumn(abc({ a: 'left' }), 'a', null))).toBe('a b c d')
})

test('a column moves one place, past the hidden ones, and not out of its side', () => {
  expect(picture(moveColumn(abc(), 'b', 1))).toBe('a c b d')
  expect(picture(moveColumn(abc(), 'a', -1))).toBe('a b c d')
  expect(picture(moveColumn(showColumn(abc(), 'b', false), 'a', 1))).toBe('c a d')
  expect(picture(moveColumn(abc({ a: 'left' }), 'b', -1))).toBe('left:a b c d')
  expect(picture(moveColumn(abc(), 'no column', 1))).toBe('a b c d')
})

test('freezing up to a column frees those behind it and leaves the right side alone', () => {
  expect(picture(freezeUpTo(abc({ d: 'right' }), 'b'))).toBe('left:a left:b c right:d')
  expect(picture(freezeUpTo(abc({ a: 'left', b: 'left', c: 'left' }), 'a'))).toBe('left:a b c d')
  expect(picture(freezeUpTo(abc({ a: 'left' }), null))).toBe('a b c d')
})

test('a stretched column is the same at any width, one with a width of its own is not', () => {
  const stretched = (width: number): Columns => [column('a', { width, flex: 1 })]
  expect(sameColumns(stretched(200), stretched(300))).toBe(true)
  expect(sameColumns([column('a', { width: 200 })], [column('a', { width: 300 })])).toBe(false)
  expect(sameColumns(abc(), moveColumn(abc(), 'a', 1))).toBe(false)
})

test('a column the table has got since stands where the table puts it', () => {
  const arranged = ['c', 'a', 'd'].map((id) => column(id))
  expect(picture(completed(arranged, abc()))).toBe('c a b d')
  expect(picture(completed([], abc()))).toBe('a b c d')
})
