import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatActual, formatTarget, parseActual, parseTarget } from '@biaochi/domain'
import { withoutRaw } from '../support/measures.ts'

const piece = fc.constantFrom(
  ...'≥ ≤ > < = >= 不少于 不超过 至少 超过 约 近 余 多 万 亿 千 百 % ‰ ( ) （ ） 次 家 人次 小时 天 / /周 每月 以上 以内 以下 内 左右 满意度 满意率 完成 年 月 日 前 第 12 1.50 0 95 1,200 １２ . , * × - ~ ?? 不适用 提升 的 ㎡ G'.split(
    ' ',
  ),
  ' ',
  '\n',
)
const cell = fc.oneof(
  fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
)
const value = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.stringMatching(/^\d{0,6}[1-9]$/))
  .chain(([whole, places]) => fc.constantFrom(String(whole), `${whole}.${places}`))
const quantity = fc.record({
  operator: fc.constantFrom('≥', '≤', '=', '>', '<'),
  value,
  multiplier: fc.constantFrom('', '万', '亿'),
  unit: fc.constantFrom(
    '',
    '次',
    '家',
    '人次',
    '%',
    '元',
    '小时/天',
    '次/周',
    '件次',
    '个百分点',
    '项课题',
    '平方米',
  ),
})
const runs = { numRuns: 3000 }

test('a target formats to text that reads as the same target', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const target = parseTarget(text)
      expect(withoutRaw(parseTarget(formatTarget(target)))).toEqual(withoutRaw(target))
    }),
    runs,
  )
})

test('formatting is canonical: it changes nothing the second time', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const once = formatTarget(parseTarget(text))
      expect(formatTarget(parseTarget(once))).toBe(once)
    }),
    runs,
  )
})

test('an actual formats to text that reads as the same actual, an assumed unit now being printed', () => {
  fc.assert(
    fc.property(cell, quantity, (text, { operator, value, multiplier, unit }) => {
      const target = parseTarget(operator + value + multiplier + unit)
      const actual = parseActual(text, target)
      const again = parseActual(formatActual(actual), target)
      const assumed = actual.kind === 'quantitative' ? { assumed: [] } : {}
      expect({ ...withoutRaw(again), ...assumed }).toEqual({ ...withoutRaw(actual), ...assumed })
    }),
    runs,
  )
})

test('the raw text is kept as given', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const target = parseTarget(text)
      if (target.kind !== 'missing') expect(target.raw).toBe(text)
    }),
    runs,
  )
})

test('what is put together is taken apart: operator, exact value, multiplier and unit', () => {
  fc.assert(
    fc.property(quantity, ({ operator, value, multiplier, unit }) => {
      const text = operator + value + multiplier + unit
      expect(formatTarget(parseTarget(text))).toBe(text)
      expect(parseTarget(text)).toMatchObject({
        kind: 'quantitative',
        value,
        unit: unit === '' ? null : unit,
      })
      expect(formatTarget(parseTarget(`${operator} ${value} (${multiplier}${unit})`))).toBe(text)
    }),
    runs,
  )
})
