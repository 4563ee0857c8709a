import { formatChineseNumeral, readChineseNumeral } from '@biaochi/domain'
import { describe, expect, test } from 'vitest'

describe('a number is written', () => {
  test.each([
    [0, '零'],
    [7, '七'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [99, '九十九'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [9999, '九千九百九十九'],
  ])('%i as %s', (value, text) => expect(formatChineseNumeral(value)).toBe(text))

  test('and read again, from 0 to 9,999', () => {
    for (let value = 0; value < 10_000; value += 1)
      expect(readChineseNumeral(formatChineseNumeral(value))).toBe(String(value))
  })
})

test.each(['', '一一', '项目', '统一', '一点', '1', '十次', '负一'])('%j is no written number', (text) =>
  expect(readChineseNumeral(text)).toBeNull(),
)
