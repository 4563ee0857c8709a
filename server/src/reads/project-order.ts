import type { Direction, OrderKey } from './keyset.ts'

type Key = Omit<OrderKey, 'direction'>

const agencyName = (column: string): string =>
  `(SELECT a."name" FROM "agency" a WHERE a."id" = p."${column}")`

/** What projects can be ordered by. */
export const projectOrders = {
  FISCAL_YEAR: { sql: 'p."fiscal_year"', type: 'int' },
  IMPLEMENTER: { sql: 'p."implementer_id"', type: 'uuid' },
  IMPLEMENTER_NAME: { sql: agencyName('implementer_id'), type: 'text' },
  SUPERVISOR_NAME: { sql: agencyName('supervisor_id'), type: 'text', nullable: true },
  NAME: { sql: 'p."name"', type: 'text' },
  FORM: { sql: 'p."form"::text', type: 'text' },
  STATE: { sql: `array_position(enum_range(NULL::"ProjectState"), p."state")`, type: 'int' },
  NATURE: { sql: 'p."nature"', type: 'text', nullable: true },
  CATEGORY: { sql: 'p."category"', type: 'text', nullable: true },
  START_DATE: { sql: 'p."start_date"', type: 'date', nullable: true },
  END_DATE: { sql: 'p."end_date"', type: 'date', nullable: true },
  EXECUTION_RATE: { sql: 'p."execution_rate"', type: 'numeric', nullable: true },
  RULE_TOTAL: { sql: 'p."rule_total"', type: 'numeric', nullable: true },
  AWARDED_TOTAL: { sql: 'p."awarded_total"', type: 'numeric', nullable: true },
  BLOCKING_FINDINGS: { sql: 'p."blocking_findings"', type: 'int' },
  FINDINGS: { sql: '(p."blocking_findings" + p."explain_findings" + p."warning_findings")', type: 'int' },
  CREATED_AT: { sql: 'p."created_at"', type: 'timestamptz' },
  UPDATED_AT: { sql: 'p."updated_at"', type: 'timestamptz' },
  ID: { sql: 'p."id"', type: 'uuid' },
} as const satisfies Record<string, Key>

export type ProjectOrderField = keyof typeof projectOrders

/** Newest year first, an agency together, in the order they were registered. */
export const defaultProjectOrder = [
  { field: 'FISCAL_YEAR', direction: 'DESC' },
  { field: 'IMPLEMENTER', direction: 'ASC' },
] as const satisfies readonly { field: ProjectOrderField; direction: Direction }[]
