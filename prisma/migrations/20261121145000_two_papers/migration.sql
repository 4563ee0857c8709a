-- A project of a year has two papers: the declaration, and the self-evaluation that is compared with it.
DROP INDEX "project_fiscal_year_implementer_id_name_key";

-- CreateIndex
CREATE UNIQUE INDEX "project_fiscal_year_implementer_id_name_form_key" ON "project"("fiscal_year", "implementer_id", "name", "form");
