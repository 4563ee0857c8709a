import type { Sql, Transaction } from '@biaochi/prisma'

/** Where every server that writes says that there is something new. */
export const CHANGES_CHANNEL = 'biaochi_changes'

/**
 * Numbers a change set and announces it: the last statement of the transaction that wrote it, and no lock is taken after.
 * The counter is one row: whoever counts holds its lock until the end of the transaction, and PostgreSQL makes a
 * transaction's rows visible before it lets its locks go. So numbers are given in the order in which their change sets
 * become visible, a later one is never seen before an earlier one, and (the count is undone with its transaction) none
 * is left out. A sequence or the time would promise neither: a reader at 8 could find 7 committed afterwards.
 */
export const announce = (sql: Transaction, changeSetId: string): void => {
  sql.write(
    `WITH counted AS (UPDATE "change_counter" SET "last" = "last" + 1 RETURNING "last"),
       numbered AS (UPDATE "change_set" SET "number" = counted."last" FROM counted
         WHERE "change_set"."id" = $1::uuid RETURNING "number")
     SELECT pg_notify('${CHANGES_CHANNEL}', "number"::text)::text FROM numbered`,
    [changeSetId],
  )
}

/** For what is written without a change set: those who remember answers look at the counter's row (change-marks.ts). */
export const markWrite = async (sql: Sql): Promise<void> => {
  await sql.query(`UPDATE "change_counter" SET "last" = "last"`)
}
