import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from '../context.ts'
import type { Rows, TypeName } from '../reads/row-types.ts'

/** Resolves a relation: what the plan has hung on the row, else read now with all rows that ask at the same time. */
export const related =
  <Type extends TypeName, Name extends keyof Rows[Type] & string>(type: Type, name: Name) =>
  (
    row: Rows[Type],
    _args: object,
    { rows }: Context,
    info: GraphQLResolveInfo,
  ): Exclude<Rows[Type][Name], undefined> | Promise<Exclude<Rows[Type][Name], undefined>> =>
    // The reader hangs on the row what its table says stands under that name.
    (row[name] === undefined ? rows.related(type, name, row, info) : row[name]) as
      Exclude<Rows[Type][Name], undefined> | Promise<Exclude<Rows[Type][Name], undefined>>
