// Prints the SQL of the next migration: what schema.prisma has and the committed migrations have not.
// node diff-migration.ts > migrations/<yyyymmddhhmmss>_<name>/migration.sql, then add CHECK constraints by hand.
import { migrationDiff } from './migration-diff.ts'

console.log(await migrationDiff())
