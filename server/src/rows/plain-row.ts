import { Prisma } from '@biaochi/prisma'

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

/** Decimals become canonical text; everything else stays. */
export const plainRow = <Row extends object>(row: Row): PlainRow<Row> =>
  // Object.entries forgets which value belongs to which key; the type above says what this line does.
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value instanceof Prisma.Decimal ? decimalText(value) : value,
    ]),
  ) as PlainRow<Row>
