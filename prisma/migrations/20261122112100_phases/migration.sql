-- What a city sees of a stay grows and shrinks with the stay's state, and the database itself holds it: before the yes
-- the month and the length alone, and thirty days after the end nothing. Days of a stay are no longer a city's to select;
-- a keeper answers them as far as the phase allows.

DO $$ BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('shelter_city.roles'));
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shelter_phase_keeper') THEN CREATE ROLE shelter_phase_keeper NOLOGIN; END IF;
  IF NOT pg_has_role(current_user, 'shelter_phase_keeper', 'SET') THEN
    EXECUTE format('GRANT shelter_phase_keeper TO %I', current_user);
  END IF;
END $$;

-- ── The database's own clock, in one place, as the API's clock is; today is today where the host cities lie ─────────
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE RETURN now();
CREATE FUNCTION app_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE RETURN (app_now() AT TIME ZONE 'Europe/Amsterdam')::date;

-- The phase of a stay for its own city: the same words and the same days as the domain's rule. A city's own no can be
-- looked up as long as an ended stay.
CREATE FUNCTION city_phase(status stay_status, answered_at timestamptz, actual_departs_on date) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN status = 'PROPOSED' THEN 'PROPOSED'
  WHEN status IN ('CONFIRMED', 'TRAVELLING', 'IN_STAY') THEN 'CONFIRMED'
  WHEN status IN ('DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED') AND actual_departs_on >= app_today() - 30 THEN 'AFTER'
  WHEN status = 'DECLINED' AND (answered_at AT TIME ZONE 'Europe/Amsterdam')::date >= app_today() - 30 THEN 'AFTER'
  ELSE 'NOTHING'
END;
REVOKE EXECUTE ON FUNCTION app_now(), app_today(), city_phase(stay_status, timestamptz, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_now(), app_today() TO shelter_coordinator, shelter_city, shelter_phase_keeper;
GRANT EXECUTE ON FUNCTION city_phase(stay_status, timestamptz, date) TO shelter_city, shelter_phase_keeper;

DROP POLICY own_guests ON stay;
CREATE POLICY own_guests ON stay TO shelter_city
  USING (city_id = (SELECT app_city_id()) AND city_phase(status, answered_at, actual_departs_on) <> 'NOTHING');

-- ── Days ───────────────────────────────────────────────────────────────────────────────────────────────────────────
REVOKE SELECT (arrives_on, departs_on, occupies, occupies_and_rests) ON stay FROM shelter_city;
GRANT USAGE ON SCHEMA public TO shelter_phase_keeper;
GRANT EXECUTE ON FUNCTION app_city_id() TO shelter_phase_keeper;
GRANT SELECT (id, place_id, city_id, status, arrives_on, departs_on, answered_at, actual_departs_on, occupies) ON stay TO shelter_phase_keeper;
CREATE POLICY phase_keeper ON stay FOR SELECT TO shelter_phase_keeper USING (true);

-- The stays that are open to the asking city, with their days as far as the phase opens them. Of a proposal there are the
-- month, the length, and every night that these two may need.
CREATE FUNCTION days_of_own_stays() RETURNS TABLE (stay_id uuid, place_id uuid, arrives_on date, departs_on date,
  arrival_month text, nights integer, may_need daterange)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT s.id, s.place_id,
    CASE WHEN s.status NOT IN ('PROPOSED', 'DECLINED') THEN s.arrives_on END,
    CASE WHEN s.status NOT IN ('PROPOSED', 'DECLINED') THEN s.departs_on END,
    to_char(s.arrives_on, 'YYYY-MM'), s.departs_on - s.arrives_on,
    CASE WHEN s.status = 'PROPOSED' AND s.occupies IS NOT NULL
      THEN daterange(date_trunc('month', s.arrives_on)::date,
        (date_trunc('month', s.arrives_on) + interval '1 month')::date - 1 + (s.departs_on - s.arrives_on))
      ELSE s.occupies END
  FROM public.stay s
  WHERE s.city_id = public.app_city_id() AND public.city_phase(s.status, s.answered_at, s.actual_departs_on) <> 'NOTHING';
END;

-- Nights of a place that stays take, where they touch the span: for the place's own city as far as it may know them, so
-- that it can't find a proposal's days by closing nights one by one; for everybody else as they are.
CREATE FUNCTION nights_taken(place uuid, first_night date, until date) RETURNS TABLE (taken daterange)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT o.may_need FROM public.days_of_own_stays() o
    WHERE current_setting('role') = 'shelter_city' AND o.place_id = place AND o.may_need && daterange(first_night, until, '[)')
  UNION ALL
  SELECT s.occupies FROM public.stay s
    WHERE current_setting('role') <> 'shelter_city'
      AND s.place_id = place AND s.arrives_on >= first_night - 260 AND s.occupies && daterange(first_night, until, '[)');
END;

-- The rule that blocked days never lie under a stay, asked of the keeper.
CREATE OR REPLACE FUNCTION keep_blocked_days_off_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."blocks" IS NULL THEN RETURN NULL; END IF;
  PERFORM 1 FROM "place" WHERE "id" = NEW."place_id" FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM nights_taken(NEW."place_id", lower(NEW."blocks"), upper(NEW."blocks"))) THEN
    RAISE EXCEPTION 'a stay lies on some of these nights: constraint "blocked_days_not_under_a_stay"'
      USING ERRCODE = '23P01', CONSTRAINT = 'blocked_days_not_under_a_stay', TABLE = 'blocked_days';
  END IF;
  RETURN NULL;
END $$;

-- How many stays lie on a period of capacity. A city's own count leaves proposals out: over short periods it would tell
-- the days of one. A stay that touches the period arrived at most 200 nights before it, plus what an early arrival adds.
CREATE FUNCTION stays_on_period(place uuid, opens date, closes date) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
RETURN (SELECT count(*) FROM public.stay s
  WHERE s.place_id = place AND s.arrives_on < closes + 60 AND s.arrives_on >= opens - 260
    AND s.occupies && daterange(opens, closes, '[)')
    AND (current_setting('role') <> 'shelter_city' OR (s.status <> 'PROPOSED' AND s.city_id = public.app_city_id()
      AND public.city_phase(s.status, s.answered_at, s.actual_departs_on) <> 'NOTHING')));

GRANT CREATE ON SCHEMA public TO shelter_phase_keeper;
ALTER FUNCTION days_of_own_stays() OWNER TO shelter_phase_keeper;
ALTER FUNCTION nights_taken(uuid, date, date) OWNER TO shelter_phase_keeper;
ALTER FUNCTION stays_on_period(uuid, date, date) OWNER TO shelter_phase_keeper;
REVOKE CREATE ON SCHEMA public FROM shelter_phase_keeper;
REVOKE EXECUTE ON FUNCTION days_of_own_stays(), nights_taken(uuid, date, date), stays_on_period(uuid, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION days_of_own_stays() TO shelter_city;
GRANT EXECUTE ON FUNCTION nights_taken(uuid, date, date), stays_on_period(uuid, date, date) TO shelter_city, shelter_coordinator;

-- ── What may be opened to a city, each part sealed by itself; used from the next migration on ───────────────────────
ALTER TYPE compartment ADD VALUE 'KNOWN_AS';
ALTER TYPE compartment ADD VALUE 'CONTACT_CHANNEL';
ALTER TYPE compartment ADD VALUE 'FIRST_NAMES';
ALTER TYPE compartment ADD VALUE 'LEGAL_NAME';
ALTER TYPE compartment ADD VALUE 'NATIONALITIES';
ALTER TYPE compartment ADD VALUE 'BIRTH_YEAR';
