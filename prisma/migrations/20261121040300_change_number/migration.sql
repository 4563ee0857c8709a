-- AlterTable
ALTER TABLE "change_set" ADD COLUMN     "number" INTEGER;

-- CreateTable
CREATE TABLE "change_counter" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "last" INTEGER NOT NULL,

    CONSTRAINT "change_counter_pkey" PRIMARY KEY ("id")
);

-- What was changed before is numbered in the order of time.
UPDATE "change_set" SET "number" = counted."number"
FROM (SELECT "id", row_number() OVER (ORDER BY "created_at", "id") AS "number" FROM "change_set") AS counted
WHERE counted."id" = "change_set"."id";

INSERT INTO "change_counter" ("id", "last") SELECT 1, coalesce(max("number"), 0) FROM "change_set";

-- CreateIndex
CREATE UNIQUE INDEX "change_set_number_key" ON "change_set"("number");

ALTER TABLE "change_set" ADD CONSTRAINT "change_set_number" CHECK ("number" >= 1);

ALTER TABLE "change_counter" ADD CONSTRAINT "change_counter_only_one" CHECK ("id" = 1);
