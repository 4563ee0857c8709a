-- CreateTable
CREATE TABLE "counted_rules" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "hash" TEXT NOT NULL,

    CONSTRAINT "counted_rules_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "counted_rules" ADD CONSTRAINT "counted_rules_only_one" CHECK ("id" = 1);
