-- "Do not share with": cities and people to whom nothing of a defender may be given. A city on the list can't be
-- proposed; for a person on it the defender isn't there. Why somebody is on it lies sealed and is for the cleared alone.

CREATE TABLE "withheld_from" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "defender_id" UUID NOT NULL,
    "city_id" UUID,
    "account_id" UUID,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,
    CONSTRAINT "withheld_from_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "withheld_reason" (
    "entry_id" UUID NOT NULL,
    "data_key_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    CONSTRAINT "withheld_reason_pkey" PRIMARY KEY ("entry_id")
);
CREATE INDEX "withheld_from_defender_id_idx" ON "withheld_from"("defender_id");
ALTER TABLE "withheld_from" ADD CONSTRAINT "withheld_from_defender_id_fkey"
  FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "withheld_from" ADD CONSTRAINT "withheld_from_city_id_fkey"
  FOREIGN KEY ("city_id") REFERENCES "host_city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "withheld_from" ADD CONSTRAINT "withheld_from_account_id_fkey"
  FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "withheld_reason" ADD CONSTRAINT "withheld_reason_entry_id_fkey"
  FOREIGN KEY ("entry_id") REFERENCES "withheld_from"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "withheld_from"
  ADD CONSTRAINT "withheld_from_names_one" CHECK (num_nonnulls("city_id", "account_id") = 1),
  ADD CONSTRAINT "withheld_from_not_by_oneself" CHECK ("account_id" IS DISTINCT FROM "added_by_id"),
  ADD CONSTRAINT "withheld_from_lifted_by_someone" CHECK (("lifted_at" IS NULL) = ("lifted_by_id" IS NULL));
-- Asked with every statement of whoever is signed in, so it is small and by whom it hides from.
CREATE UNIQUE INDEX "withheld_from_account_once" ON "withheld_from" ("account_id", "defender_id")
  WHERE "lifted_at" IS NULL AND "account_id" IS NOT NULL;
CREATE UNIQUE INDEX "withheld_from_city_once" ON "withheld_from" ("city_id", "defender_id")
  WHERE "lifted_at" IS NULL AND "city_id" IS NOT NULL;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "withheld_reason" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "withheld_reason" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "withheld_from" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "withheld_from" FORCE ROW LEVEL SECURITY;
ALTER TABLE "withheld_reason" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "withheld_reason" FORCE ROW LEVEL SECURITY;

-- ── The keeper of the list: a role that nobody can become, as which the questions below are answered ────────────────
DO $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('shelter_city.roles'));
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shelter_withholding_keeper') THEN
    CREATE ROLE shelter_withholding_keeper NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'shelter_withholding_keeper', 'SET') THEN
    EXECUTE format('GRANT shelter_withholding_keeper TO %I', current_user);
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO shelter_withholding_keeper;
GRANT SELECT (defender_id, city_id, account_id, lifted_at) ON withheld_from TO shelter_withholding_keeper;
GRANT SELECT (id, defender_id, place_id, city_id, status, arrives_on, departs_on, actual_arrives_on, actual_departs_on, occupies)
  ON stay TO shelter_withholding_keeper;
GRANT EXECUTE ON FUNCTION app_account_id(), app_city_id() TO shelter_withholding_keeper;
CREATE POLICY keeper ON withheld_from FOR SELECT TO shelter_withholding_keeper USING (true);
CREATE POLICY who_is_hidden ON stay FOR SELECT TO shelter_withholding_keeper USING (true);

-- Those who are hidden from the one who asks. An array, so that a policy asks once for each statement and not for each row.
CREATE FUNCTION app_hidden_defenders() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  RETURN (SELECT coalesce(array_agg(w.defender_id), '{}') FROM public.withheld_from w
          WHERE w.lifted_at IS NULL AND (w.account_id = public.app_account_id() OR w.city_id = public.app_city_id()));

