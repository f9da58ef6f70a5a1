-- Drafts of a plan for a cohort: who, where, when, and who is left out. Only coordinators see them: a city learns of a
-- plan when it is proposed to, and of nobody's plan but that stay. A draft takes no nights. What a rule says isn't kept
-- here but judged anew for whoever reads, so that a draft tells nobody of a rule they may not read.

CREATE TYPE "plan_status" AS ENUM ('NEW', 'RUNNING', 'DONE', 'STOPPED', 'FAILED', 'PUBLISHED');

CREATE TABLE "plan_draft" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "copied_from_id" UUID,
    "arrivals_from" DATE NOT NULL,
    "arrivals_until" DATE NOT NULL,
    "places_kept_free" INTEGER NOT NULL DEFAULT 0,
    "status" "plan_status" NOT NULL DEFAULT 'NEW',
    "run_id" UUID,
    "runs_until" TIMESTAMPTZ(3),
    "stop_asked" BOOLEAN NOT NULL DEFAULT false,
    "phase" TEXT,
    "placed_so_far" INTEGER,
    "worth" BIGINT,
    "bound" BIGINT,
    "first_come" BIGINT,
    "more_people_at_most" INTEGER,
    "planned_at" TIMESTAMPTZ(3),
    "rules_version" INTEGER,
    "weights_version" INTEGER,
    "published_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "plan_draft_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "plan_draft_made_by_id_idx" ON "plan_draft"("made_by_id");

CREATE TABLE "plan_person" (
    "plan_id" UUID NOT NULL,
    "defender_id" UUID NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "banned_city_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "place_id" UUID,
    "arrives_on" DATE,
    "departs_on" DATE,
    "before_place_id" UUID,
    "before_arrives_on" DATE,
    "before_departs_on" DATE,
    "options" INTEGER,
    "decided_on_facts" JSONB,
    "stay_id" UUID,
    CONSTRAINT "plan_person_pkey" PRIMARY KEY ("plan_id", "defender_id")
);
CREATE INDEX "plan_person_defender_id_idx" ON "plan_person"("defender_id");
ALTER TABLE "plan_person" ADD CONSTRAINT "plan_person_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan_draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "plan_person" ADD CONSTRAINT "plan_person_defender_id_fkey" FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_person" ADD CONSTRAINT "plan_person_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "plan_draft"
  ADD CONSTRAINT "plan_has_a_name" CHECK (length(btrim("name")) BETWEEN 1 AND 80),
  ADD CONSTRAINT "plan_arrivals_in_order" CHECK ("arrivals_until" > "arrivals_from" AND "arrivals_until" <= "arrivals_from" + 400),
  ADD CONSTRAINT "plan_keeps_some_places_free" CHECK ("places_kept_free" BETWEEN 0 AND 50),
  ADD CONSTRAINT "plan_runs_as_one" CHECK (("status" = 'RUNNING') = ("run_id" IS NOT NULL) AND ("run_id" IS NULL) = ("runs_until" IS NULL)),
  ADD CONSTRAINT "plan_is_published_by_someone" CHECK (("status" = 'PUBLISHED') = ("published_at" IS NOT NULL) AND ("published_at" IS NULL) = ("published_by_id" IS NULL)),
  ADD CONSTRAINT "plan_is_no_better_than_its_bound" CHECK ("worth" <= "bound");
ALTER TABLE "plan_person"
  ADD CONSTRAINT "plan_seat_is_whole" CHECK (num_nulls("place_id", "arrives_on", "departs_on") IN (0, 3) AND "departs_on" > "arrives_on"),
  ADD CONSTRAINT "plan_pin_needs_a_seat" CHECK (NOT "pinned" OR "place_id" IS NOT NULL),
  ADD CONSTRAINT "plan_seat_before_is_whole" CHECK (num_nulls("before_place_id", "before_arrives_on", "before_departs_on") IN (0, 3));

-- ── Who may ────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "plan_draft" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_draft" FORCE ROW LEVEL SECURITY;
ALTER TABLE "plan_person" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_person" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_draft, plan_person TO shelter_coordinator;
CREATE POLICY coordinator_works ON plan_draft TO shelter_coordinator USING ((SELECT app_account_id()) IS NOT NULL);
CREATE POLICY coordinator_works ON plan_person TO shelter_coordinator USING ((SELECT app_account_id()) IS NOT NULL);
-- Who planned is who asks, not whom the asker names.
CREATE POLICY made_by_the_asker ON plan_draft AS RESTRICTIVE FOR INSERT TO shelter_coordinator WITH CHECK (made_by_id = (SELECT app_account_id()));

