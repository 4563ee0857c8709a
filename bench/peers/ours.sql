-- Fills our tables from the bench's, which have moved to the schema "bench". A UUID is its kind and its number.
CREATE FUNCTION bench.uuid_of(kind int, id int) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT ('01900000-0000-7000-800' || kind || '-' || lpad(to_hex(id), 12, '0'))::uuid $$;
CREATE FUNCTION bench.number_of(id uuid) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT ('x' || right(id::text, 8))::bit(32)::int $$;

INSERT INTO public.agency ("id", "parent_id", "name", "code")
  SELECT bench.uuid_of(1, id), bench.uuid_of(1, parent_id), name, code FROM bench.agency ORDER BY id;

INSERT INTO public.project ("id", "fiscal_year", "implementer_id", "supervisor_id", "name", "form", "state", "nature",
    "category", "start_date", "end_date", "scheme_id", "scheme_version")
  SELECT bench.uuid_of(2, p.id), p.fiscal_year, bench.uuid_of(1, p.agency_id), bench.uuid_of(1, p.supervisor_id),
    -- A name stands once in a year of an agency; the bench repeats some.
    p.name || CASE WHEN row_number() OVER (PARTITION BY p.agency_id, p.fiscal_year, p.name ORDER BY p.id) > 1
      THEN '#' || p.id ELSE '' END,
    'SELF_EVALUATION', 'SELF_EVALUATING', p.nature, p.category, p.start_date, p.end_date, s."id", s."version"
  FROM bench.project p CROSS JOIN (SELECT "id", "version" FROM public.scheme WHERE "id" = 'national-10-50-30-10') s
  ORDER BY p.id;

INSERT INTO public.fund ("id", "project_id", "fiscal_year", "implementer_id", "period", "source", "stage", "amount")
  SELECT bench.uuid_of(5, p.id * 2 + f.n), bench.uuid_of(2, p.id), p.fiscal_year, bench.uuid_of(1, p.agency_id),
    f.period::public."FundPeriod", 'ALL', 'REQUESTED', f.amount
  FROM bench.project p
  CROSS JOIN LATERAL (VALUES (0, 'TOTAL', p.total_funds), (1, 'ANNUAL', p.annual_funds)) f (n, period, amount)
  ORDER BY p.id, f.n;

INSERT INTO public.goal ("id", "project_id", "fiscal_year", "implementer_id", "period", "label", "text", "position")
  SELECT bench.uuid_of(3, g.id), bench.uuid_of(2, p.id), p.fiscal_year, bench.uuid_of(1, p.agency_id),
    (CASE g.period WHEN '年度' THEN 'ANNUAL' ELSE 'TOTAL' END)::public."GoalPeriod", g.period, g.text,
    row_number() OVER (PARTITION BY g.project_id ORDER BY g.id) - 1
  FROM bench.goal g JOIN bench.project p ON p.id = g.project_id ORDER BY g.id;

INSERT INTO public.indicator ("id", "project_id", "fiscal_year", "implementer_id", "period", "level1", "level2", "name",
    "target_kind", "target_raw", "target_operator", "target_value", "target_unit", "target_text",
    "actual_kind", "actual_raw", "actual_value", "actual_unit", "actual_text",
    "weight", "score", "reason", "position", "version")
  SELECT bench.uuid_of(4, i.id), bench.uuid_of(2, p.id), p.fiscal_year, bench.uuid_of(1, p.agency_id), 'ANNUAL',
    i.level1, i.level2, i.name,
    (CASE WHEN i.target_value IS NULL THEN 'QUALITATIVE' ELSE 'QUANTITATIVE' END)::public."MeasureKind",
    CASE WHEN i.target_value IS NULL THEN i.target_text
      ELSE i.operator || trim_scale(i.target_value) || i.unit END,
    CASE i.operator WHEN '≥' THEN '>=' WHEN '≤' THEN '<=' WHEN '=' THEN '=' END,
    i.target_value, i.unit, i.target_text,
    (CASE WHEN i.actual_value IS NULL THEN 'QUALITATIVE' ELSE 'QUANTITATIVE' END)::public."MeasureKind",
    CASE WHEN i.actual_value IS NULL THEN i.actual_text ELSE trim_scale(i.actual_value) || i.unit END,
    i.actual_value, CASE WHEN i.actual_value IS NULL THEN NULL ELSE i.unit END, i.actual_text,
    -- A score above its weight is refused by the write path, and the bench writes scores up to 10.
    10, i.score, i.deviation, i.position, i.version
  FROM bench.indicator i JOIN bench.project p ON p.id = i.project_id ORDER BY i.id;

-- What the harness reads, as "postgres", is ours under the names of its own tables.
CREATE SCHEMA postgres;
CREATE VIEW postgres.agency AS
  SELECT bench.number_of("id") AS id, bench.number_of("parent_id") AS parent_id, "name" AS name, "code" AS code
  FROM public.agency;
CREATE VIEW postgres.project AS
  SELECT bench.number_of(p."id") AS id, bench.number_of(p."implementer_id") AS agency_id,
    bench.number_of(p."supervisor_id") AS supervisor_id, p."fiscal_year" AS fiscal_year, p."name" AS name,
    p."nature" AS nature, p."category" AS category, p."start_date" AS start_date, p."end_date" AS end_date,
    total."amount" AS total_funds, annual."amount" AS annual_funds
  FROM public.project p
  LEFT JOIN public.fund total ON total."project_id" = p."id" AND total."period" = 'TOTAL'
  LEFT JOIN public.fund annual ON annual."project_id" = p."id" AND annual."period" = 'ANNUAL';
CREATE VIEW postgres.goal AS
  SELECT bench.number_of("id") AS id, bench.number_of("project_id") AS project_id, "label" AS period, "text" AS text
  FROM public.goal;
CREATE VIEW postgres.indicator AS
  SELECT bench.number_of("id") AS id, bench.number_of("project_id") AS project_id, "level1" AS level1,
    "level2" AS level2, "name" AS name, "target_operator" AS operator, "target_value" AS target_value,
    "target_unit" AS unit, "target_text" AS target_text, "actual_value" AS actual_value, "actual_text" AS actual_text,
    "weight" AS weight, "score" AS score, "reason" AS deviation, "position" AS position, "version" AS version
  FROM public.indicator;
