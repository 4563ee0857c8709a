import { readSelection, route } from '@biaochi/web/route'
import { describe, expect, test } from 'vitest'

const query = (address: string) => new URL(address, 'http://localhost').searchParams

describe('route', () => {
  test('a selection is in the address and read back from it', () => {
    const address = route.sheet({ year: 2025, agency: 'a-1' })
    expect(address).toBe('/?year=2025&agency=a-1')
    expect(readSelection(query(address))).toEqual({ year: 2025, agency: 'a-1' })
  })

  test('without a selection the address is the root', () => {
    expect(route.sheet({ year: null, agency: null })).toBe('/')
  })

  for (const year of ['', 'abc', '0', '20255', '2025.5', '-2025']) {
    test(`year=${year} selects no year`, () => {
      expect(readSelection(query(`/?year=${year}`)).year).toBeNull()
    })
  }
})
