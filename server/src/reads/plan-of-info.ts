import {
  getNamedType,
  GraphQLObjectType,
  type GraphQLField,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql'
import { eachField, type Walk } from './each-field.ts'
import { addNeed, emptyPlan, relationPlan, type Need, type Plan } from './plan.ts'
import type { TypeName } from './row-types.ts'
import { tables } from './tables.ts'

/** What the extensions of a row type's field may say: what it needs besides the column or relation of its name. */
export interface FieldReads {
  readonly needs?: Need
  /** A nested object over columns that begin with this word: target { value } is targetValue. */
  readonly embeds?: string
}

type Extensions = FieldReads & { readonly pothosExposedField?: string }

const extensionsOf = (field: GraphQLField<unknown, unknown>): Extensions => field.extensions

const objectType = (info: GraphQLResolveInfo, name: string): GraphQLObjectType => {
  const type = info.schema.getType(name)
  if (!(type instanceof GraphQLObjectType)) throw new Error(`${name} is no object type`)
  return type
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const addEmbedded = (
  plan: Plan,
  prefix: string,
  field: GraphQLField<unknown, unknown>,
  selections: SelectionSetNode | undefined,
  walk: Walk,
): void => {
  const type = getNamedType(field.type)
  if (!(type instanceof GraphQLObjectType)) return
  eachField(selections, type, walk, (inner) => {
    const { needs, pothosExposedField } = extensionsOf(inner)
    const names = needs?.columns ?? (pothosExposedField === undefined ? [] : [pothosExposedField])
    for (const name of names) plan.columns.add(prefix + capital(name))
  })
}

const addSelections = (plan: Plan, selections: SelectionSetNode | undefined, walk: Walk): void => {
  const table = tables[plan.type]
  eachField(selections, objectType(walk.info, plan.type), walk, (field, nested) => {
    const { needs, embeds, pothosExposedField } = extensionsOf(field)
    if (needs !== undefined) addNeed(plan, needs)
    else if (embeds !== undefined) addEmbedded(plan, embeds, field, nested, walk)
    else if (field.name in table.relations) addSelections(relationPlan(plan, field.name), nested, walk)
    else if (pothosExposedField !== undefined && table.columns.has(pothosExposedField))
      plan.columns.add(pothosExposedField)
  })
}

const selectionsAt = (
  selections: SelectionSetNode | undefined,
  type: GraphQLObjectType,
  path: readonly string[],
  walk: Walk,
): SelectionSetNode[] => {
  const [name, ...rest] = path
  if (name === undefined) return selections === undefined ? [] : [selections]
  const found: SelectionSetNode[] = []
  eachField(selections, type, walk, (field, nested) => {
    const next = getNamedType(field.type)
    if (field.name === name && next instanceof GraphQLObjectType)
      found.push(...selectionsAt(nested, next, rest, walk))
  })
  return found
}

// Compiled operations hand the same nodes to every request, so their plan is made once.
const plans = new WeakMap<object, Map<TypeName, Plan>>()

const makePlan = (
  info: GraphQLResolveInfo,
  type: TypeName,
  paths: readonly (readonly string[])[],
): { readonly plan: Plan; readonly varies: boolean } => {
  const walk: Walk = { info, varies: false }
  const plan = emptyPlan(type)
  const returned = getNamedType(info.returnType)
  for (const { selectionSet } of info.fieldNodes)
    for (const path of paths)
      if (path.length === 0) addSelections(plan, selectionSet, walk)
      else if (returned instanceof GraphQLObjectType)
        for (const selections of selectionsAt(selectionSet, returned, path, walk))
          addSelections(plan, selections, walk)
  return { plan, varies: walk.varies }
}

/** What the operation asks of a type, at these paths below the field being resolved. */
export const planOfInfo = (
  info: GraphQLResolveInfo,
  type: TypeName,
  paths: readonly (readonly string[])[] = [[]],
): Plan => {
  const known = plans.get(info.fieldNodes)?.get(type)
  if (known !== undefined) return known
  const { plan, varies } = makePlan(info, type, paths)
  if (!varies) {
    const ofField = plans.get(info.fieldNodes) ?? new Map<TypeName, Plan>()
    ofField.set(type, plan)
    plans.set(info.fieldNodes, ofField)
  }
  return plan
}
