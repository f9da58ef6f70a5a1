-- Who is on a case opens what is sealed about it with a reason. Every other coordinator breaks glass: a reason, an hour at
-- most, and an alert to everybody on the case that stays until each has seen it. Held by the database: without it the data
-- key isn't there.

CREATE TYPE "case_alert_kind" AS ENUM ('GLASS_BROKEN', 'LEAD_TAKEN', 'NOTE_ASKED');
CREATE TABLE "break_glass" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "defender_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "break_glass_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "case_alert" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "defender_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" "case_alert_kind" NOT NULL,
    "by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_alert_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "break_glass_defender_id_account_id_idx" ON "break_glass"("defender_id", "account_id");
CREATE INDEX "case_alert_defender_id_idx" ON "case_alert"("defender_id");
CREATE INDEX "case_alert_waiting" ON "case_alert" ("account_id") WHERE "acknowledged_at" IS NULL;
CREATE INDEX "sealed_compartment_data_key_id_idx" ON "sealed_compartment"("data_key_id");
CREATE INDEX "risk_note_body_data_key_id_idx" ON "risk_note_body"("data_key_id");
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_defender_id_fkey" FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_alert" ADD CONSTRAINT "case_alert_defender_id_fkey" FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_lasts_an_hour_at_most"
  CHECK ("expires_at" > "opened_at" AND "expires_at" <= "opened_at" + interval '60 minutes');
ALTER TABLE "break_glass" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "break_glass" FORCE ROW LEVEL SECURITY;
ALTER TABLE "case_alert" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "case_alert" FORCE ROW LEVEL SECURITY;

DO $$ BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('shelter_city.roles'));
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shelter_alerter') THEN CREATE ROLE shelter_alerter NOLOGIN; END IF;
  IF NOT pg_has_role(current_user, 'shelter_alerter', 'SET') THEN EXECUTE format('GRANT shelter_alerter TO %I', current_user); END IF;
END $$;

-- ── A coordinator breaks glass in the own name, and sees the own alerts ─────────────────────────────────────────────
GRANT SELECT, INSERT ON break_glass TO shelter_coordinator;
GRANT SELECT, UPDATE (acknowledged_at) ON case_alert TO shelter_coordinator;
CREATE POLICY own_glass ON break_glass TO shelter_coordinator USING (account_id = (SELECT app_account_id()));
CREATE POLICY own_alerts ON case_alert TO shelter_coordinator USING (account_id = (SELECT app_account_id()));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['break_glass', 'case_alert'] LOOP
    EXECUTE format('CREATE POLICY not_withheld ON %I AS RESTRICTIVE TO shelter_coordinator
      USING (defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]))', t);
  END LOOP;
END $$;

-- ── Who is on a case: its lead, who leads a stay of it that stands, everybody when nobody leads it; and for its hour who
-- broke glass ───────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION is_on_case(person uuid) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (SELECT FROM defender d WHERE d.id = person AND (d.case_lead_id IS NULL OR d.case_lead_id = app_account_id()))
  OR EXISTS (SELECT FROM stay s WHERE s.defender_id = person AND s.case_lead_id = app_account_id()
               AND s.status IN ('PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY'));
CREATE FUNCTION glass_broken_until(person uuid) RETURNS timestamptz LANGUAGE sql STABLE
RETURN (SELECT max(g.expires_at) FROM break_glass g
  WHERE g.defender_id = person AND g.account_id = app_account_id() AND g.expires_at > app_now());
