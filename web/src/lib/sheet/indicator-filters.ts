import { formatCell } from '@biaochi/domain'
import type { Severity } from '@biaochi/domain'
import type { FilterSubject, FilterSubjects } from './column-filter.ts'
import { compareSubjects } from './compare/compare-filters.ts'
import type { RowComparison } from './compare/row-comparison.ts'
import type { IndicatorRow } from './indicator-table.ts'
import { savingSubject, severityOrder } from './row-filters.ts'
import type { IndicatorModel } from './sheet.svelte.ts'

/** What is asked of a row as a whole rather than of one of its columns. */
export const rowFilters = ['findings', 'state', 'form'] as const

/** What the filters of the indicators look at; what is looked up is looked up once. */
export function indicatorSubjects(
  model: IndicatorModel,
  comparison: RowComparison,
): FilterSubjects<IndicatorRow> {
  const severities = onceEach((groupId) => severitiesByRow(model, groupId))
  return {
    level1: oneOf(({ record }) => record.level1),
    level2: oneOf(({ record }) => record.level2),
    name: { kind: 'text', textOf: ({ record }) => record.name ?? '' },
    period: oneOf(({ record }) => record.period, ['annual', 'midterm']),
    target: {
      kind: 'measure',
      measureOf: ({ record }) => record.target,
      textOf: ({ record }) => formatCell(record, 'target'),
    },
    actual: {
      kind: 'measure',
      measureOf: ({ record }) => record.actual,
      textOf: ({ record }) => formatCell(record, 'actual'),
    },
    weight: { kind: 'number', numberOf: ({ record }) => record.weight },
    ruleScore: {
      kind: 'number',
      numberOf: ({ computed }) => (computed.kind === 'scored' ? computed.score : null),
    },
    score: { kind: 'number', numberOf: ({ record }) => record.score },
    met: oneOf(({ computed: { met } }) => (met === null ? null : met ? 'met' : 'missed'), ['met', 'missed']),
    grade: oneOf(({ record }) => record.grade, ['achieved', 'partly', 'missed']),
    reason: { kind: 'text', textOf: ({ record }) => record.reason ?? '' },
    ...compareSubjects(comparison),
    findings: {
      kind: 'set',
      order: severityOrder,
      valuesOf: ({ id, groupId }) => severities(groupId).get(id) ?? noFindings,
    },
    state: savingSubject(model),
    form: oneOf(
      ({ groupId }) => model.group(groupId)?.project.document.form,
      ['declaration', 'self-evaluation'],
    ),
  }
}

const noFindings = ['none']

const oneOf = (
  valueOf: (row: IndicatorRow) => string | null | undefined,
  order: readonly string[] = [],
): FilterSubject<IndicatorRow> => ({
  kind: 'set',
  order,
  valuesOf: (row) => [valueOf(row) ?? ''],
})

function onceEach<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return (key) => {
    const before = made.get(key)
    if (before !== undefined) return before
    const now = make(key)
    made.set(key, now)
    return now
  }
}

function severitiesByRow(model: IndicatorModel, groupId: string): ReadonlyMap<string, readonly Severity[]> {
  const byRow = new Map<string, Severity[]>()
  for (const { rowId, severity } of model.group(groupId)?.findings ?? []) {
    if (rowId === null) continue
    const known = byRow.get(rowId)
    if (known === undefined) byRow.set(rowId, [severity])
    else if (!known.includes(severity)) known.push(severity)
  }
  return byRow
}
