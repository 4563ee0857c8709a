import { parseActual, parseTarget } from '@biaochi/domain'
import type { Indicator } from '@biaochi/domain'
import type { ResultOf } from 'gql.tada'
import { graphql } from './graphql.ts'
import { toLower } from './words.ts'

export const indicatorFields = graphql(`
  fragment IndicatorFields on Indicator {
    id
    period
    level1
    level2
    name
    target {
      raw
    }
    actual {
      raw
    }
    weight
    score
    reason
    grade
    version
    sourceLine
  }
`)

export type IndicatorRow = ResultOf<typeof indicatorFields>

/** A row as the sheet keeps it, whichever project it belongs to. */
export interface ReadRow {
  readonly id: string
  readonly groupId: string
  readonly version: number
  readonly line: number | null
  readonly record: Indicator
}

export function readRow(row: IndicatorRow, projectId: string): ReadRow {
  return {
    id: row.id,
    groupId: projectId,
    version: row.version,
    line: row.sourceLine,
    record: readIndicator(row),
  }
}

/** The server's text through the same grammar it was stored with: what it means is never sent twice. */
export function readIndicator(row: IndicatorRow): Indicator {
  const target = parseTarget(row.target.raw ?? '')
  return {
    period: toLower(row.period),
    level1: row.level1,
    level2: row.level2,
    name: row.name,
    target,
    actual: parseActual(row.actual.raw ?? '', target),
    weight: row.weight,
    score: row.score,
    reason: row.reason,
    grade: row.grade && toLower(row.grade),
  }
}