REVOKE EXECUTE ON FUNCTION is_on_case(uuid), glass_broken_until(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_on_case(uuid), glass_broken_until(uuid) TO shelter_coordinator;

-- ── The keys of a person's compartments and notes; a place's address is on nobody's case ────────────────────────────
DROP POLICY coordinator_keys ON vault.data_key;
CREATE POLICY coordinator_makes_keys ON vault.data_key FOR INSERT TO shelter_coordinator
  WITH CHECK ((SELECT app_account_id()) IS NOT NULL);
CREATE POLICY coordinator_keys ON vault.data_key FOR SELECT TO shelter_coordinator
  USING ((SELECT app_account_id()) IS NOT NULL
    AND NOT EXISTS (SELECT FROM public.sealed_compartment c WHERE c.data_key_id = data_key.id AND c.defender_id IS NOT NULL
      AND NOT public.is_on_case(c.defender_id) AND public.glass_broken_until(c.defender_id) IS NULL)
    AND NOT EXISTS (SELECT FROM public.risk_note_body b JOIN public.risk_note n ON n.id = b.note_id
      WHERE b.data_key_id = data_key.id AND n.defender_id IS NOT NULL
        AND NOT public.is_on_case(n.defender_id) AND public.glass_broken_until(n.defender_id) IS NULL));

-- ── The alert can't be left out: the database writes it with the row that it is about. To everybody on the case (who
-- leads it, who leads a stay of it, who is cleared) but whoever did it and whoever the person is withheld from. ─────────
GRANT USAGE ON SCHEMA public TO shelter_alerter;
GRANT SELECT (id, role, risk_cleared, disabled_at) ON account TO shelter_alerter;
GRANT SELECT (id, case_lead_id) ON defender TO shelter_alerter;
GRANT SELECT (defender_id, case_lead_id, status) ON stay TO shelter_alerter;
GRANT SELECT (defender_id, account_id, lifted_at) ON withheld_from TO shelter_alerter;
GRANT INSERT ON case_alert TO shelter_alerter;
GRANT EXECUTE ON FUNCTION app_now() TO shelter_alerter;
CREATE POLICY alerter ON account FOR SELECT TO shelter_alerter USING (true);
CREATE POLICY alerter ON defender FOR SELECT TO shelter_alerter USING (true);
CREATE POLICY alerter ON stay FOR SELECT TO shelter_alerter USING (true);
CREATE POLICY alerter ON withheld_from FOR SELECT TO shelter_alerter USING (true);
CREATE POLICY alerter ON case_alert FOR INSERT TO shelter_alerter WITH CHECK (true);

CREATE FUNCTION alert_the_case(person uuid, former_lead uuid, what case_alert_kind, who uuid, why text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  INSERT INTO public.case_alert (defender_id, account_id, kind, by_id, reason, at)
  SELECT person, a.id, what, who, why, public.app_now() FROM public.account a
  WHERE a.role = 'COORDINATOR' AND a.disabled_at IS NULL AND a.id <> who
    AND (a.risk_cleared OR (what <> 'NOTE_ASKED' AND (a.id = former_lead
      OR a.id = (SELECT d.case_lead_id FROM public.defender d WHERE d.id = person)
      OR a.id IN (SELECT s.case_lead_id FROM public.stay s WHERE s.defender_id = person
                    AND s.status IN ('PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY')))))
    AND NOT EXISTS (SELECT FROM public.withheld_from w
      WHERE w.defender_id = person AND w.account_id = a.id AND w.lifted_at IS NULL);
END;
CREATE FUNCTION tell_of_broken_glass() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM public.alert_the_case(NEW.defender_id, NULL, 'GLASS_BROKEN', NEW.account_id, NEW.reason);
  RETURN NULL;
END $$;
-- Leading a case opens it, so whoever takes it from somebody is told of as if glass were broken.
CREATE FUNCTION tell_of_a_taken_lead() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM public.alert_the_case(NEW.id, OLD.case_lead_id, 'LEAD_TAKEN', NEW.case_lead_id, '');
  RETURN NULL;
END $$;
GRANT CREATE ON SCHEMA public TO shelter_alerter;
ALTER FUNCTION alert_the_case(uuid, uuid, case_alert_kind, uuid, text) OWNER TO shelter_alerter;
ALTER FUNCTION tell_of_broken_glass() OWNER TO shelter_alerter;
ALTER FUNCTION tell_of_a_taken_lead() OWNER TO shelter_alerter;
REVOKE CREATE ON SCHEMA public FROM shelter_alerter;
REVOKE EXECUTE ON FUNCTION alert_the_case(uuid, uuid, case_alert_kind, uuid, text), tell_of_broken_glass(), tell_of_a_taken_lead() FROM PUBLIC;
CREATE TRIGGER tells_the_case AFTER INSERT ON break_glass FOR EACH ROW EXECUTE FUNCTION tell_of_broken_glass();
CREATE TRIGGER tells_of_a_taken_lead AFTER UPDATE OF "case_lead_id" ON defender FOR EACH ROW
  WHEN (OLD.case_lead_id IS NOT NULL AND NEW.case_lead_id IS NOT NULL AND NEW.case_lead_id <> OLD.case_lead_id)
  EXECUTE FUNCTION tell_of_a_taken_lead();
