import type { Prisma } from '@biaochi/prisma'

/** A row as our own SQL reads it: Prisma's, with decimals and times as text. */
type ReadRow<Model> = {
  readonly [Key in keyof Model]: Extract<Model[Key], Prisma.Decimal | Date> extends never
    ? Model[Key]
    : string | Extract<Model[Key], null>
}

/** What a relation field finds beside its row's own columns when the plan has read it. */
type With<Relations> = { readonly [Key in keyof Relations]?: Relations[Key] }

// A row has the columns its plan asked for and no others: these types name what a field may ask for.
export type AgencyRow = ReadRow<Prisma.AgencyGetPayload<object>>
export type FundRow = ReadRow<Prisma.FundGetPayload<object>>
export type GoalRow = ReadRow<Prisma.GoalGetPayload<object>>
export type NarrativeRow = ReadRow<Prisma.NarrativeGetPayload<object>>
export type ImportBatchRow = ReadRow<Prisma.ImportBatchGetPayload<object>> &
  With<{ projects: readonly ProjectRow[] }>
export type IndicatorRow = ReadRow<Prisma.IndicatorGetPayload<object>> & With<{ project: ProjectRow }>
export type ProjectRow = ReadRow<Prisma.ProjectGetPayload<object>> &
  With<{
    implementer: AgencyRow
    supervisor: AgencyRow | null
    importBatch: ImportBatchRow | null
    funds: readonly FundRow[]
    goals: readonly GoalRow[]
    narratives: readonly NarrativeRow[]
    indicators: readonly IndicatorRow[]
  }>

/** The rows by the name of their type. */
export interface Rows {
  readonly Agency: AgencyRow
  readonly Fund: FundRow
  readonly Goal: GoalRow
  readonly ImportBatch: ImportBatchRow
  readonly Indicator: IndicatorRow
  readonly Narrative: NarrativeRow
  readonly Project: ProjectRow
}

export type TypeName = keyof Rows
