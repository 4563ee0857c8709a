-- CreateEnum
CREATE TYPE "ProjectForm" AS ENUM ('DECLARATION', 'SELF_EVALUATION');

-- CreateEnum
CREATE TYPE "ProjectState" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'SELF_EVALUATING', 'EVALUATION_SUBMITTED', 'EVALUATION_RETURNED', 'VERIFIED', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "IndicatorPeriod" AS ENUM ('ANNUAL', 'MIDTERM');

-- CreateEnum
CREATE TYPE "MeasureKind" AS ENUM ('QUANTITATIVE', 'QUALITATIVE', 'NOT_APPLICABLE', 'MISSING', 'INVALID');

-- CreateEnum
CREATE TYPE "QualitativeGrade" AS ENUM ('ACHIEVED', 'PARTLY', 'MISSED');

-- CreateEnum
CREATE TYPE "FundPeriod" AS ENUM ('TOTAL', 'MIDTERM', 'ANNUAL', 'PRIOR');

-- CreateEnum
CREATE TYPE "FundSource" AS ENUM ('ALL', 'FISCAL', 'CARRYOVER', 'OTHER');

-- CreateEnum
CREATE TYPE "FundStage" AS ENUM ('REQUESTED', 'INITIAL', 'ADJUSTED', 'EXECUTED');

-- CreateEnum
CREATE TYPE "GoalPeriod" AS ENUM ('TOTAL', 'MIDTERM', 'ANNUAL', 'EXPECTED', 'ACHIEVED');

-- CreateEnum
CREATE TYPE "ChangeSource" AS ENUM ('EDIT', 'PASTE', 'FILL', 'UNDO', 'REDO', 'IMPORT', 'API');

-- CreateTable
CREATE TABLE "agency" (
    "id" UUID NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "former_names" TEXT[],
    "region" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "parent_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT,
    "from_year" INTEGER NOT NULL,
    "to_year" INTEGER,
    "data" JSONB NOT NULL,

    CONSTRAINT "framework_pkey" PRIMARY KEY ("id","version")
);

