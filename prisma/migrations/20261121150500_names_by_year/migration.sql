-- A name that thousands of rows have is read newest year first, and only as far as a page or a list of suggestions needs.
CREATE INDEX "indicator_name_by_year_idx" ON "indicator" (left("name", 300), "fiscal_year" DESC, "id");

DROP INDEX "indicator_search_name_idx";
