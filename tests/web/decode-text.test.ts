import { decodeText } from '@biaochi/web/decode-text'
import { describe, expect, test } from 'vitest'

const 绩效 = { gb18030: [0xbc, 0xa8, 0xd0, 0xa7], utf16: [0xff, 0xfe, 0xe9, 0x7e, 0x48, 0x65] }

describe('decodeText', () => {
  test('UTF-8', () => {
    expect(decodeText(new TextEncoder().encode('绩效'))).toEqual({ text: '绩效', encoding: 'UTF-8' })
  })
  test('UTF-8 with a byte order mark loses the mark', () => {
    expect(decodeText(new TextEncoder().encode('\ufeff绩效')).text).toBe('绩效')
  })
  test('GB18030', () => {
    expect(decodeText(Uint8Array.from(绩效.gb18030))).toEqual({ text: '绩效', encoding: 'GB18030' })
  })
  test('UTF-16 with a byte order mark', () => {
    expect(decodeText(Uint8Array.from(绩效.utf16))).toEqual({ text: '绩效', encoding: 'UTF-16' })
  })
  test('bytes that are no text at all are still an answer', () => {
    expect(decodeText(Uint8Array.from([0x00, 0xff, 0x80, 0x81])).encoding).toBe('GB18030')
  })
})
