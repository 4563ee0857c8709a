import { m } from '#lib/i18n.ts'
import type { ColumnFilter, Range } from '../column-filter.ts'
import type { Density } from './density.ts'

export const densityNames: Readonly<Record<Density, () => string>> = {
  compact: m.density_compact,
  normal: m.density_normal,
  comfortable: m.density_comfortable,
}

/** A filter as one says it behind the name of its column: "10–15", "≥90%", "包含“满意”", "产出指标、效益指标". */
export function filterInWords(filter: ColumnFilter, label: (value: string) => string): string {
  switch (filter.kind) {
    case 'set':
      return setInWords(filter.values.map(label))
    case 'range':
      return rangeInWords(filter, '')
    case 'quantity':
      return rangeInWords(filter, filter.unit ?? '')
    case 'text':
      return textInWords(filter.test, filter.text)
  }
}

const shownValues = 3

function setInWords(labels: readonly string[]): string {
  if (labels.length === 0) return m.filter_nothing()
  const shown = labels.slice(0, shownValues).join(m.list_separator())
  return labels.length > shownValues ? m.filter_and_more({ shown, count: labels.length }) : shown
}

function rangeInWords({ from, to }: Range, unit: string): string {
  if (from === null) return to === null ? m.filter_in_unit({ unit }) : `≤${to}${unit}`
  if (to === null) return `≥${from}${unit}`
  return from === to ? `=${from}${unit}` : `${from}–${to}${unit}`
}

function textInWords(test: Extract<ColumnFilter, { kind: 'text' }>['test'], text: string): string {
  switch (test) {
    case 'contains':
      return m.filter_contains({ text })
    case 'equals':
      return m.filter_equals({ text })
    case 'empty':
      return m.filter_empty()
    case 'not-empty':
      return m.filter_not_empty()
  }
}
