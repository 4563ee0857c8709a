-- Text as it is compared: full-width and half-width alike, small letters, no white space.
CREATE FUNCTION "search_fold"("text" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT lower(regexp_replace(normalize("text", NFKC), '\s+', '', 'g'));
END;

-- Every character and every pair of neighbours: a text that contains another has all of its pairs.
CREATE FUNCTION "search_grams"("folded" TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce(array_agg(DISTINCT substr("folded", "place", "size")), '{}')
    FROM generate_series(1, length("folded")) AS "place", generate_series(1, 2) AS "size";
END;

-- CreateTable
CREATE TABLE "search_name" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "source" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "search_name_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "search_name_name_source_idx" ON "search_name"("name", "source");

-- What Prisma cannot say: the pairs of a name, and rows by the part of their name that the dictionary keeps.
CREATE INDEX "search_name_grams_idx" ON "search_name" USING gin (search_grams("folded"));

CREATE INDEX "project_search_name_idx" ON "project" (left("name", 300));

CREATE INDEX "indicator_search_name_idx" ON "indicator" (left("name", 300));

-- The dictionary learns every name that is written, whoever writes it. It has no unique key on purpose: two that write
-- the same name at once would wait for one another; a name that stands there twice is found once all the same.
-- Both are written so that a plan kept from when the dictionary was empty is still a good one when it is large.
CREATE FUNCTION "search_learn_added"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    WITH "new" AS MATERIALIZED (
        SELECT DISTINCT left(a."name", 300) AS "name" FROM "added" a WHERE a."name" IS NOT NULL
    ), "known" AS MATERIALIZED (
        SELECT s."name" FROM "search_name" s
        WHERE s."name" = ANY(ARRAY(SELECT n."name" FROM "new" n)) AND s."source" = TG_TABLE_NAME::text
    )
    INSERT INTO "search_name" ("source", "name", "folded")
    SELECT TG_TABLE_NAME, n."name", search_fold(n."name") FROM "new" n
    WHERE n."name" NOT IN (SELECT k."name" FROM "known" k);
    RETURN NULL;
END $$;

CREATE FUNCTION "search_learn_renamed"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    INSERT INTO "search_name" ("source", "name", "folded")
    SELECT TG_TABLE_NAME, n."name", search_fold(n."name") FROM (SELECT left(NEW."name", 300) AS "name") n
    WHERE NOT EXISTS (SELECT FROM "search_name" s WHERE s."name" = n."name" AND s."source" = TG_TABLE_NAME::text);
    RETURN NULL;
END $$;

CREATE TRIGGER "project_search_added" AFTER INSERT ON "project"
    REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "search_learn_added"();

CREATE TRIGGER "project_search_renamed" AFTER UPDATE OF "name" ON "project"
    FOR EACH ROW WHEN (NEW."name" IS DISTINCT FROM OLD."name") EXECUTE FUNCTION "search_learn_renamed"();

CREATE TRIGGER "indicator_search_added" AFTER INSERT ON "indicator"
    REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "search_learn_added"();

CREATE TRIGGER "indicator_search_renamed" AFTER UPDATE OF "name" ON "indicator"
    FOR EACH ROW WHEN (NEW."name" IS DISTINCT FROM OLD."name" AND NEW."name" IS NOT NULL)
    EXECUTE FUNCTION "search_learn_renamed"();

INSERT INTO "search_name" ("source", "name", "folded")
SELECT n."source", n."name", search_fold(n."name")
FROM (SELECT 'project' AS "source", left("name", 300) AS "name" FROM "project"
    UNION SELECT 'indicator', left("name", 300) FROM "indicator" WHERE "name" IS NOT NULL) n;
