import { formatCell, type Indicator, type IndicatorField } from '@biaochi/domain'

/** What stands in a cell as it was typed or printed, so that putting it back loses nothing; null when empty. */
export const textOf = (indicator: Indicator, field: IndicatorField): string | null => {
  if (field === 'target' || field === 'actual') {
    const measure = indicator[field]
    return measure.kind === 'missing' ? null : measure.raw
  }
  const text = formatCell(indicator, field)
  return text === '' ? null : text
}
