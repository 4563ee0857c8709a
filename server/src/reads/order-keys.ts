import type { Context } from '../context.ts'
import { refuse } from '../errors.ts'
import type { Direction, OrderKey } from './keyset.ts'

export interface OrderStep<Field extends string> {
  readonly field: Field
  readonly direction: Direction
}

/** An order as keys, and its name in cursors: one made under another order is refused. */
export interface Order {
  readonly keys: readonly OrderKey[]
  readonly name: string
}

/** The id comes last, so that no two rows tie. A field named again would decide nothing and is refused. */
export const orderKeys = <Field extends string>(
  fields: Readonly<Record<Field | 'ID', Omit<OrderKey, 'direction'>>>,
  steps: readonly OrderStep<Field | 'ID'>[],
  { locale }: Context,
): Order => {
  const named = new Set(steps.map(({ field }) => field))
  if (named.size < steps.length) throw refuse(locale, 'BAD_INPUT', 'order-twice')
  const all = named.has('ID') ? steps : [...steps, { field: 'ID', direction: 'ASC' } as const]
  return {
    keys: all.map(({ field, direction }) => ({ ...fields[field], direction })),
    name: steps.map(({ field, direction }) => `${field} ${direction}`).join(),
  }
}
