-- CreateEnum
CREATE TYPE "ChangeEntity" AS ENUM ('INDICATOR', 'PROJECT', 'AGENCY');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('UPDATE', 'CREATE', 'DELETE');

-- AlterEnum
ALTER TYPE "ChangeSource" ADD VALUE 'RESTORE';

-- DropIndex
DROP INDEX "change_set_created_at_idx";

-- AlterTable
ALTER TABLE "cell_change" ADD COLUMN     "entity" "ChangeEntity" NOT NULL DEFAULT 'INDICATOR',
ADD COLUMN     "kind" "ChangeKind" NOT NULL DEFAULT 'UPDATE',
ALTER COLUMN "project_id" DROP NOT NULL,
ALTER COLUMN "fiscal_year" DROP NOT NULL;

-- AlterTable
ALTER TABLE "change_set" ADD COLUMN     "undoes_id" UUID;

-- CreateIndex
CREATE INDEX "change_set_created_at_id_idx" ON "change_set"("created_at", "id");

-- CreateIndex
CREATE INDEX "change_set_author_created_at_id_idx" ON "change_set"("author", "created_at", "id");

-- CreateIndex
CREATE INDEX "change_set_undoes_id_idx" ON "change_set"("undoes_id");

-- AddForeignKey
ALTER TABLE "change_set" ADD CONSTRAINT "change_set_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "change_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An agency's change belongs to no project; a row made or deleted is one change of the field "row".
ALTER TABLE "cell_change"
    ADD CONSTRAINT "cell_change_project" CHECK (("entity" = 'AGENCY') = ("project_id" IS NULL)),
    ADD CONSTRAINT "cell_change_year" CHECK (("project_id" IS NULL) = ("fiscal_year" IS NULL)),
    ADD CONSTRAINT "cell_change_row" CHECK (("kind" = 'UPDATE') = ("field" <> 'row')),
    ADD CONSTRAINT "cell_change_create" CHECK ("kind" <> 'CREATE' OR "before" IS NULL),
    ADD CONSTRAINT "cell_change_delete" CHECK ("kind" <> 'DELETE' OR "after" IS NULL);

ALTER TABLE "change_set" ADD CONSTRAINT "change_set_undoes_another" CHECK ("undoes_id" <> "id");

-- Imports made before say from now on which projects they made.
INSERT INTO "cell_change" ("change_set_id", "row_id", "field", "entity", "kind", "project_id", "fiscal_year",
    "implementer_id", "before", "after", "row_version")
SELECT b."change_set_id", p."id", 'row', 'PROJECT', 'CREATE', p."id", p."fiscal_year", p."implementer_id", NULL,
    json_build_object('name', p."name")::text, 1
FROM "project" p JOIN "import_batch" b ON b."id" = p."import_batch_id";
