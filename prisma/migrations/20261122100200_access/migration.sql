-- Database roles, privileges and row-level security. The API logs in as shelter_api, which may do nothing; each
-- transaction begins with app_enter(), which sets the role of the one who asks and who that is, for that transaction.
-- Nothing here is owned by a role that an application uses. Without context there are no rows.

-- Roles belong to the whole cluster, and two databases may be migrated at once.
DO $$
DECLARE r text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('shelter_city.roles'));
  FOREACH r IN ARRAY ARRAY['shelter_gate', 'shelter_coordinator', 'shelter_city', 'shelter_manager', 'shelter_admin',
                           'shelter_job', 'shelter_counter', 'shelter_auditor', 'shelter_note_keeper',
                           'shelter_waiting_keeper'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', r); END IF;
  END LOOP;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shelter_api') THEN
    CREATE ROLE shelter_api LOGIN NOINHERIT;
    GRANT shelter_gate, shelter_coordinator, shelter_city, shelter_manager, shelter_admin, shelter_job
      TO shelter_api WITH INHERIT FALSE, SET TRUE;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shelter_backup') THEN
    BEGIN
      CREATE ROLE shelter_backup NOLOGIN BYPASSRLS;
    EXCEPTION WHEN insufficient_privilege THEN
      -- Only a superuser may give BYPASSRLS; a dump by this role then stops with an error instead of missing rows.
      CREATE ROLE shelter_backup NOLOGIN;
    END;
  END IF;
  -- So that the owner of the migrations, when it is no superuser, may give functions to these four.
  IF NOT pg_has_role(current_user, 'shelter_waiting_keeper', 'SET') THEN
    EXECUTE format('GRANT shelter_counter, shelter_auditor, shelter_note_keeper, shelter_waiting_keeper TO %I', current_user);
  END IF;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO shelter_api, shelter_backup', current_database());
END $$;

CREATE SCHEMA counting;
REVOKE ALL ON SCHEMA public, vault, audit, counting FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;

-- ── Who asks ───────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION app_account_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.account_id', true), '')::uuid;
CREATE FUNCTION app_city_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.city_id', true), '')::uuid;
CREATE FUNCTION app_is_cleared() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.risk_cleared', true), '') = 'yes';

GRANT USAGE ON SCHEMA public TO shelter_gate, shelter_coordinator, shelter_city, shelter_manager, shelter_admin,
  shelter_job, shelter_counter, shelter_backup;
GRANT EXECUTE ON FUNCTION app_account_id(), app_city_id(), app_is_cleared()
  TO shelter_gate, shelter_coordinator, shelter_city, shelter_manager, shelter_admin, shelter_job, shelter_counter;
GRANT EXECUTE ON FUNCTION refuse_change(), keep_stay_off_blocked_days(), keep_blocked_days_off_stays()
  TO shelter_coordinator, shelter_city, shelter_job;

-- ── Row-level security, enabled and forced, on every table ─────────────────────────────────────────────────────────
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
           WHERE schemaname IN ('public', 'vault', 'audit') AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t.name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t.name);
  END LOOP;
END $$;

-- ── The gate: sign-in and "whose session is this", before anybody is anybody ───────────────────────────────────────
GRANT SELECT ON account, host_city, setting TO shelter_gate;
GRANT UPDATE (totp_last_step) ON account TO shelter_gate;
GRANT SELECT, INSERT, UPDATE ON session TO shelter_gate;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_delay TO shelter_gate;
CREATE POLICY gate_reads_accounts ON account FOR SELECT TO shelter_gate USING (true);
CREATE POLICY gate_keeps_the_step ON account FOR UPDATE TO shelter_gate USING (true);
CREATE POLICY gate_keeps_sessions ON session TO shelter_gate USING (true);
CREATE POLICY gate_keeps_delays ON sign_in_delay TO shelter_gate USING (true);
CREATE POLICY gate_names_the_city ON host_city FOR SELECT TO shelter_gate USING (true);
CREATE POLICY gate_reads_settings ON setting FOR SELECT TO shelter_gate USING (true);

