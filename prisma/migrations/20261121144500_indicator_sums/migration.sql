-- What statistics add up of a project's indicators, kept with its totals by the same statement: a question by agency, year
-- or grade reads projects instead of twenty times as many indicators.
ALTER TABLE "project"
    ADD COLUMN "indicator_count" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "weight_sum" DECIMAL(20,6),
    ADD COLUMN "rule_score_sum" DECIMAL(20,6),
    ADD COLUMN "score_sum" DECIMAL(20,6),
    ADD COLUMN "scored_count" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "judged_count" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "met_count" INTEGER NOT NULL DEFAULT 0;

-- Also for projects that come back from a copy older than these columns, and for rows written past the application.
CREATE FUNCTION "sum_indicators"("projects" uuid[]) RETURNS void LANGUAGE sql AS $$
    UPDATE "project" p SET "indicator_count" = s."indicators", "weight_sum" = s."weight", "rule_score_sum" = s."rule_score",
        "score_sum" = s."score", "scored_count" = s."scored", "judged_count" = s."judged", "met_count" = s."met"
    FROM (SELECT "project_id", count(*) AS "indicators", sum("weight") AS "weight", sum("rule_score") AS "rule_score",
            sum("score") AS "score", count("score") AS "scored", count("met") AS "judged", count(*) FILTER (WHERE "met") AS "met"
        FROM "indicator" WHERE "project_id" = ANY("projects") GROUP BY "project_id") s
    WHERE p."id" = s."project_id"
$$;

SELECT "sum_indicators"((SELECT array_agg("id") FROM "project"));
