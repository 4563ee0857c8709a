import { describe, expect, test } from 'vitest'
import { creditCodeCheck, editAgency, isCreditCode } from '@biaochi/domain'

describe('a unified social credit code', () => {
  test.each(['91350100M000100Y43', '11995100004100017J', '119951000041002282'])('%s is right', (code) => {
    expect(isCreditCode(code)).toBe(true)
    expect(creditCodeCheck(code.slice(0, 17))).toBe(code[17])
    expect(editAgency('code', ` ${code.toLowerCase()} `)).toEqual({ text: code })
  })

  test.each([
    '91350100M000100Y44',
    '91350100M000100Y34',
    '91350100M000100Y4',
    '91350100M000100Y433',
    '9135010OM000100YI3',
    '',
    '单位',
  ])('%j is none', (code) => {
    expect(isCreditCode(code)).toBe(false)
  })

  test('with two neighbours changed places is never right', () => {
    const code = '91350100M000100Y43'
    for (let index = 0; index < 17; index += 1) {
      const [a = '', b = ''] = [code[index], code[index + 1]]
      if (a !== b)
        expect(isCreditCode(code.slice(0, index) + b + a + code.slice(index + 2)), `${index}`).toBe(false)
    }
  })
})

describe('a code of an agency', () => {
  test.each([
    ['', null],
    ['１０２００１', '102001'],
    ['a-12', 'A-12'],
  ])('%j is taken as %j', (typed, text) => {
    expect(editAgency('code', typed)).toEqual({ text })
  })

  test.each([
    ['单位代码', 'edit.code-characters'],
    ['1234567890123', 'edit.code-length'],
    ['91350100M000100Y4', 'edit.code-length'],
    ['91350100M000100Y44', 'edit.code-check'],
    ['x'.repeat(1001), 'edit.text-too-long'],
  ])('%j is refused', (typed, code) => {
    expect(editAgency('code', typed)).toMatchObject({ refused: { code } })
  })
})
