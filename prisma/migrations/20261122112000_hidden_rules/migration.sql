-- What a restricted risk note says stays with the cleared, in the database as well: its line for the city, its cities and
-- its people are closed to everybody else. The planner must obey all the same, so it asks a keeper, who answers with the
-- effect alone: closed cities without the why, a yes or no about some nights, a lock taken, a stay that breaks a rule.

DO $$ BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('shelter_city.roles'));
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shelter_rule_keeper') THEN CREATE ROLE shelter_rule_keeper NOLOGIN; END IF;
  IF NOT pg_has_role(current_user, 'shelter_rule_keeper', 'SET') THEN
    EXECUTE format('GRANT shelter_rule_keeper TO %I', current_user);
  END IF;
END $$;

-- ── Closed to whoever may not open the note ────────────────────────────────────────────────────────────────────────
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['city_instruction', 'risk_city_ban', 'risk_apart'] LOOP
    EXECUTE format('DROP POLICY coordinator_works ON %I', t);
    EXECUTE format('CREATE POLICY coordinator_opens_notes ON %I TO shelter_coordinator
      USING ((SELECT app_account_id()) IS NOT NULL AND ((SELECT app_is_cleared())
        OR EXISTS (SELECT FROM risk_note n WHERE n.id = note_id AND NOT n.restricted)))', t);
  END LOOP;
END $$;

-- ── The keeper sees the rules, and of stays where and when; nobody can become it ───────────────────────────────────
GRANT USAGE ON SCHEMA public TO shelter_rule_keeper;
GRANT EXECUTE ON FUNCTION app_account_id(), app_is_cleared() TO shelter_rule_keeper;
GRANT SELECT (id, subject, defender_id, restricted, supersedes_id) ON risk_note TO shelter_rule_keeper;
GRANT SELECT ON risk_city_ban, risk_apart TO shelter_rule_keeper;
GRANT SELECT (id, defender_id, city_id, status, arrives_on, departs_on, actual_departs_on, hold_expires_at, occupies) ON stay TO shelter_rule_keeper;
-- The right to change one column is what PostgreSQL asks for before it locks a row.
GRANT SELECT (id, awaits_place), UPDATE (awaits_place) ON defender TO shelter_rule_keeper;
CREATE POLICY rule_keeper ON risk_note FOR SELECT TO shelter_rule_keeper USING (true);
CREATE POLICY rule_keeper ON risk_city_ban FOR SELECT TO shelter_rule_keeper USING (true);
CREATE POLICY rule_keeper ON risk_apart FOR SELECT TO shelter_rule_keeper USING (true);
CREATE POLICY rule_keeper ON stay FOR SELECT TO shelter_rule_keeper USING (true);
CREATE POLICY rule_keeper ON defender TO shelter_rule_keeper USING (true);

-- The rules for a person that the asker may not read: none of the notes in force that give them is open to the asker.
-- For the functions below alone.
CREATE FUNCTION hidden_rules_of(person uuid) RETURNS TABLE (kind text, what uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  WITH note AS (
    SELECT n.id, n.defender_id, n.restricted FROM public.risk_note n
    WHERE n.subject = 'DEFENDER'
      AND n.id IN (SELECT own.id FROM public.risk_note own WHERE own.defender_id = person
             UNION SELECT a.note_id FROM public.risk_apart a WHERE a.other_defender_id = person)
      AND NOT EXISTS (SELECT FROM public.risk_note newer WHERE newer.supersedes_id = n.id)
  ), rule AS (
    SELECT 'CITY' AS kind, b.city_id AS what, n.restricted
      FROM note n JOIN public.risk_city_ban b ON b.note_id = n.id WHERE n.defender_id = person
    UNION ALL
    SELECT 'PERSON', CASE WHEN n.defender_id = person THEN a.other_defender_id ELSE n.defender_id END, n.restricted
      FROM note n JOIN public.risk_apart a ON a.note_id = n.id WHERE n.defender_id = person OR a.other_defender_id = person
  )
  SELECT r.kind, r.what FROM rule r WHERE NOT public.app_is_cleared() GROUP BY r.kind, r.what HAVING bool_and(r.restricted);
END;

-- What matching obeys without the why: how many rules there are, and the cities they close. A city is closed by a rule
-- about it, or by a guest who must not be near, as long as that guest is there or to come: which of both isn't said.
CREATE FUNCTION hidden_rules_about(person uuid, today date) RETURNS json
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  WITH hidden AS MATERIALIZED (SELECT h.kind, h.what FROM public.hidden_rules_of(person) h),
  closed AS (
    SELECT h.what AS city_id FROM hidden h WHERE h.kind = 'CITY'
    UNION
    SELECT s.city_id FROM hidden h JOIN public.stay s ON s.defender_id = h.what
      WHERE h.kind = 'PERSON' AND s.occupies IS NOT NULL AND COALESCE(s.actual_departs_on, s.departs_on) >= today
  )
  SELECT json_build_object('count', (SELECT count(*) FROM hidden),
    'cities', (SELECT COALESCE(json_agg(c.city_id ORDER BY c.city_id), '[]') FROM closed c));
END;

-- Whether a rule that the asker may not read keeps a person out of a city on some nights.
CREATE FUNCTION hidden_rule_forbids(person uuid, city uuid, first_night date, departure date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
RETURN EXISTS (
  SELECT FROM public.hidden_rules_of(person) h
  WHERE (h.kind = 'CITY' AND h.what = city)
     OR (h.kind = 'PERSON' AND EXISTS (SELECT FROM public.stay s WHERE s.defender_id = h.what AND s.city_id = city
           AND s.occupies && daterange(first_night, departure, '[)'))));

-- Whoever places a person waits for, and is waited for by, everybody whom any note ever kept apart from that person, so
-- that two of them can't enter a city at once. Always in the order of ids. Answers whether the person is there.
CREATE FUNCTION lock_with_those_apart(person uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  there boolean := false;
  id uuid;
BEGIN
  FOR id IN SELECT d.id FROM public.defender d WHERE d.id = ANY (ARRAY(
      SELECT person
      UNION SELECT a.other_defender_id FROM public.risk_apart a WHERE a.defender_id = person
      UNION SELECT a.defender_id FROM public.risk_apart a WHERE a.other_defender_id = person))
    ORDER BY d.id FOR NO KEY UPDATE
  LOOP there := there OR id = person; END LOOP;
  RETURN there;
END $$;

-- Stays that a rule in force forbids, restricted or not: that a rule is broken mustn't be hidden from who must act. Of two
-- people who must be kept apart only the one whom the note is about is answered: both would name the pair.
CREATE FUNCTION stays_that_break_a_rule() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  -- Every stay that stands, by the partial indexes of its states; a day that none precedes leads the planner to them.
  SELECT s.id FROM (
    SELECT p.id, p.defender_id, p.city_id, p.occupies FROM public.stay p WHERE p.status = 'PROPOSED' AND p.hold_expires_at > '-infinity'
    UNION ALL
    SELECT c.id, c.defender_id, c.city_id, c.occupies FROM public.stay c WHERE c.status IN ('CONFIRMED', 'TRAVELLING') AND c.arrives_on > '-infinity'
    UNION ALL
    SELECT h.id, h.defender_id, h.city_id, h.occupies FROM public.stay h WHERE h.status = 'IN_STAY' AND h.departs_on > '-infinity'
  ) s
  WHERE (SELECT true FROM public.risk_city_ban b WHERE b.defender_id = s.defender_id AND b.city_id = s.city_id
           AND (SELECT true FROM public.risk_note newer WHERE newer.supersedes_id = b.note_id LIMIT 1) IS NULL LIMIT 1)
     OR (SELECT true FROM public.risk_apart a JOIN public.stay o ON o.defender_id = a.other_defender_id
         WHERE a.defender_id = s.defender_id AND o.city_id = s.city_id AND o.occupies && s.occupies
           AND o.status IN ('PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY')
           AND (SELECT true FROM public.risk_note newer WHERE newer.supersedes_id = a.note_id LIMIT 1) IS NULL LIMIT 1);
END;

GRANT CREATE ON SCHEMA public TO shelter_rule_keeper;
ALTER FUNCTION hidden_rules_of(uuid) OWNER TO shelter_rule_keeper;
ALTER FUNCTION hidden_rules_about(uuid, date) OWNER TO shelter_rule_keeper;
ALTER FUNCTION hidden_rule_forbids(uuid, uuid, date, date) OWNER TO shelter_rule_keeper;
ALTER FUNCTION lock_with_those_apart(uuid) OWNER TO shelter_rule_keeper;
ALTER FUNCTION stays_that_break_a_rule() OWNER TO shelter_rule_keeper;
REVOKE CREATE ON SCHEMA public FROM shelter_rule_keeper;
REVOKE EXECUTE ON FUNCTION hidden_rules_of(uuid), hidden_rules_about(uuid, date), hidden_rule_forbids(uuid, uuid, date, date),
  lock_with_those_apart(uuid), stays_that_break_a_rule() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hidden_rules_about(uuid, date), hidden_rule_forbids(uuid, uuid, date, date),
  lock_with_those_apart(uuid), stays_that_break_a_rule() TO shelter_coordinator;
