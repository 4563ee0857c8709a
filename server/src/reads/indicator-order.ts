import type { Direction, OrderKey } from './keyset.ts'

type Key = Omit<OrderKey, 'direction'>

/** What indicators can be ordered by. */
export const indicatorOrders = {
  FISCAL_YEAR: { sql: 'i."fiscal_year"', type: 'int' },
  IMPLEMENTER: { sql: 'i."implementer_id"', type: 'uuid' },
  PROJECT: { sql: 'i."project_id"', type: 'uuid' },
  PROJECT_NAME: { sql: '(SELECT p."name" FROM "project" p WHERE p."id" = i."project_id")', type: 'text' },
  PERIOD: { sql: 'i."period"::text', type: 'text' },
  POSITION: { sql: 'i."position"', type: 'int' },
  LEVEL1: { sql: 'i."level1"', type: 'text', nullable: true },
  LEVEL2: { sql: 'i."level2"', type: 'text', nullable: true },
  NAME: { sql: 'i."name"', type: 'text', nullable: true },
  TARGET_VALUE: { sql: '(i."target_value" * i."target_multiplier")', type: 'numeric', nullable: true },
  ACTUAL_VALUE: { sql: '(i."actual_value" * i."actual_multiplier")', type: 'numeric', nullable: true },
  WEIGHT: { sql: 'i."weight"', type: 'numeric', nullable: true },
  RULE_SCORE: { sql: 'i."rule_score"', type: 'numeric', nullable: true },
  SCORE: { sql: 'i."score"', type: 'numeric', nullable: true },
  MET: { sql: 'i."met"', type: 'boolean', nullable: true },
  GRADE: { sql: 'i."grade"::text', type: 'text', nullable: true },
  UPDATED_AT: { sql: 'i."updated_at"', type: 'timestamptz' },
  ID: { sql: 'i."id"', type: 'uuid' },
} as const satisfies Record<string, Key>

export type IndicatorOrderField = keyof typeof indicatorOrders

/** In the order of the projects, and in each in the order of the form. */
export const defaultIndicatorOrder = [
  { field: 'FISCAL_YEAR', direction: 'DESC' },
  { field: 'IMPLEMENTER', direction: 'ASC' },
  { field: 'PROJECT', direction: 'ASC' },
  { field: 'POSITION', direction: 'ASC' },
] as const satisfies readonly { field: IndicatorOrderField; direction: Direction }[]
