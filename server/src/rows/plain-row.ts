import type { Prisma } from '@biaochi/prisma'

/** A row of Prisma with its decimals as canonical text, the form everything of ours computes with. */
export type PlainRow<Row> = {
  readonly [Key in keyof Row]: Row[Key] extends Prisma.Decimal
    ? string
    : Row[Key] extends Prisma.Decimal | null
      ? string | null
      : Row[Key]
}

export const decimalText = (value: Prisma.Decimal | string): string =>
  typeof value === 'string' ? value : value.toFixed()
