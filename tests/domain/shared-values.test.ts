import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseActual, parseTarget } from '@biaochi/domain'
import type { Measure } from '@biaochi/domain'
import { sharedForms } from '../support/shared.ts'

interface GoldenIndicator {
  targetRaw: string | null
  target: unknown
  actualRaw?: string | null
  actual?: unknown
}

function golden(measure: Measure): unknown {
  const none = { operator: null, value: null, multiplier: 1, unit: null, text: null }
  switch (measure.kind) {
    case 'quantitative': {
      const { kind, operator, value, multiplier, unit } = measure
      return { kind, operator, value, multiplier, unit, text: null }
    }
    case 'qualitative':
      return { ...none, kind: 'qualitative', text: measure.text }
    case 'not-applicable':
      return { ...none, kind: 'not-applicable', text: '不适用' }
    default:
      return null
  }
}

const cells = (sharedForms() ?? []).flatMap(({ name, golden: file }) => {
  const { projects } = JSON.parse(readFileSync(file, 'utf8')) as {
    projects: { indicators: GoldenIndicator[] }[]
  }
  return projects.flatMap(({ indicators }) =>
    indicators.flatMap(({ targetRaw, target, actualRaw, actual }) => [
      ...(typeof targetRaw === 'string' ? [{ name, raw: targetRaw, of: '', expected: target }] : []),
      ...(typeof actualRaw === 'string'
        ? [{ name, raw: actualRaw, of: targetRaw ?? '', expected: actual }]
        : []),
    ]),
  )
})
const distinct = [...new Map(cells.map((cell) => [JSON.stringify(cell), cell])).values()]

if (distinct.length > 0)
  describe('every value printed in the published forms is read as a careful person reads it', () => {
    test.each(distinct)('$raw of $of ($name)', ({ raw, of, expected }) => {
      expect(golden(of === '' ? parseTarget(raw) : parseActual(raw, parseTarget(of)))).toEqual(expected)
    })
  })
else test('the published forms are not beside this checkout', () => expect(sharedForms()).toBeNull())