-- Their nights, for those who plan around them: a place is taken, and nothing says by whom.
CREATE FUNCTION app_hidden_nights() RETURNS TABLE (place_id uuid, arrives_on date, departs_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT s.place_id, coalesce(s.actual_arrives_on, s.arrives_on), coalesce(s.actual_departs_on, s.departs_on)
  FROM public.stay s WHERE s.defender_id = ANY (public.app_hidden_defenders()) AND s.occupies IS NOT NULL;
END;

-- How many stand on a person's list: whom, only the cleared may know.
CREATE FUNCTION withheld_counts(person uuid, OUT cities integer, OUT people integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT count(w.city_id)::integer, count(w.account_id)::integer FROM public.withheld_from w
  WHERE w.defender_id = person AND w.lifted_at IS NULL;
END;

-- ── The two rules that the database keeps whoever writes. Each side looks at the other under a lock of the person, so
-- that a proposal and an entry made in the same second don't miss each other. ──────────────────────────────────────
CREATE FUNCTION keep_stay_out_of_a_withheld_city() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.status NOT IN ('PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY') THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('withheld/' || NEW.defender_id, 0));
  IF EXISTS (SELECT FROM withheld_from w WHERE w.defender_id = NEW.defender_id AND w.city_id = NEW.city_id AND w.lifted_at IS NULL) THEN
    RAISE EXCEPTION 'nothing of this person is shared with that city: constraint "stay_not_in_a_withheld_city"'
      USING ERRCODE = '23514', CONSTRAINT = 'stay_not_in_a_withheld_city', TABLE = 'stay';
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION keep_withheld_city_without_a_stay() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.city_id IS NULL THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('withheld/' || NEW.defender_id, 0));
  IF EXISTS (SELECT FROM stay s WHERE s.defender_id = NEW.defender_id AND s.city_id = NEW.city_id
               AND s.status IN ('PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY')) THEN
    RAISE EXCEPTION 'the person has a stay in that city: constraint "withheld_city_has_no_stay"'
      USING ERRCODE = '23514', CONSTRAINT = 'withheld_city_has_no_stay', TABLE = 'withheld_from';
  END IF;
  RETURN NULL;
END $$;
GRANT CREATE ON SCHEMA public TO shelter_withholding_keeper;
ALTER FUNCTION app_hidden_defenders() OWNER TO shelter_withholding_keeper;
ALTER FUNCTION app_hidden_nights() OWNER TO shelter_withholding_keeper;
ALTER FUNCTION withheld_counts(uuid) OWNER TO shelter_withholding_keeper;
ALTER FUNCTION keep_stay_out_of_a_withheld_city() OWNER TO shelter_withholding_keeper;
ALTER FUNCTION keep_withheld_city_without_a_stay() OWNER TO shelter_withholding_keeper;
REVOKE CREATE ON SCHEMA public FROM shelter_withholding_keeper;
REVOKE EXECUTE ON FUNCTION app_hidden_defenders(), app_hidden_nights(), withheld_counts(uuid), keep_stay_out_of_a_withheld_city(),
  keep_withheld_city_without_a_stay() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_hidden_defenders() TO shelter_coordinator, shelter_city, shelter_rule_keeper;
GRANT EXECUTE ON FUNCTION app_hidden_nights(), withheld_counts(uuid) TO shelter_coordinator;
CREATE TRIGGER stay_not_in_a_withheld_city AFTER INSERT OR UPDATE OF "status", "city_id", "defender_id" ON "stay"
  FOR EACH ROW EXECUTE FUNCTION keep_stay_out_of_a_withheld_city();
CREATE TRIGGER withheld_city_has_no_stay AFTER INSERT ON "withheld_from"
  FOR EACH ROW EXECUTE FUNCTION keep_withheld_city_without_a_stay();

-- ── Who may: coordinators add, the cleared read whom and why and lift, and nobody on the list learns of it ──────────
GRANT SELECT, INSERT, UPDATE (lifted_at, lifted_by_id) ON withheld_from TO shelter_coordinator;
GRANT SELECT, INSERT ON withheld_reason TO shelter_coordinator;
CREATE POLICY the_cleared_read ON withheld_from FOR SELECT TO shelter_coordinator
  USING ((SELECT app_account_id()) IS NOT NULL AND ((SELECT app_is_cleared()) OR added_by_id = (SELECT app_account_id())));
CREATE POLICY coordinator_adds ON withheld_from FOR INSERT TO shelter_coordinator
  WITH CHECK (added_by_id = (SELECT app_account_id()) AND lifted_at IS NULL);
