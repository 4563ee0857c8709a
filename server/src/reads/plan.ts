import { tables } from './tables.ts'
import type { TypeName } from './row-types.ts'

/** What to read of a type: its columns, and through its relations what to read of theirs. */
export interface Plan {
  readonly type: TypeName
  readonly columns: Set<string>
  readonly relations: Map<string, Plan>
  /** Agencies whose parents or children are asked for: they come from the request's catalog, the tree whole. */
  tree: boolean
}

/** What a field needs that is no column or relation of its own name. */
export interface Need {
  readonly columns?: readonly string[]
  readonly relations?: Readonly<Record<string, Need>>
  readonly tree?: boolean
}

// Every row is read with its id: relations and clients go by it.
export const emptyPlan = (type: TypeName): Plan => ({
  type,
  columns: new Set(['id']),
  relations: new Map(),
  tree: false,
})

/** The plan of a relation, made when it is first asked for; the keys that lead to it are read too. */
export const relationPlan = (plan: Plan, name: string): Plan => {
  const known = plan.relations.get(name)
  if (known !== undefined) return known
  const relation = tables[plan.type].relations[name]
  if (relation === undefined) throw new Error(`${plan.type} has no relation ${name}`)
  const next = emptyPlan(relation.to)
  if (relation.kind === 'one') plan.columns.add(relation.key)
  else next.columns.add(relation.key)
  plan.relations.set(name, next)
  return next
}

export const addNeed = (plan: Plan, need: Need): void => {
  for (const column of need.columns ?? []) plan.columns.add(column)
  if (need.tree === true) plan.tree = true
  for (const [name, nested] of Object.entries(need.relations ?? {})) addNeed(relationPlan(plan, name), nested)
}

/** Adds to a plan everything another one reads. */
export const mergePlan = (plan: Plan, other: Plan): void => {
  for (const column of other.columns) plan.columns.add(column)
  if (other.tree) plan.tree = true
  for (const [name, nested] of other.relations) mergePlan(relationPlan(plan, name), nested)
}
