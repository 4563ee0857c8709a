import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import type { Prisma } from '@biaochi/prisma'
import type PrismaTypes from '@biaochi/prisma/pothos'
import { getDatamodel } from '@biaochi/prisma/pothos'
import type { Context } from './context.ts'

/** The schema's builder: fields are never null unless they say so. */
export const builder = new SchemaBuilder<{
  Context: Context
  PrismaTypes: PrismaTypes
  DefaultFieldNullability: false
  DefaultInputFieldRequiredness: true
  Scalars: {
    ID: { Input: string; Output: string }
    Decimal: { Input: string; Output: Prisma.Decimal | string }
    Date: { Input: string; Output: Date | string }
    DateTime: { Input: string; Output: Date | string }
  }
}>({
  plugins: [PrismaPlugin],
  defaultFieldNullability: false,
  defaultInputFieldRequiredness: true,
  prisma: {
    client: (context) => context.db.prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: true,
    // A resolver that forgets to spread its query would read relations row by row: that is a bug, always.
    onUnusedQuery: 'error',
  },
})
