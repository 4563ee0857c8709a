import { ancestorsOf, buildAgencyTree, commonAgency } from '@biaochi/web/components/agency-tree'
import { describe, expect, test } from 'vitest'

const agency = (id: string, parent: string | null, projects: number) => ({
  id,
  name: id,
  shortName: null,
  parent: parent === null ? null : { id: parent },
  projectCounts: [{ fiscalYear: 2025, projects }],
})
const agencies = [
  agency('city', null, 0),
  agency('education', 'city', 2),
  agency('school', 'education', 3),
  agency('health', 'city', 1),
]

describe('agency tree', () => {
  test('every agency counts its own projects and those below it', () => {
    const [city] = buildAgencyTree(agencies, 2025)
    expect([city?.count, ...(city?.children.map((child) => child.count) ?? [])]).toEqual([6, 5, 1])
  })

  test('a year without projects counts none', () => {
    expect(buildAgencyTree(agencies, 2020)[0]?.count).toBe(0)
  })

  test('an agency whose parent is not in the catalog stands at the top', () => {
    expect(buildAgencyTree([agency('lost', 'nobody', 1)], 2025).map((node) => node.id)).toEqual(['lost'])
  })

  test('ancestors are named from the nearest', () => {
    expect(ancestorsOf(agencies, 'school')).toEqual(['education', 'city'])
  })

  test('the smallest common subtree holds every agency', () => {
    expect(commonAgency(agencies, ['school'])).toBe('school')
    expect(commonAgency(agencies, ['school', 'education'])).toBe('education')
    expect(commonAgency(agencies, ['school', 'health'])).toBe('city')
    expect(commonAgency(agencies, [])).toBeNull()
  })
})
