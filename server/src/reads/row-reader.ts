import type { GraphQLResolveInfo } from 'graphql'
import type { SqlValue } from '@biaochi/prisma'
import { emptyPlan, mergePlan, relationPlan, type Plan } from './plan.ts'
import { planOfInfo } from './plan-of-info.ts'
import { attachRelations, readByIds, readRows, type OpenRow, type Reading } from './read-rows.ts'
import type { Rows, TypeName } from './row-types.ts'

interface Batch<Item, Result> {
  readonly plan: Plan
  readonly items: Set<Item>
  readonly done: Promise<Result>
}

/** The page a statement finds: `tail` is the statement from FROM on, `more` what to select beside the plan's columns. */
export interface PageStatement {
  readonly tail: string
  readonly values: readonly SqlValue[]
  readonly more?: readonly string[]
}

// By then every resolver that was ready has run.
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The rows of one request, read by SQL of our own: what is asked for at the same time is one statement. */
export class RowReader {
  readonly #reading: Reading
  readonly #relations = new Map<string, Batch<OpenRow, void>>()
  readonly #ids = new Map<TypeName, Batch<string, ReadonlyMap<string, object>>>()

  constructor(reading: Reading) {
    this.#reading = reading
  }

  async page<Type extends TypeName>(
    type: Type,
    plan: Plan,
    { tail, values, more }: PageStatement,
  ): Promise<readonly Rows[Type][]> {
    if (plan.type !== type) throw new Error(`a plan for ${plan.type} does not read ${type}`)
    // The plan's SELECT list is what makes them rows of that type.
    return (await readRows(this.#reading, plan, tail, values, more)) as unknown as readonly Rows[Type][]
  }

  /** The rows of these ids, in the order of the ids, without those that do not exist. */
  async byIds<Type extends TypeName>(
    type: Type,
    ids: readonly string[],
    info: GraphQLResolveInfo,
  ): Promise<Rows[Type][]> {
    const rows = await readByIds(this.#reading, planOfInfo(info, type), ids)
    return ids.flatMap((id) => rows.get(id.toLowerCase()) ?? []) as Rows[Type][]
  }

  /** The row of an id or null, read together with all others that are asked for at the same time. */
  async byId<Type extends TypeName>(
    type: Type,
    id: string,
    info: GraphQLResolveInfo,
  ): Promise<Rows[Type] | null> {
    const batch = this.#ids.get(type) ?? this.#openIds(type)
    batch.items.add(id)
    mergePlan(batch.plan, planOfInfo(info, type))
    return ((await batch.done).get(id.toLowerCase()) ?? null) as Rows[Type] | null
  }

  /** Hangs a relation on a row that came without it, together with all rows that ask for it at the same time. */
  async related(type: TypeName, name: string, row: object, info: GraphQLResolveInfo): Promise<unknown> {
    const key = `${type}.${name}`
    const batch = this.#relations.get(key) ?? this.#openRelation(key, type)
    const open = row as OpenRow
    batch.items.add(open)
    const plan = relationPlan(batch.plan, name)
    mergePlan(plan, planOfInfo(info, plan.type))
    await batch.done
    return open[name]
  }

  #openIds(type: TypeName): Batch<string, ReadonlyMap<string, object>> {
    const plan = emptyPlan(type)
    const items = new Set<string>()
    const done = settled().then(() => {
      this.#ids.delete(type)
      return readByIds(this.#reading, plan, [...items])
    })
    const batch = { plan, items, done }
    this.#ids.set(type, batch)
    return batch
  }

  #openRelation(key: string, type: TypeName): Batch<OpenRow, void> {
    const plan = emptyPlan(type)
    const items = new Set<OpenRow>()
    const done = settled().then(() => {
      this.#relations.delete(key)
      return attachRelations(this.#reading, plan, [...items])
    })
    const batch = { plan, items, done }
    this.#relations.set(key, batch)
    return batch
  }
}