-- ── Everybody: the own account's preferences, own sessions, own idempotency keys, the settings ─────────────────────
GRANT SELECT (id, email, display_name, role, city_id, risk_cleared, language, theme, shortcuts, disabled_at, version),
      UPDATE (language, theme, shortcuts, version)
  ON account TO shelter_coordinator, shelter_city, shelter_manager, shelter_admin;
GRANT SELECT (id, account_id, device, created_at, last_seen_at, expires_at, ended_at), UPDATE (ended_at)
  ON session TO shelter_coordinator, shelter_city, shelter_manager, shelter_admin;
GRANT SELECT, INSERT ON idempotency_key TO shelter_coordinator, shelter_city, shelter_manager, shelter_admin;
GRANT SELECT ON setting TO shelter_coordinator, shelter_city, shelter_manager, shelter_admin, shelter_job;
CREATE POLICY own_account ON account FOR SELECT TO shelter_coordinator, shelter_city, shelter_manager, shelter_admin
  USING (id = (SELECT app_account_id()));
CREATE POLICY own_preferences ON account FOR UPDATE TO shelter_coordinator, shelter_city, shelter_manager, shelter_admin
  USING (id = (SELECT app_account_id()));
CREATE POLICY own_sessions ON session TO shelter_coordinator, shelter_city, shelter_manager, shelter_admin
  USING (account_id = (SELECT app_account_id()));
CREATE POLICY own_keys ON idempotency_key TO shelter_coordinator, shelter_city, shelter_manager, shelter_admin
  USING (account_id = (SELECT app_account_id()));
CREATE POLICY settings ON setting FOR SELECT TO shelter_coordinator, shelter_city, shelter_manager, shelter_admin, shelter_job
  USING (true);

-- ── Coordinators: every case; a restricted risk note only with clearance ───────────────────────────────────────────
GRANT SELECT, INSERT ON host_city, coordinating_organisation, place, capacity_period, blocked_days, call, application,
  defender, defender_language, defender_city_wish, schengen_presence, sealed_compartment, risk_note, risk_note_body,
  city_instruction, risk_city_ban, risk_apart, stay, event TO shelter_coordinator;
GRANT UPDATE ON host_city, coordinating_organisation, place, capacity_period, blocked_days, call, application, defender,
  sealed_compartment, stay TO shelter_coordinator;
GRANT UPDATE, DELETE ON defender_language, defender_city_wish, schengen_presence TO shelter_coordinator;
GRANT DELETE ON stay TO shelter_coordinator;
CREATE POLICY colleagues ON account FOR SELECT TO shelter_coordinator USING ((SELECT app_account_id()) IS NOT NULL);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['host_city', 'coordinating_organisation', 'place', 'capacity_period', 'blocked_days', 'call',
      'application', 'defender', 'defender_language', 'defender_city_wish', 'schengen_presence', 'sealed_compartment',
      'risk_note', 'city_instruction', 'risk_city_ban', 'risk_apart', 'event'] LOOP
    EXECUTE format('CREATE POLICY coordinator_works ON %I TO shelter_coordinator USING ((SELECT app_account_id()) IS NOT NULL)', t);
  END LOOP;
END $$;
CREATE POLICY coordinator_works ON stay TO shelter_coordinator USING ((SELECT app_account_id()) IS NOT NULL);
-- Only a draft may be thrown away; everything a city saw stays.
CREATE POLICY coordinator_drops_drafts ON stay AS RESTRICTIVE FOR DELETE TO shelter_coordinator USING (status = 'DRAFT');
CREATE POLICY coordinator_opens_notes ON risk_note_body TO shelter_coordinator
  USING ((SELECT app_account_id()) IS NOT NULL AND ((SELECT app_is_cleared())
    OR EXISTS (SELECT FROM risk_note n WHERE n.id = note_id AND NOT n.restricted)));
