import type { FindQuery } from '@biaochi/web/sheet/find/find-query'
import { searchTexts } from '@biaochi/web/sheet/find/search-texts'
import { describe, expect, test } from 'vitest'

const query = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({
  text,
  by: 'text',
  whole: false,
  matchCase: false,
  ...more,
})

/** The texts found among those given, apart by " / ". */
function found(wanted: FindQuery, texts: string): string {
  const list = texts.split(' / ')
  const result = searchTexts({ query: wanted, replacement: null, texts: list })
  return result.kind === 'found' ? result.matches.map(({ at }) => list[at]).join(' / ') : result.why
}

function replaced(wanted: FindQuery, text: string, replacement: string): string | null {
  const result = searchTexts({ query: wanted, replacement, texts: [text] })
  if (result.kind === 'unreadable') return result.why
  return result.matches.map(({ after }) => after)[0] ?? null
}

describe('a text is found', () => {
  test.each<[string, Partial<FindQuery>, string, string]>([
    ['次', {}, '≥12次 / 12家 / 次数', '≥12次 / 次数'],
    ['app', {}, 'APP / Ａｐｐ / 应用', 'APP / Ａｐｐ'],
    ['（一）', {}, '(一) / （一） / 一', '(一) / （一）'],
    ['.', {}, '1.5 / 15', '1.5'],
    ['app', { matchCase: true }, 'APP / app', 'app'],
    ['12次', { whole: true }, '12次 / ≥12次 / １２次', '12次 / １２次'],
    ['', {}, 'a', ''],
    ['$1', {}, '$1 / 1', '$1'],
  ])('%j %j', (text, more, texts, expected) => expect(found(query(text, more), texts)).toBe(expected))
})

describe('an expression is found', () => {
  const by = 'pattern'
  test.each<[string, Partial<FindQuery>, string, string]>([
    ['^≥\\d+次$', {}, '≥12次 / ≥12家 / 12次', '≥12次'],
    ['app', {}, 'APP / 应用', 'APP'],
    ['app', { matchCase: true }, 'APP / app', 'app'],
    ['\\d', { whole: true }, '1 / 12', '1'],
    ['a|b', { whole: true }, 'a / ab / b', 'a / b'],
    ['\\p{Script=Han}', {}, 'a / 次', '次'],
    ['(', {}, '(', 'pattern'],
    ['[z-a]', {}, 'a', 'pattern'],
    ['*', {}, '*', 'pattern'],
    ['\\', {}, '\\', 'pattern'],
  ])('%j %j', (text, more, texts, expected) =>
    expect(found(query(text, { by, ...more }), texts)).toBe(expected),
  )

  test('an empty cell too', () => expect(found(query('^$', { by }), 'a /  / b')).toBe(''))
})

describe('a value is found', () => {
  test.each([
    ['≥ 90%', '95% / ≥90% / 89.9% / 90 / =100% / 950‰ / 提升', '95% / ≥90% / =100% / 950‰'],
    ['> 90%', '90% / 90.0001%', '90.0001%'],
    ['< 10', '9 / 10 / 9.99次 / 10次 / 5% / 5', '9 / 9.99次 / 5% / 5'],
    ['＜１０', '9', '9'],
    ['不超过1万人次', '9000人次 / 1万人次 / 1.1万人次 / 9000元', '9000人次 / 1万人次'],
    ['1亿条', '10000万条 / 1亿条 / 100000000条 / 9999万条', '10000万条 / 1亿条 / 100000000条'],
    ['= 0.3', '0.3 / 0.30 / .3 / 0.30000000000000004', '0.3 / 0.30'],
    ['≤ 90分钟', '1小时 / 2小时 / 90分钟 / 1次', '1小时 / 90分钟'],
    ['≥1次/月', '1次/月 / 12次 / 1次/周', '1次/月'],
    ['提升', '提升', 'condition'],
    ['≥', '≥', 'condition'],
    ['约10', '10', 'condition'],
    ['10-20', '15', 'condition'],
  ])('%j', (text, texts, expected) => expect(found(query(text, { by: 'value' }), texts)).toBe(expected))
})

describe('a replacement', () => {
  test.each<[string, Partial<FindQuery>, string, string, string | null]>([
    ['次', {}, '次次', '家', '家家'],
    ['aa', {}, 'aaa', 'b', 'ba'],
    ['Ｂ', {}, 'abＢc', '-', 'a--c'],
    ['a', {}, 'a', '$&$1', '$&$1'],
    ['12', { whole: true }, '12', '13', '13'],
    ['12', { whole: true }, '12次', '13', null],
    ['x', {}, 'y', 'z', null],
    ['(\\d+)次', { by: 'pattern' }, '≥12次', '$1家', '≥12家'],
    ['(?<n>\\d+)', { by: 'pattern' }, '1-2', '<$<n>>', '<1>-<2>'],
    ['^', { by: 'pattern' }, '12次', '≥', '≥12次'],
    ['\\s+$', { by: 'pattern' }, 'a  ', '', 'a'],
    ['(', { by: 'pattern' }, '(', '', 'pattern'],
    ['≥90%', { by: 'value' }, '≥92%', '≥95%', '≥95%'],
    ['≥90%', { by: 'value' }, '≥80%', '≥95%', null],
  ])('of %j %j in %j by %j', (text, more, cell, by, after) =>
    expect(replaced(query(text, more), cell, by)).toBe(after),
  )
})