-- A plan with somebody who is withheld from the asker isn't there for the asker: without that person its seats would be
-- planned over, and with them it would say where they are.
GRANT SELECT (plan_id, defender_id) ON plan_person TO shelter_withholding_keeper;
CREATE POLICY keeper ON plan_person FOR SELECT TO shelter_withholding_keeper USING (true);
CREATE FUNCTION app_hidden_plans() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  RETURN (SELECT coalesce(array_agg(DISTINCT p.plan_id), '{}') FROM public.plan_person p WHERE p.defender_id = ANY (public.app_hidden_defenders()));
GRANT CREATE ON SCHEMA public TO shelter_withholding_keeper;
ALTER FUNCTION app_hidden_plans() OWNER TO shelter_withholding_keeper;
REVOKE CREATE ON SCHEMA public FROM shelter_withholding_keeper;
REVOKE EXECUTE ON FUNCTION app_hidden_plans() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_hidden_plans() TO shelter_coordinator;
CREATE POLICY not_withheld ON plan_draft AS RESTRICTIVE TO shelter_coordinator USING (id <> ALL ((SELECT app_hidden_plans())::uuid[]));
CREATE POLICY not_withheld ON plan_person AS RESTRICTIVE TO shelter_coordinator
  USING (plan_id <> ALL ((SELECT app_hidden_plans())::uuid[]) AND defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]));

-- ── What the planner obeys without the why: which of some people must not be near each other, by any note in force ──
CREATE FUNCTION pairs_kept_apart(people uuid[]) RETURNS TABLE (one uuid, other uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT DISTINCT LEAST(a.defender_id, a.other_defender_id), GREATEST(a.defender_id, a.other_defender_id)
  FROM public.risk_apart a
  WHERE a.defender_id = ANY (people) AND a.other_defender_id = ANY (people)
    AND NOT EXISTS (SELECT FROM public.risk_note newer WHERE newer.supersedes_id = a.note_id)
  ORDER BY 1, 2;
END;
-- Whoever places several people waits for, and is waited for by, all of them and everybody who was ever kept apart from
-- one of them, in one order of ids: two plans that are published at once can't wait for each other.
CREATE FUNCTION lock_all_with_those_apart(people uuid[]) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  found integer := 0;
  id uuid;
BEGIN
  FOR id IN SELECT d.id FROM public.defender d WHERE d.id = ANY (ARRAY(
      SELECT unnest(people)
      UNION SELECT a.other_defender_id FROM public.risk_apart a WHERE a.defender_id = ANY (people)
      UNION SELECT a.defender_id FROM public.risk_apart a WHERE a.other_defender_id = ANY (people)))
    ORDER BY d.id FOR NO KEY UPDATE
  LOOP found := found + 1; END LOOP;
  RETURN found;
END $$;
GRANT CREATE ON SCHEMA public TO shelter_rule_keeper;
ALTER FUNCTION pairs_kept_apart(uuid[]) OWNER TO shelter_rule_keeper;
ALTER FUNCTION lock_all_with_those_apart(uuid[]) OWNER TO shelter_rule_keeper;
REVOKE CREATE ON SCHEMA public FROM shelter_rule_keeper;
REVOKE EXECUTE ON FUNCTION pairs_kept_apart(uuid[]), lock_all_with_those_apart(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pairs_kept_apart(uuid[]), lock_all_with_those_apart(uuid[]) TO shelter_coordinator;

-- ── What ends it: the erasure of a person, a year without a change, the backup keeps it ─────────────────────────────
GRANT SELECT, DELETE ON plan_person TO shelter_eraser;
CREATE POLICY eraser ON plan_person TO shelter_eraser USING (true) WITH CHECK (true);
GRANT SELECT, DELETE ON plan_draft TO shelter_job;
CREATE POLICY job ON plan_draft TO shelter_job USING (true);
GRANT SELECT ON plan_draft, plan_person TO shelter_backup;

DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT attrelid, attname, attrelid = 'plan_person'::regclass AS of_person FROM pg_attribute
    WHERE attrelid IN ('plan_draft'::regclass, 'plan_person'::regclass) AND attnum > 0 AND NOT attisdropped LOOP
    EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', c.attrelid::regclass, c.attname,
      CASE WHEN c.of_person THEN 'S2; kept a year after the last change of the plan, and never longer than the case' ELSE 'S1; kept a year after the last change of the plan' END);
  END LOOP;
END $$;