CREATE POLICY the_cleared_lift ON withheld_from FOR UPDATE TO shelter_coordinator
  USING ((SELECT app_is_cleared())) WITH CHECK ((SELECT app_is_cleared()) AND lifted_by_id = (SELECT app_account_id()));
CREATE POLICY the_cleared_read_why ON withheld_reason FOR SELECT TO shelter_coordinator
  USING ((SELECT app_is_cleared()) AND EXISTS (SELECT FROM withheld_from w WHERE w.id = entry_id));
CREATE POLICY coordinator_says_why ON withheld_reason FOR INSERT TO shelter_coordinator
  WITH CHECK (EXISTS (SELECT FROM withheld_from w WHERE w.id = entry_id AND w.added_by_id = (SELECT app_account_id())));

-- ── Whoever is on the list: the person isn't there, in any table that knows whose row it is ─────────────────────────
CREATE POLICY not_withheld ON defender AS RESTRICTIVE TO shelter_coordinator
  USING (id <> ALL ((SELECT app_hidden_defenders())::uuid[]));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['application', 'defender_language', 'defender_city_wish', 'schengen_presence', 'withheld_from'] LOOP
    EXECUTE format('CREATE POLICY not_withheld ON %I AS RESTRICTIVE TO shelter_coordinator
      USING (defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['sealed_compartment', 'risk_note', 'city_instruction', 'risk_city_ban', 'event'] LOOP
    EXECUTE format('CREATE POLICY not_withheld ON %I AS RESTRICTIVE TO shelter_coordinator
      USING (defender_id IS NULL OR defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]))', t);
  END LOOP;
END $$;
-- A rule of two people names both.
CREATE POLICY not_withheld ON risk_apart AS RESTRICTIVE TO shelter_coordinator
  USING (defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[])
         AND other_defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]));
CREATE POLICY not_withheld ON risk_note_body AS RESTRICTIVE TO shelter_coordinator
  USING (EXISTS (SELECT FROM risk_note n WHERE n.id = note_id));
-- A city's other tables ask for the stay, so that this one is enough for them.
CREATE POLICY not_withheld ON stay AS RESTRICTIVE TO shelter_coordinator, shelter_city
  USING (defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]));

-- ── What the planner obeys without the why: a withheld city is one more rule that only the cleared may read, and a rule
-- that has to do with somebody who is withheld from the asker can't be read by the asker, cleared or not ────────────────
GRANT SELECT (defender_id, city_id, lifted_at) ON withheld_from TO shelter_rule_keeper;
CREATE POLICY rule_keeper ON withheld_from FOR SELECT TO shelter_rule_keeper USING (true);
CREATE OR REPLACE FUNCTION hidden_rules_of(person uuid) RETURNS TABLE (kind text, what uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  WITH note AS (
    SELECT n.id, n.defender_id, (n.restricted AND NOT public.app_is_cleared()) AS hidden FROM public.risk_note n
    WHERE n.subject = 'DEFENDER'
      AND n.id IN (SELECT own.id FROM public.risk_note own WHERE own.defender_id = person
             UNION SELECT a.note_id FROM public.risk_apart a WHERE a.other_defender_id = person)
      AND NOT EXISTS (SELECT FROM public.risk_note newer WHERE newer.supersedes_id = n.id)
  ), rule AS (
    SELECT 'CITY' AS kind, b.city_id AS what, n.hidden
      FROM note n JOIN public.risk_city_ban b ON b.note_id = n.id WHERE n.defender_id = person
    UNION ALL
    SELECT 'CITY', w.city_id, NOT public.app_is_cleared()
      FROM public.withheld_from w WHERE w.defender_id = person AND w.city_id IS NOT NULL AND w.lifted_at IS NULL
    UNION ALL
    SELECT 'PERSON', o.other, n.hidden OR o.other = ANY (public.app_hidden_defenders())
      FROM note n JOIN public.risk_apart a ON a.note_id = n.id
        CROSS JOIN LATERAL (SELECT CASE WHEN n.defender_id = person THEN a.other_defender_id ELSE n.defender_id END AS other) o
      WHERE n.defender_id = person OR a.other_defender_id = person
  )
  SELECT r.kind, r.what FROM rule r GROUP BY r.kind, r.what HAVING bool_and(r.hidden);
END;

GRANT SELECT ON withheld_from, withheld_reason TO shelter_backup;
