-- Four things that were open for longer, or to more hands, than is promised.

-- ── A stay whose end nobody writes down closes by itself: thirty days after the day of leaving that was planned, as if the
-- guest had left then. Whoever knows better moves that day, or writes the departure down. ─────────────────────────────
CREATE FUNCTION city_phase(status stay_status, answered_at timestamptz, actual_departs_on date, departs_on date) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN status = 'PROPOSED' THEN 'PROPOSED'
  WHEN status IN ('CONFIRMED', 'TRAVELLING', 'IN_STAY') AND departs_on >= app_today() - 30 THEN 'CONFIRMED'
  WHEN status IN ('DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED') AND actual_departs_on >= app_today() - 30 THEN 'AFTER'
  WHEN status = 'DECLINED' AND (answered_at AT TIME ZONE 'Europe/Amsterdam')::date >= app_today() - 30 THEN 'AFTER'
  ELSE 'NOTHING'
END;
REVOKE EXECUTE ON FUNCTION city_phase(stay_status, timestamptz, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION city_phase(stay_status, timestamptz, date, date) TO shelter_city, shelter_phase_keeper;

ALTER POLICY own_guests ON stay
  USING (city_id = (SELECT app_city_id()) AND city_phase(status, answered_at, actual_departs_on, departs_on) <> 'NOTHING');

CREATE OR REPLACE FUNCTION days_of_own_stays() RETURNS TABLE (stay_id uuid, place_id uuid, arrives_on date, departs_on date,
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
  WHERE s.city_id = public.app_city_id() AND public.city_phase(s.status, s.answered_at, s.actual_departs_on, s.departs_on) <> 'NOTHING';
END;
CREATE OR REPLACE FUNCTION stays_on_period(place uuid, opens date, closes date) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
RETURN (SELECT count(*) FROM public.stay s
  WHERE s.place_id = place AND s.arrives_on < closes + 60 AND s.arrives_on >= opens - 260
    AND s.occupies && daterange(opens, closes, '[)')
    AND (current_setting('role') <> 'shelter_city' OR (s.status <> 'PROPOSED' AND s.city_id = public.app_city_id()
      AND public.city_phase(s.status, s.answered_at, s.actual_departs_on, s.departs_on) <> 'NOTHING')));
DROP FUNCTION city_phase(stay_status, timestamptz, date);

-- ── Opening something of a person to a city is for whoever is on the case, or broke glass: as opening it oneself is. What
-- only closes is everybody's. ─────────────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION may_open_case(person uuid) RETURNS boolean LANGUAGE sql STABLE
RETURN is_on_case(person) OR glass_broken_until(person) IS NOT NULL;
REVOKE EXECUTE ON FUNCTION may_open_case(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_open_case(uuid) TO shelter_coordinator;

CREATE POLICY who_is_on_the_case_grants ON disclosure_grant AS RESTRICTIVE FOR INSERT TO shelter_coordinator
  WITH CHECK (may_open_case(defender_id));

CREATE FUNCTION keep_sharing_to_the_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('role') = 'shelter_coordinator' AND NOT public.may_open_case(NEW.id) THEN
    RAISE EXCEPTION 'who isn''t on the case opens nothing of it: constraint "sharing_is_for_the_case"'
      USING ERRCODE = '23514', CONSTRAINT = 'sharing_is_for_the_case', TABLE = 'defender';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION keep_sharing_to_the_case() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_sharing_to_the_case() TO shelter_coordinator;
CREATE TRIGGER sharing_is_for_the_case BEFORE UPDATE OF "shares_name", "shares_contact" ON "defender" FOR EACH ROW
  WHEN ((NEW.shares_name AND NOT OLD.shares_name) OR (NEW.shares_contact AND NOT OLD.shares_contact))
  EXECUTE FUNCTION keep_sharing_to_the_case();

-- ── Why somebody is kept away lies sealed about a person as well: the cleared read it on their cases, or through glass ──
ALTER POLICY the_cleared_read_why ON withheld_reason
  USING ((SELECT app_is_cleared()) AND EXISTS (SELECT FROM withheld_from w WHERE w.id = entry_id AND may_open_case(w.defender_id)));

-- ── An invitation is for somebody who has no way in yet: otherwise it would be a recovery by one administrator ──────────
ALTER POLICY admin_resets_after_two ON account_link
  WITH CHECK (CASE WHEN purpose = 'INVITE' THEN NOT has_a_way_in(account_id)
    ELSE EXISTS (SELECT FROM account_recovery r WHERE r.account_id = account_link.account_id
      AND r.approved AND r.decided_by_id = (SELECT app_account_id()) AND r.decided_at > now() - interval '1 hour') END);
