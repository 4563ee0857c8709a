import type { Assumption, Measure, Multiplier, Operator } from '@biaochi/domain'
import type { MeasureKind } from '@biaochi/prisma'
import { toUpper } from '../words.ts'

/** The ten columns a target or an actual is kept in. */
export interface MeasureRow {
  readonly kind: MeasureKind
  readonly raw: string | null
  readonly operator: string | null
  readonly value: string | null
  readonly multiplier: number
  readonly unit: string | null
  readonly text: string | null
  readonly operatorAssumed: boolean
  readonly unitAssumed: boolean
  readonly approximate: boolean
}

const nothing = {
  operator: null,
  value: null,
  multiplier: 1,
  unit: null,
  text: null,
  operatorAssumed: false,
  unitAssumed: false,
  approximate: false,
}

export const measureToRow = (measure: Measure): MeasureRow => {
  const kind = toUpper(measure.kind)
  if (measure.kind === 'missing') return { ...nothing, kind, raw: null }
  if (measure.kind === 'qualitative') return { ...nothing, kind, raw: measure.raw, text: measure.text }
  if (measure.kind !== 'quantitative') return { ...nothing, kind, raw: measure.raw }
  const { raw, operator, value, multiplier, unit, approximate, assumed } = measure
  const operatorAssumed = assumed.includes('operator')
  return {
    kind,
    raw,
    operator,
    value,
    multiplier,
    unit,
    text: null,
    operatorAssumed,
    unitAssumed: assumed.includes('unit'),
    approximate,
  }
}

const operators: readonly Operator[] = ['>=', '<=', '=', '>', '<']
const multipliers: readonly Multiplier[] = [1, 10000, 100000000]

/** `reparse` reads again what could not be read: the reason is not kept, it is the grammar's of today. */
export const measureFromRow = (row: MeasureRow, reparse: (raw: string) => Measure): Measure => {
  const raw = row.raw ?? ''
  switch (row.kind) {
    case 'MISSING':
      return { kind: 'missing' }
    case 'NOT_APPLICABLE':
      return { kind: 'not-applicable', raw }
    case 'QUALITATIVE':
      return { kind: 'qualitative', text: row.text ?? raw, raw }
    case 'INVALID':
      return reparse(raw)
    case 'QUANTITATIVE': {
      const assumed: Assumption[] = []
      if (row.operatorAssumed) assumed.push('operator')
      if (row.unitAssumed) assumed.push('unit')
      return {
        kind: 'quantitative',
        operator: operators.find((known) => known === row.operator) ?? null,
        value: row.value ?? '0',
        multiplier: multipliers.find((known) => known === row.multiplier) ?? 1,
        unit: row.unit,
        raw,
        assumed,
        approximate: row.approximate,
      }
    }
  }
}
