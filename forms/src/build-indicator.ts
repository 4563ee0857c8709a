import { emptyIndicator, missing, parseActual, parseDecimal, parseTarget } from '@biaochi/domain'
import type { DecimalText, Indicator, IndicatorField, Target } from '@biaochi/domain'
import type { Column, IndicatorDraft } from './draft.ts'
import { closeGaps } from './text/clean-text.ts'
import { pointsOf } from './table/value-kind.ts'

/** An indicator with the line and the printed text of each of its cells. */
export interface BuiltIndicator {
  readonly indicator: Indicator
  readonly lines: ReadonlyMap<IndicatorField, number>
  readonly printed: ReadonlyMap<IndicatorField, string>
}

/** Reads the texts of a row with the domain's grammar. */
export function buildIndicator(draft: IndicatorDraft): BuiltIndicator {
  const text = (column: Column): string | null => draft.columns.get(column)?.text ?? null
  const name = text('name')
  const target = targetOf(text('target'), draft.notApplicable)
  const actual = text('actual')
  const reason = text('reason')
  const indicator: Indicator = {
    ...emptyIndicator,
    period: draft.period,
    level1: draft.level1,
    level2: draft.level2,
    name: name === null ? null : closeGaps(name.replaceAll('\n', '')),
    target,
    actual: actual === null ? missing : parseActual(actual, target),
    weight: points(text('weight')),
    score: points(text('score')),
    reason: reason === null ? null : closeGaps(reason),
  }
  const lines = new Map<IndicatorField, number>([
    ['level1', draft.line],
    ['level2', draft.line],
  ])
  const printed = new Map<IndicatorField, string>()
  for (const [column, cell] of draft.columns) {
    lines.set(column, cell.line)
    printed.set(column, cell.text)
  }
  return { indicator, lines, printed }
}

const points = (text: string | null): DecimalText | null =>
  text === null ? null : parseDecimal(pointsOf(text) ?? '')

/** 不适用 is a state of the row: it holds even where the target's own cell is gone. */
const targetOf = (text: string | null, notApplicable: boolean): Target =>
  notApplicable ? { kind: 'not-applicable', raw: text ?? '' } : text === null ? missing : parseTarget(text)
