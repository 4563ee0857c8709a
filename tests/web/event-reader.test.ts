import { describe, expect, test } from 'vitest'
import { EventReader } from '@biaochi/web/api/event-reader'

const stream =
  ':\n\nevent: next\ndata: {"a":"一\\n二"}\n\n:\n\nevent: next\ndata: 1\ndata: 2\n\nevent: complete\ndata:\n\n'
const events = [
  { name: 'next', data: '{"a":"一\\n二"}' },
  { name: 'next', data: '1\n2' },
  { name: 'complete', data: '' },
]

describe('events', () => {
  test('comments bring nothing, lines of data belong together', () => {
    expect(new EventReader().push(stream)).toEqual(events)
  })

  test.each(Array.from({ length: stream.length - 1 }, (_, index) => index + 1))(
    'cut after %d characters are the same',
    (at) => {
      const reader = new EventReader()
      expect([...reader.push(stream.slice(0, at)), ...reader.push(stream.slice(at))]).toEqual(events)
    },
  )

  test('one that was not ended is none yet', () => {
    expect(new EventReader().push('event: next\ndata: 1\n')).toEqual([])
  })
})