-- Nobody signs as somebody else. A hold lapses by time alone, so nobody signs that, whoever comes by.
CREATE POLICY coordinator_signs_events ON event AS RESTRICTIVE FOR INSERT TO shelter_coordinator
  WITH CHECK (actor_id = (SELECT app_account_id()) OR (actor_id IS NULL AND verb = 'stay:lapse'));
CREATE POLICY coordinator_signs_notes ON risk_note AS RESTRICTIVE FOR INSERT TO shelter_coordinator
  WITH CHECK (author_id = (SELECT app_account_id()));
CREATE POLICY only_the_cleared_restrict ON risk_note AS RESTRICTIVE FOR INSERT TO shelter_coordinator
  WITH CHECK (NOT restricted OR (SELECT app_is_cleared()));

-- ── The keeper of who awaits a place: a city's "no" changes it, and a city may not write a defender ─────────────────
GRANT USAGE, CREATE ON SCHEMA public TO shelter_waiting_keeper;
ALTER FUNCTION keep_who_awaits_a_place() OWNER TO shelter_waiting_keeper;
REVOKE CREATE ON SCHEMA public FROM shelter_waiting_keeper;
GRANT SELECT (defender_id, status, arrives_on) ON stay TO shelter_waiting_keeper;
GRANT SELECT, UPDATE (awaits_place) ON defender TO shelter_waiting_keeper;
CREATE POLICY keeper ON stay FOR SELECT TO shelter_waiting_keeper USING (true);
CREATE POLICY keeper ON defender TO shelter_waiting_keeper USING (true);

-- ── A city: its own places, capacity and guests, from the proposal to 30 days after the departure ──────────────────
-- No privilege at all on identities, contacts, dependants, risk notes, applications and other cities.
GRANT SELECT ON host_city, coordinating_organisation, place, capacity_period, blocked_days, sealed_compartment TO shelter_city;
GRANT INSERT, UPDATE ON capacity_period, blocked_days TO shelter_city;
GRANT INSERT, UPDATE ON place TO shelter_city;
GRANT UPDATE (themes, languages, languages_known, care_nearby, courses, screening_days, public_events, guests_a_year_at_most,
              days_between_guests, version) ON host_city TO shelter_city;
GRANT INSERT, UPDATE ON sealed_compartment TO shelter_city;
GRANT SELECT (id, defender_id, place_id, city_id, status, arrives_on, departs_on, actual_arrives_on, actual_departs_on,
              hold_expires_at, track, why_this_city, reason_code, reason_note, return_reviewed_on, proposed_at,
              answered_at, offered_arrives_on, offered_departs_on, rest_days, occupies, occupies_and_rests, updated_at, version),
      UPDATE (status, actual_arrives_on, actual_departs_on, reason_code, reason_note, answered_at, hold_expires_at,
              offered_arrives_on, offered_departs_on, updated_at, version) ON stay TO shelter_city;
-- Not shown to it: a city's yes to somebody who is no longer selected is refused.
GRANT SELECT (selection) ON defender TO shelter_city;
GRANT SELECT (id, code_name, household_size, needs, interpreter, track, publicity) ON defender TO shelter_city;
GRANT SELECT ON defender_language, city_instruction TO shelter_city;
GRANT SELECT (id, at, actor_id, subject, subject_id, city_id, verb, from_status, to_status, reason_code), INSERT ON event TO shelter_city;

CREATE POLICY own_city ON host_city TO shelter_city USING (id = (SELECT app_city_id()));
CREATE POLICY own_city ON coordinating_organisation FOR SELECT TO shelter_city USING (city_id = (SELECT app_city_id()));
CREATE POLICY own_city ON place TO shelter_city USING (city_id = (SELECT app_city_id()));
CREATE POLICY own_city ON capacity_period TO shelter_city USING (city_id = (SELECT app_city_id()));
CREATE POLICY own_city ON blocked_days TO shelter_city USING (city_id = (SELECT app_city_id()));
CREATE POLICY own_addresses ON sealed_compartment TO shelter_city
  USING (compartment = 'ADDRESS' AND city_id = (SELECT app_city_id()));
