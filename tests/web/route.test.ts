import { readsAnew, readSelection, readView, route } from '@biaochi/web/route'
import { describe, expect, test } from 'vitest'

const query = (address: string) => new URL(address, 'http://localhost').searchParams

describe('route', () => {
  test('a selection is in the address and read back from it', () => {
    const agency = '01a1fc50-35fa-76e1-8372-d926e2625da8'
    const address = route.sheet({ year: 2025, agency })
    expect(address).toBe(`/?year=2025&agency=${agency}`)
    expect(readSelection(query(address))).toEqual({ year: 2025, agency })
  })

  test('what is no id of an agency selects all of them', () => {
    expect(readSelection(query('/?year=2025&agency=nonsense')).agency).toBeNull()
  })

  test('a view is part of the address, and an address without one asks for none', () => {
    expect(route.sheet({ year: 2025, view: 'mine' })).toBe('/?year=2025&view=mine')
    expect(readView(query('/?year=2025&view=mine'))).toBe('mine')
    expect(readView(query('/?year=2025'))).toBeNull()
  })

  test('without a selection the address is the root', () => {
    expect(route.sheet({ year: null, agency: null })).toBe('/')
  })

  test.each([
    ['/?year=2025', '/?year=2025&view=mine', false],
    ['/?year=2025', '/?year=2025&project=p', false],
    ['/?year=2025', '/?year=2024', true],
    ['/?year=2025', '/projects?year=2025', true],
  ])('from %s to %s something else is read: %s', (from, to, is) => {
    const url = (address: string) => new URL(address, 'http://localhost')
    expect(readsAnew(url(from), url(to))).toBe(is)
  })

  for (const year of ['', 'abc', '0', '20255', '2025.5', '-2025']) {
    test(`year=${year} selects no year`, () => {
      expect(readSelection(query(`/?year=${year}`)).year).toBeNull()
    })
  }
})
