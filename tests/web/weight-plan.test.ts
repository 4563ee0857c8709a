import { scaleWeights, spreadRemainder } from '@biaochi/web/sheet/weight-plan'
import { describe, expect, test } from 'vitest'

const rows = (...weights: (string | null)[]) => weights.map((weight, index) => ({ id: `r${index}`, weight }))
const texts = (edits: readonly { readonly rowId: string; readonly text: string }[]) =>
  edits.map(({ rowId, text }) => `${rowId}=${text}`).join(' ')

describe('weights scaled', () => {
  test('keep their proportions and have the total as their sum', () => {
    expect(texts(scaleWeights(rows('20', '30', '50'), '90'))).toBe('r0=18 r1=27 r2=45')
  })
  test('leave a row without a weight without one', () => {
    expect(texts(scaleWeights(rows('20', null, '20'), '100'))).toBe('r0=50 r2=50')
  })
  test('are none where there are none', () => {
    expect(scaleWeights(rows(null, null), '100')).toEqual([])
  })
})

describe('the remainder', () => {
  test('goes in equal parts to the rows without a weight', () => {
    expect(texts(spreadRemainder(rows('40', null, '20', null, null), '90'))).toBe('r1=10 r3=10 r4=10')
  })
  test('that cannot be divided goes by hundredths', () => {
    expect(texts(spreadRemainder(rows('90', null, null, null), '100'))).toBe('r1=3.34 r2=3.33 r3=3.33')
  })
  for (const [title, given] of [
    ['of full points', rows('60', '40', null)],
    ['of too many points', rows('60', '50', null)],
    ['without a row to take it', rows('60', '20')],
  ] as const)
    test(`${title} is none`, () => {
      expect(spreadRemainder(given, '100')).toEqual([])
    })
})
