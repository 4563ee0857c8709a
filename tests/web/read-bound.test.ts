import { readNumberBound, readQuantityBound } from '@biaochi/web/sheet/read-bound'
import { describe, expect, test } from 'vitest'

describe('a bound of numbers', () => {
  test.each([
    ['', { kind: 'none' }],
    ['12', { kind: 'number', value: '12', unit: null }],
    ['２２．５０', { kind: 'number', value: '22.5', unit: null }],
    ['十二', { kind: 'unreadable' }],
    ['12次', { kind: 'unreadable' }],
  ])('%s', (text, expected) => expect(readNumberBound(text)).toEqual(expected))
})

describe('a bound of quantities', () => {
  test.each([
    [' ', { kind: 'none' }],
    ['95%', { kind: 'number', value: '95', unit: '%' }],
    ['1.5万人次', { kind: 'number', value: '15000', unit: '人次' }],
    ['1亿', { kind: 'number', value: '100000000', unit: null }],
    ['12', { kind: 'number', value: '12', unit: null }],
    ['显著提升', { kind: 'unreadable' }],
  ])('%s', (text, expected) => expect(readQuantityBound(text)).toEqual(expected))
})
