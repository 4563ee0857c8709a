import { describe, expect, test } from 'vitest'
import { colourOf, initials } from '@biaochi/web/initials'

describe('initials', () => {
  test.each([
    ['张三', '张三'],
    ['张三丰', '三丰'],
    ['欧阳震华', '欧阳'],
    ['本机用户', '本机'],
    ['李', '李'],
    ['Ada Lovelace', 'AL'],
    ['grace brewster hopper', 'GB'],
    ['ada', 'A'],
    ['𠮷野家', '野家'],
    ['😀 x', '😀X'],
    ['', ''],
  ])('%s → %s', (name, short) => expect(initials(name)).toBe(short))

  test('the same id has always the same one of six colours', () => {
    for (const id of ['a', 'b', '😀', 'aVeryLongIdentifierOfATab']) {
      expect(colourOf(id)).toBe(colourOf(id))
      expect([0, 1, 2, 3, 4, 5]).toContain(colourOf(id))
    }
  })
})