CREATE POLICY own_guests ON stay TO shelter_city USING (city_id = (SELECT app_city_id()) AND (
  status IN ('PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY')
  -- A city's own answer stays readable for a while, so that it can be looked up.
  OR (status = 'DECLINED' AND answered_at > now() - interval '30 days')
  OR (status IN ('DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED') AND actual_departs_on >= current_date - 30)));
CREATE POLICY own_guests ON defender FOR SELECT TO shelter_city
  USING (EXISTS (SELECT FROM stay s WHERE s.defender_id = defender.id));
CREATE POLICY own_guests ON defender_language FOR SELECT TO shelter_city
  USING (EXISTS (SELECT FROM stay s WHERE s.defender_id = defender_language.defender_id));
-- Whether a newer note replaces one: answered as a role that nobody can become, so that a city needs no right on notes.
GRANT USAGE ON SCHEMA public TO shelter_note_keeper;
GRANT SELECT (id, supersedes_id) ON risk_note TO shelter_note_keeper;
CREATE POLICY says_what_is_superseded ON risk_note FOR SELECT TO shelter_note_keeper USING (true);
CREATE FUNCTION note_is_superseded(note uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  RETURN EXISTS (SELECT FROM public.risk_note newer WHERE newer.supersedes_id = note);
GRANT CREATE ON SCHEMA public TO shelter_note_keeper;
ALTER FUNCTION note_is_superseded(uuid) OWNER TO shelter_note_keeper;
REVOKE CREATE ON SCHEMA public FROM shelter_note_keeper;
REVOKE EXECUTE ON FUNCTION note_is_superseded(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION note_is_superseded(uuid) TO shelter_city;
-- The instruction line opens with the confirmation and closes with the departure; a line that was replaced is gone.
CREATE POLICY own_guests ON city_instruction FOR SELECT TO shelter_city
  USING (NOT note_is_superseded(note_id)
         AND EXISTS (SELECT FROM stay s WHERE s.defender_id = city_instruction.defender_id
                       AND s.status IN ('CONFIRMED', 'TRAVELLING', 'IN_STAY')));
CREATE POLICY own_events ON event FOR SELECT TO shelter_city USING (city_id = (SELECT app_city_id())
  AND (subject IN ('CAPACITY_PERIOD', 'BLOCKED_DAYS', 'PLACE', 'HOST_CITY')
    OR (subject = 'STAY' AND EXISTS (SELECT FROM stay s WHERE s.id = event.subject_id))));
CREATE POLICY city_signs_events ON event FOR INSERT TO shelter_city
  WITH CHECK (city_id = (SELECT app_city_id()) AND actor_id = (SELECT app_account_id()));

-- ── Managers: the counting functions, the exports, the names of the cities ─────────────────────────────────────────
GRANT SELECT (id, slug, name, region, joined_year, status) ON host_city TO shelter_manager, shelter_admin;
GRANT SELECT, INSERT ON export TO shelter_manager;
CREATE POLICY city_names ON host_city FOR SELECT TO shelter_manager, shelter_admin USING ((SELECT app_account_id()) IS NOT NULL);
CREATE POLICY exports ON export FOR SELECT TO shelter_manager USING ((SELECT app_account_id()) IS NOT NULL);
CREATE POLICY signs_exports ON export FOR INSERT TO shelter_manager WITH CHECK (account_id = (SELECT app_account_id()));
GRANT SELECT, INSERT ON export TO shelter_coordinator;
CREATE POLICY own_exports ON export TO shelter_coordinator USING (account_id = (SELECT app_account_id()));

-- ── Administrators: accounts by name and role, never a case ────────────────────────────────────────────────────────
CREATE POLICY accounts ON account FOR SELECT TO shelter_admin USING ((SELECT app_account_id()) IS NOT NULL);

-- ── The timed job: lapses holds, drops old keys and sessions ───────────────────────────────────────────────────────
GRANT SELECT, UPDATE ON stay TO shelter_job;
GRANT SELECT, UPDATE ON place TO shelter_job;
GRANT SELECT ON blocked_days TO shelter_job;
GRANT INSERT, SELECT ON event TO shelter_job;
GRANT SELECT, DELETE ON idempotency_key, session, sign_in_delay TO shelter_job;
CREATE POLICY job ON stay TO shelter_job USING (true);
CREATE POLICY job ON place TO shelter_job USING (true);
CREATE POLICY job ON blocked_days FOR SELECT TO shelter_job USING (true);
CREATE POLICY job ON event TO shelter_job USING (actor_id IS NULL);
CREATE POLICY job ON idempotency_key TO shelter_job USING (true);
CREATE POLICY job ON session TO shelter_job USING (true);
CREATE POLICY job ON sign_in_delay TO shelter_job USING (true);

-- ── The vault: a data key opens what its reader may read, nothing else ─────────────────────────────────────────────
GRANT USAGE ON SCHEMA vault TO shelter_coordinator, shelter_city;
GRANT SELECT, INSERT ON vault.data_key TO shelter_coordinator, shelter_city;
CREATE POLICY coordinator_keys ON vault.data_key TO shelter_coordinator USING ((SELECT app_account_id()) IS NOT NULL);
CREATE POLICY city_keys ON vault.data_key FOR SELECT TO shelter_city
  USING (EXISTS (SELECT FROM public.sealed_compartment c WHERE c.data_key_id = data_key.id));
CREATE POLICY city_makes_keys ON vault.data_key FOR INSERT TO shelter_city WITH CHECK ((SELECT app_city_id()) IS NOT NULL);

-- ── The audit log: one function appends, nobody else writes ────────────────────────────────────────────────────────
CREATE FUNCTION audit.append(action text, object_kind text, object_id uuid, result text, reason text, fields text[], request_id text)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  INSERT INTO audit.log (actor_id, actor_role, action, object_kind, object_id, result, reason, fields, request_id)
  VALUES (nullif(current_setting('app.account_id', true), '')::uuid, nullif(current_setting('role', true), 'none'),
          action, object_kind, object_id, result, reason, fields, request_id);
END;
GRANT USAGE ON SCHEMA audit TO shelter_gate, shelter_coordinator, shelter_city, shelter_manager, shelter_admin, shelter_job, shelter_auditor;
GRANT CREATE ON SCHEMA audit TO shelter_auditor;
ALTER FUNCTION audit.append OWNER TO shelter_auditor;
REVOKE CREATE ON SCHEMA audit FROM shelter_auditor;
GRANT INSERT, SELECT ON audit.log TO shelter_auditor;
GRANT USAGE ON SEQUENCE audit.log_seq_seq TO shelter_auditor;
CREATE POLICY appends ON audit.log FOR INSERT TO shelter_auditor WITH CHECK (true);
REVOKE EXECUTE ON FUNCTION audit.append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.append TO shelter_gate, shelter_coordinator, shelter_city, shelter_manager, shelter_admin, shelter_job;
-- Own actions, and for the administrator the shape of the log (integrity checks), are read through policies.
GRANT SELECT ON audit.log TO shelter_coordinator, shelter_city;
CREATE POLICY own_actions ON audit.log FOR SELECT TO shelter_coordinator, shelter_city USING (actor_id = (SELECT app_account_id()));

-- ── The backup ─────────────────────────────────────────────────────────────────────────────────────────────────────
GRANT USAGE ON SCHEMA audit TO shelter_backup;
GRANT SELECT ON ALL TABLES IN SCHEMA public, audit TO shelter_backup;