-- CreateTable
CREATE TABLE "scheme" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT,
    "from_year" INTEGER NOT NULL,
    "to_year" INTEGER,
    "data" JSONB NOT NULL,

    CONSTRAINT "scheme_pkey" PRIMARY KEY ("id","version")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "implementer_id" UUID NOT NULL,
    "supervisor_id" UUID,
    "name" TEXT NOT NULL,
    "form" "ProjectForm" NOT NULL,
    "state" "ProjectState" NOT NULL DEFAULT 'DRAFT',
    "nature" TEXT,
    "category" TEXT,
    "start_date" DATE,
    "end_date" DATE,
    "period_label" TEXT,
    "government_procurement" TEXT,
    "performance_type" TEXT,
    "execution_weight" DECIMAL(14,6),
    "execution_rate" DECIMAL(14,6),
    "execution_score" DECIMAL(14,6),
    "printed_total_weight" DECIMAL(14,6),
    "printed_total_score" DECIMAL(14,6),
    "rule_total" DECIMAL(14,6),
    "rule_grade" TEXT,
    "awarded_total" DECIMAL(14,6),
    "awarded_grade" TEXT,
    "incomplete" BOOLEAN NOT NULL DEFAULT false,
    "blocking_findings" INTEGER NOT NULL DEFAULT 0,
    "explain_findings" INTEGER NOT NULL DEFAULT 0,
    "warning_findings" INTEGER NOT NULL DEFAULT 0,
    "framework_id" TEXT,
    "framework_version" INTEGER,
    "scheme_id" TEXT NOT NULL,
    "scheme_version" INTEGER NOT NULL,
    "import_batch_id" UUID,
    "source_line" INTEGER,
    "source_lines" JSONB NOT NULL DEFAULT '{}',
    "reader_findings" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "implementer_id" UUID NOT NULL,
    "period" "FundPeriod" NOT NULL,
    "source" "FundSource" NOT NULL,
    "stage" "FundStage" NOT NULL,
    "amount" DECIMAL(28,8) NOT NULL,

    CONSTRAINT "fund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "implementer_id" UUID NOT NULL,
    "period" "GoalPeriod" NOT NULL,
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "narrative" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "implementer_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "narrative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "implementer_id" UUID NOT NULL,
    "period" "IndicatorPeriod" NOT NULL,
    "level1" TEXT,
    "level2" TEXT,
    "name" TEXT,
    "target_kind" "MeasureKind" NOT NULL,
    "target_raw" TEXT,
    "target_operator" TEXT,
    "target_value" DECIMAL(38,10),
    "target_multiplier" INTEGER NOT NULL DEFAULT 1,
    "target_unit" TEXT,
    "target_text" TEXT,
    "target_operator_assumed" BOOLEAN NOT NULL DEFAULT false,
    "target_unit_assumed" BOOLEAN NOT NULL DEFAULT false,
    "target_approximate" BOOLEAN NOT NULL DEFAULT false,
    "actual_kind" "MeasureKind" NOT NULL,
    "actual_raw" TEXT,
    "actual_operator" TEXT,
    "actual_value" DECIMAL(38,10),
    "actual_multiplier" INTEGER NOT NULL DEFAULT 1,
    "actual_unit" TEXT,
    "actual_text" TEXT,
    "actual_operator_assumed" BOOLEAN NOT NULL DEFAULT false,
    "actual_unit_assumed" BOOLEAN NOT NULL DEFAULT false,
    "actual_approximate" BOOLEAN NOT NULL DEFAULT false,
    "weight" DECIMAL(14,6),
    "rule_score" DECIMAL(14,6),
    "score" DECIMAL(14,6),
    "reason" TEXT,
    "grade" "QualitativeGrade",
    "met" BOOLEAN,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source_line" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_set" (
    "id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "source" "ChangeSource" NOT NULL,
    "idempotency_key" TEXT,
    "request_hash" TEXT,
    "answer" JSONB,
    "cells" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "projects" INTEGER NOT NULL,

    CONSTRAINT "change_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cell_change" (
    "change_set_id" UUID NOT NULL,
    "row_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "implementer_id" UUID NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "row_version" INTEGER NOT NULL,

    CONSTRAINT "cell_change_pkey" PRIMARY KEY ("change_set_id","row_id","field")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "change_set_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "layout" TEXT,
    "sha256" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "author" TEXT NOT NULL,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agency_code_key" ON "agency"("code");

-- CreateIndex
CREATE INDEX "agency_parent_id_idx" ON "agency"("parent_id");

-- CreateIndex
CREATE INDEX "project_fiscal_year_implementer_id_id_idx" ON "project"("fiscal_year" DESC, "implementer_id", "id");

-- CreateIndex
CREATE INDEX "project_implementer_id_idx" ON "project"("implementer_id");

-- CreateIndex
CREATE INDEX "project_supervisor_id_idx" ON "project"("supervisor_id");

-- CreateIndex
CREATE INDEX "project_import_batch_id_idx" ON "project"("import_batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_fiscal_year_implementer_id_name_key" ON "project"("fiscal_year", "implementer_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "fund_project_id_period_source_stage_key" ON "fund"("project_id", "period", "source", "stage");

-- CreateIndex
CREATE INDEX "goal_project_id_position_idx" ON "goal"("project_id", "position");

-- CreateIndex
CREATE INDEX "narrative_project_id_position_idx" ON "narrative"("project_id", "position");

-- CreateIndex
CREATE INDEX "indicator_fiscal_year_implementer_id_project_id_position_id_idx" ON "indicator"("fiscal_year" DESC, "implementer_id", "project_id", "position", "id");

-- CreateIndex
CREATE INDEX "indicator_project_id_position_id_idx" ON "indicator"("project_id", "position", "id");

-- CreateIndex
CREATE INDEX "change_set_created_at_idx" ON "change_set"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "change_set_author_idempotency_key_key" ON "change_set"("author", "idempotency_key");

-- CreateIndex
CREATE INDEX "cell_change_row_id_field_row_version_idx" ON "cell_change"("row_id", "field", "row_version");

-- CreateIndex
CREATE INDEX "cell_change_project_id_change_set_id_idx" ON "cell_change"("project_id", "change_set_id");

-- CreateIndex
CREATE INDEX "import_batch_change_set_id_idx" ON "import_batch"("change_set_id");

-- CreateIndex
CREATE INDEX "import_batch_sha256_idx" ON "import_batch"("sha256");

-- AddForeignKey
ALTER TABLE "agency" ADD CONSTRAINT "agency_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_implementer_id_fkey" FOREIGN KEY ("implementer_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_supervisor_id_fkey" FOREIGN KEY ("supervisor_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_framework_id_framework_version_fkey" FOREIGN KEY ("framework_id", "framework_version") REFERENCES "framework"("id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_scheme_id_scheme_version_fkey" FOREIGN KEY ("scheme_id", "scheme_version") REFERENCES "scheme"("id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund" ADD CONSTRAINT "fund_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "narrative" ADD CONSTRAINT "narrative_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cell_change" ADD CONSTRAINT "cell_change_change_set_id_fkey" FOREIGN KEY ("change_set_id") REFERENCES "change_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_change_set_id_fkey" FOREIGN KEY ("change_set_id") REFERENCES "change_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must never be false, whoever writes. Odd input (a score above its weight, a missing name) is data with a
-- finding and is allowed; these are not.
ALTER TABLE "agency"
    ADD CONSTRAINT "agency_not_its_own_parent" CHECK ("parent_id" <> "id"),
    ADD CONSTRAINT "agency_has_a_name" CHECK ("name" <> ''),
    ADD CONSTRAINT "agency_version" CHECK ("version" >= 1);

ALTER TABLE "framework" ADD CONSTRAINT "framework_years" CHECK ("to_year" >= "from_year");

ALTER TABLE "scheme" ADD CONSTRAINT "scheme_years" CHECK ("to_year" >= "from_year");

ALTER TABLE "project"
    ADD CONSTRAINT "project_has_a_name" CHECK ("name" <> ''),
    ADD CONSTRAINT "project_fiscal_year" CHECK ("fiscal_year" BETWEEN 1949 AND 2999),
    ADD CONSTRAINT "project_version" CHECK ("version" >= 1),
    ADD CONSTRAINT "project_source_line" CHECK ("source_line" >= 1),
    ADD CONSTRAINT "project_finding_counts"
        CHECK ("blocking_findings" >= 0 AND "explain_findings" >= 0 AND "warning_findings" >= 0),
    ADD CONSTRAINT "project_framework_whole" CHECK (("framework_id" IS NULL) = ("framework_version" IS NULL)),
    ADD CONSTRAINT "project_rule_grade" CHECK (("rule_grade" IS NULL) OR ("rule_total" IS NOT NULL)),
    ADD CONSTRAINT "project_awarded_grade" CHECK (("awarded_grade" IS NULL) OR ("awarded_total" IS NOT NULL));

ALTER TABLE "goal" ADD CONSTRAINT "goal_position" CHECK ("position" >= 0);

ALTER TABLE "narrative" ADD CONSTRAINT "narrative_position" CHECK ("position" >= 0);

ALTER TABLE "indicator"
    ADD CONSTRAINT "indicator_version" CHECK ("version" >= 1),
    ADD CONSTRAINT "indicator_position" CHECK ("position" >= 0),
    ADD CONSTRAINT "indicator_source_line" CHECK ("source_line" >= 1),
    ADD CONSTRAINT "indicator_target_value" CHECK (("target_kind" = 'QUANTITATIVE') = ("target_value" IS NOT NULL)),
    ADD CONSTRAINT "indicator_target_text" CHECK (("target_kind" = 'QUALITATIVE') = ("target_text" IS NOT NULL)),
    ADD CONSTRAINT "indicator_target_raw" CHECK (("target_kind" = 'MISSING') = ("target_raw" IS NULL)),
    ADD CONSTRAINT "indicator_target_operator" CHECK ("target_operator" IN ('>=', '<=', '=', '>', '<')),
    ADD CONSTRAINT "indicator_target_multiplier" CHECK ("target_multiplier" IN (1, 10000, 100000000)),
    ADD CONSTRAINT "indicator_target_quantity" CHECK ("target_kind" = 'QUANTITATIVE' OR
        ("target_operator" IS NULL AND "target_unit" IS NULL AND "target_multiplier" = 1)),
    ADD CONSTRAINT "indicator_actual_value" CHECK (("actual_kind" = 'QUANTITATIVE') = ("actual_value" IS NOT NULL)),
    ADD CONSTRAINT "indicator_actual_text" CHECK (("actual_kind" = 'QUALITATIVE') = ("actual_text" IS NOT NULL)),
    ADD CONSTRAINT "indicator_actual_raw" CHECK (("actual_kind" = 'MISSING') = ("actual_raw" IS NULL)),
    ADD CONSTRAINT "indicator_actual_operator" CHECK ("actual_operator" IN ('>=', '<=', '=', '>', '<')),
    ADD CONSTRAINT "indicator_actual_multiplier" CHECK ("actual_multiplier" IN (1, 10000, 100000000)),
    ADD CONSTRAINT "indicator_actual_quantity" CHECK ("actual_kind" = 'QUANTITATIVE' OR
        ("actual_operator" IS NULL AND "actual_unit" IS NULL AND "actual_multiplier" = 1)),
    ADD CONSTRAINT "indicator_rule_score" CHECK ("rule_score" >= 0);

ALTER TABLE "change_set"
    ADD CONSTRAINT "change_set_counts" CHECK ("cells" >= 0 AND "rows" >= 0 AND "projects" >= 0),
    ADD CONSTRAINT "change_set_key_with_hash" CHECK (("idempotency_key" IS NULL) = ("request_hash" IS NULL));

ALTER TABLE "cell_change"
    ADD CONSTRAINT "cell_change_version" CHECK ("row_version" >= 1),
    ADD CONSTRAINT "cell_change_differs" CHECK ("before" IS DISTINCT FROM "after");
