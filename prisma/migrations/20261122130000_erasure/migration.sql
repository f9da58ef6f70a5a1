-- Erasure: one function removes what is known of a person and destroys the keys of what was sealed. It runs as a role that
-- nobody can become, on request of a cleared coordinator or when the retention period is over. What stays is a defender
-- without a name or a trait but the country that the counts need, and the stays that were really used, so that yearly
-- counts don't change. This migration comes after all that make tables of a case: it opens each of them to that role.

CREATE SCHEMA erasure;
REVOKE ALL ON SCHEMA erasure FROM PUBLIC;
DO $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('shelter_city.roles'));
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shelter_eraser') THEN CREATE ROLE shelter_eraser NOLOGIN; END IF;
  IF NOT pg_has_role(current_user, 'shelter_eraser', 'SET') THEN EXECUTE format('GRANT shelter_eraser TO %I', current_user); END IF;
END $$;

ALTER TABLE defender ADD COLUMN erased_at timestamptz(3);

-- A reason why somebody must not be erased yet, such as a claim or an inquiry.
CREATE TABLE erasure_hold (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  defender_id uuid NOT NULL,
  reason text NOT NULL,
  held_by_id uuid NOT NULL,
  held_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  lifted_by_id uuid,
  lifted_at timestamptz(3),
  CONSTRAINT erasure_hold_pkey PRIMARY KEY (id)
);
CREATE INDEX erasure_hold_defender_id_idx ON erasure_hold (defender_id);
CREATE UNIQUE INDEX one_erasure_hold ON erasure_hold (defender_id) WHERE lifted_at IS NULL;
ALTER TABLE erasure_hold ADD CONSTRAINT erasure_hold_defender_id_fkey
  FOREIGN KEY (defender_id) REFERENCES defender (id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- What an erasure did: by whom, why, how many rows of what, and where the audit log says so. Nobody's name or id but the
-- one who did it.
CREATE TABLE erasure_certificate (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  erased_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  erased_by_id uuid,
  basis text NOT NULL,
  destroyed jsonb NOT NULL,
  kept jsonb NOT NULL,
  audit_seq bigint NOT NULL,
  CONSTRAINT erasure_certificate_pkey PRIMARY KEY (id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON erasure_certificate FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON erasure_certificate FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE erasure_hold ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure_hold FORCE ROW LEVEL SECURITY;
ALTER TABLE erasure_certificate ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure_certificate FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (lifted_by_id, lifted_at) ON erasure_hold TO shelter_coordinator;
GRANT SELECT ON erasure_certificate TO shelter_coordinator, shelter_admin;
CREATE POLICY cleared_hold ON erasure_hold TO shelter_coordinator USING ((SELECT app_is_cleared()));
CREATE POLICY cleared_read ON erasure_certificate FOR SELECT TO shelter_coordinator USING ((SELECT app_is_cleared()));
CREATE POLICY admin_reads ON erasure_certificate FOR SELECT TO shelter_admin USING ((SELECT app_account_id()) IS NOT NULL);

-- Rows that only grow are still removed with the person they speak of, by the eraser alone; the audit log never.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'shelter_eraser' AND TG_TABLE_SCHEMA = 'public' AND TG_TABLE_NAME <> 'erasure_certificate' THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF TG_OP = 'UPDATE' THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
    USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_is_append_only', TABLE = TG_TABLE_NAME;
END $$;

-- Adds up what two walks counted.
CREATE FUNCTION erasure.total(one jsonb, other jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
RETURN (SELECT coalesce(jsonb_object_agg(key, n), '{}') FROM (
  SELECT e.key, sum(e.value::bigint) AS n FROM (SELECT * FROM jsonb_each_text(one) UNION ALL SELECT * FROM jsonb_each_text(other)) e
  GROUP BY e.key HAVING sum(e.value::bigint) > 0) s);

-- Removes the rows of a table that meet a condition, first those that refer to them, with the keys of what was sealed.
-- Answers how many of each table; without `really` it only counts.
CREATE FUNCTION erasure.remove(rel regclass, condition text, really boolean) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  child record;
  counted jsonb := '{}';
  n bigint;
BEGIN
  FOR child IN
    SELECT k.conrelid::regclass AS rel, a.attname AS col, f.attname AS ref
    FROM pg_constraint k
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    JOIN pg_attribute f ON f.attrelid = k.confrelid AND f.attnum = k.confkey[1]
    WHERE k.contype = 'f' AND k.confrelid = rel AND k.conrelid <> rel AND array_length(k.conkey, 1) = 1
      -- Stays are dealt with by themselves.
      AND NOT (rel = 'public.defender'::regclass AND k.conrelid = 'public.stay'::regclass)
    ORDER BY 1
  LOOP
    counted := erasure.total(counted, erasure.remove(child.rel, format('%I IN (SELECT %I FROM %s WHERE %s)', child.col, child.ref, rel, condition), really));
  END LOOP;
  IF rel = 'public.defender'::regclass THEN RETURN counted; END IF;
  IF EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = rel AND a.attname = 'data_key_id' AND NOT a.attisdropped) THEN
    EXECUTE format('SELECT count(*) FROM vault.data_key WHERE id IN (SELECT data_key_id FROM %s WHERE %s)', rel, condition) INTO n;
    counted := erasure.total(counted, jsonb_build_object('data_key', n));
    IF really THEN EXECUTE format('DELETE FROM vault.data_key WHERE id IN (SELECT data_key_id FROM %s WHERE %s)', rel, condition); END IF;
  END IF;
  EXECUTE format('SELECT count(*) FROM %s WHERE %s', rel, condition) INTO n;
  IF really AND n > 0 THEN EXECUTE format('DELETE FROM %s WHERE %s', rel, condition); END IF;
  RETURN erasure.total(counted, jsonb_build_object((SELECT relname FROM pg_class WHERE oid = rel), n));
END $$;

-- What is known of a person: all that hangs on them, on what is left of stays that were never used, and on each of the stays.
CREATE FUNCTION erasure.walk(person uuid, really boolean) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  counted jsonb;
  child record;
  n bigint;
  unused constant text := format('defender_id = %L AND status NOT IN (''DEPARTED'', ''CUT_SHORT'', ''TRANSFERRED'', ''CLOSED'')', person);
BEGIN
  counted := erasure.remove('public.defender', format('id = %L', person), really);
  FOR child IN
    SELECT k.conrelid::regclass AS rel, a.attname AS col FROM pg_constraint k
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.confrelid = 'public.stay'::regclass AND k.conrelid <> k.confrelid AND array_length(k.conkey, 1) = 1
  LOOP
    counted := erasure.total(counted, erasure.remove(child.rel, format('%I IN (SELECT id FROM stay WHERE defender_id = %L)', child.col, person), really));
  END LOOP;
  SELECT count(*) INTO n FROM risk_apart WHERE other_defender_id = person;
  counted := erasure.total(counted, jsonb_build_object('risk_apart', n));
  EXECUTE 'SELECT count(*) FROM stay WHERE ' || unused INTO n;
  counted := erasure.total(counted, jsonb_build_object('stay', n));
  IF really THEN
    DELETE FROM risk_apart WHERE other_defender_id = person;
    UPDATE stay SET continues_id = NULL WHERE defender_id = person;
    EXECUTE 'DELETE FROM stay WHERE ' || unused;
  END IF;
  RETURN counted;
END $$;

-- The assignments that set every column but some to its default.
CREATE FUNCTION erasure.forgetting(rel regclass, but text[]) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog
RETURN (SELECT string_agg(format('%I = DEFAULT', a.attname), ', ') FROM pg_attribute a
  WHERE a.attrelid = rel AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attname <> ALL (but));

CREATE FUNCTION erasure.refusal(person uuid) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, public
RETURN CASE
  WHEN EXISTS (SELECT FROM public.erasure_hold h WHERE h.defender_id = person AND h.lifted_at IS NULL) THEN 'held'
  WHEN EXISTS (SELECT FROM public.stay s WHERE s.defender_id = person AND s.status IN ('PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY')) THEN 'under way'
END;

-- May only who is cleared, or the timed job.
CREATE FUNCTION erasure.demand() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF current_setting('role', true) = 'shelter_job' OR (current_setting('role', true) = 'shelter_coordinator' AND app_is_cleared()) THEN RETURN; END IF;
  RAISE EXCEPTION 'only the cleared may erase' USING ERRCODE = '42501';
END $$;

CREATE FUNCTION erasure.preview(person uuid) RETURNS TABLE (destroyed jsonb, kept jsonb, refused text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM erasure.demand();
  RETURN QUERY SELECT erasure.total(erasure.walk(person, false), '{}'),
    jsonb_build_object('stay', (SELECT count(*) FROM stay s WHERE s.defender_id = person AND s.status IN ('DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED')),
      'event', (SELECT count(*) FROM event e WHERE e.defender_id = person), 'audit', (SELECT count(*) FROM audit.log l WHERE l.defender_id = person)),
    erasure.refusal(person);
END $$;

CREATE FUNCTION erasure.erase(person uuid, basis text, request_id text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  gone jsonb;
  stays jsonb;
  refused text;
  certificate uuid := gen_random_uuid();
BEGIN
  PERFORM erasure.demand();
  -- Whoever changes a stay takes the person's row as well: after this nobody does until we are done.
  PERFORM FROM defender d WHERE d.id = person AND d.erased_at IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  refused := erasure.refusal(person);
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION 'not now' USING ERRCODE = '23514', CONSTRAINT = 'erasure_not_now';
  END IF;
  gone := erasure.walk(person, true);
  -- Whatever columns there are: what the counts need stays, all else becomes what it is for somebody of whom nothing is known.
  EXECUTE format('UPDATE stay SET %s WHERE defender_id = %L', erasure.forgetting('public.stay', ARRAY['id', 'defender_id', 'place_id', 'city_id',
    'status', 'arrives_on', 'departs_on', 'actual_arrives_on', 'actual_departs_on', 'call_id', 'rest_days', 'version']), person);
  UPDATE event e SET note = NULL, detail = NULL, reason_code = NULL WHERE e.defender_id = person;
  EXECUTE format('UPDATE defender SET %s WHERE id = %L', erasure.forgetting('public.defender', ARRAY['id', 'code_name', 'country_of_work', 'version', 'erased_at', 'selection']), person);
  UPDATE defender d SET code_name = 'Erased ' || left(replace(certificate::text, '-', ''), 8), selection = 'WITHDRAWN',
    erased_at = clock_timestamp(), version = d.version + 1 WHERE d.id = person;
  SELECT jsonb_build_object('stay', count(*)) INTO stays FROM stay s WHERE s.defender_id = person;
  PERFORM audit.append('defender:erase', 'DEFENDER', person, person, 'DONE', basis, ARRAY(SELECT jsonb_object_keys(gone) ORDER BY 1), request_id);
  INSERT INTO erasure_certificate (id, erased_by_id, basis, destroyed, kept, audit_seq)
  VALUES (certificate, nullif(current_setting('app.account_id', true), '')::uuid, basis, gone, stays, currval('audit.log_seq_seq'));
  RETURN certificate;
END $$;

-- Whose time is over on a day or will be, and by which rule; nobody under a hold or with a stay that isn't over.
CREATE FUNCTION erasure.due(until_day date, not_selected_months integer, withdrawn_months integer, stay_file_months integer)
RETURNS TABLE (defender_id uuid, code_name text, due_on date, rule text, held boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM erasure.demand();
  RETURN QUERY
  WITH used AS (
    SELECT s.defender_id, max(s.actual_departs_on) AS left_on FROM stay s
    WHERE s.status IN ('DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED') GROUP BY s.defender_id
  ), asked AS (
    SELECT DISTINCT ON (a.defender_id) a.defender_id, a.status::text AS status, a.decided_on, a.received_on, c.closes_on
    FROM application a JOIN call c ON c.id = a.call_id ORDER BY a.defender_id, c.closes_on DESC
  ), rules AS (
    SELECT d.id, d.code_name, CASE
        -- The last follow-up is due a year after the return.
        WHEN u.left_on IS NOT NULL THEN u.left_on + make_interval(months => 12 + stay_file_months)
        WHEN a.status = 'WITHDRAWN' THEN coalesce(a.decided_on, a.received_on) + make_interval(months => withdrawn_months)
        WHEN a.status IN ('INELIGIBLE', 'REJECTED', 'NOT_SELECTED', 'RESERVE') THEN a.closes_on + make_interval(months => not_selected_months)
      END::date AS due, CASE WHEN u.left_on IS NOT NULL THEN 'STAY_FILE' WHEN a.status = 'WITHDRAWN' THEN 'WITHDRAWN' ELSE 'NOT_SELECTED' END AS by_rule
    FROM defender d LEFT JOIN used u ON u.defender_id = d.id LEFT JOIN asked a ON a.defender_id = d.id
    WHERE d.erased_at IS NULL
  )
  SELECT r.id, r.code_name, r.due, r.by_rule, erasure.refusal(r.id) IS NOT NULL FROM rules r WHERE r.due <= until_day ORDER BY r.due, r.code_name;
END $$;

-- Passport and visa facts go some days after the departure, when no other stay waits for them.
CREATE FUNCTION erasure.drop_travel(today date, days integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE n integer;
BEGIN
  PERFORM erasure.demand();
  UPDATE defender d SET passport_valid_until = NULL, visa_lead_days = NULL, version = d.version + 1
  WHERE (d.passport_valid_until IS NOT NULL OR d.visa_lead_days IS NOT NULL) AND d.erased_at IS NULL
    AND EXISTS (SELECT FROM stay s WHERE s.defender_id = d.id AND s.status IN ('DEPARTED', 'CUT_SHORT', 'CLOSED'))
    AND NOT EXISTS (SELECT FROM stay s WHERE s.defender_id = d.id AND (s.status IN ('DRAFT', 'PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY')
      OR s.actual_departs_on > today - days))
    AND NOT d.awaits_place
    AND NOT EXISTS (SELECT FROM erasure_hold h WHERE h.defender_id = d.id AND h.lifted_at IS NULL);
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

-- The eraser's rights: every table that hangs on a defender or a stay, whoever made it, and nothing else.
DO $$
DECLARE t record;
BEGIN
  FOR t IN
    WITH RECURSIVE hanging AS (
      SELECT 'defender'::regclass AS rel UNION SELECT 'stay'::regclass
      UNION SELECT k.conrelid::regclass FROM pg_constraint k JOIN hanging h ON k.confrelid = h.rel WHERE k.contype = 'f'
    )
    SELECT rel::text AS name FROM hanging UNION SELECT 'event' UNION SELECT 'call' UNION SELECT 'erasure_certificate' UNION SELECT 'vault.data_key'
  LOOP
    EXECUTE format('GRANT SELECT ON %s TO shelter_eraser', t.name);
    IF t.name NOT IN ('defender', 'event', 'call', 'erasure_certificate') THEN EXECUTE format('GRANT DELETE ON %s TO shelter_eraser', t.name); END IF;
    EXECUTE format('CREATE POLICY eraser ON %s TO shelter_eraser USING (true) WITH CHECK (true)', t.name);
  END LOOP;
END $$;
GRANT UPDATE ON defender, stay TO shelter_eraser;
GRANT UPDATE (note, detail, reason_code) ON event TO shelter_eraser;
GRANT INSERT ON erasure_certificate TO shelter_eraser;
GRANT SELECT (defender_id) ON audit.log TO shelter_eraser;
CREATE POLICY eraser_counts ON audit.log FOR SELECT TO shelter_eraser USING (true);
GRANT USAGE ON SCHEMA public, vault, audit, erasure TO shelter_eraser;
GRANT SELECT ON SEQUENCE audit.log_seq_seq TO shelter_eraser;
GRANT EXECUTE ON FUNCTION audit.append(text, text, uuid, uuid, text, text, text[], text) TO shelter_eraser;
GRANT EXECUTE ON FUNCTION app_account_id(), app_is_cleared(), app_city_id(), refuse_change(), keep_stay_off_blocked_days() TO shelter_eraser;

-- ── The organisation's own periods ─────────────────────────────────────────────────────────────────────────────────
GRANT INSERT (name, value), UPDATE (value) ON setting TO shelter_admin;
CREATE POLICY admin_sets_periods ON setting FOR INSERT TO shelter_admin WITH CHECK (name IN ('retention', 'reveal-quota'));
CREATE POLICY admin_changes_periods ON setting FOR UPDATE TO shelter_admin USING (name IN ('retention', 'reveal-quota'));

GRANT CREATE ON SCHEMA erasure TO shelter_eraser;
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'erasure'::regnamespace LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO shelter_eraser', f);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA erasure FROM shelter_eraser;
GRANT USAGE ON SCHEMA erasure TO shelter_coordinator, shelter_job;
GRANT EXECUTE ON FUNCTION erasure.preview(uuid), erasure.erase(uuid, text, text) TO shelter_coordinator, shelter_job;
GRANT EXECUTE ON FUNCTION erasure.due(date, integer, integer, integer) TO shelter_coordinator, shelter_job;
GRANT EXECUTE ON FUNCTION erasure.drop_travel(date, integer) TO shelter_job;

-- ── The quota of reveals: how many the asker made of late, counted where they are written down ─────────────────────
CREATE FUNCTION audit.reveals_of_asker() RETURNS TABLE (in_hour integer, in_day integer, oldest_of_hour timestamptz, oldest_of_day timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT count(*) FILTER (WHERE l.at > now() - interval '1 hour')::integer, count(*)::integer,
         min(l.at) FILTER (WHERE l.at > now() - interval '1 hour'), min(l.at)
  FROM audit.log l
  WHERE l.actor_id = nullif(current_setting('app.account_id', true), '')::uuid AND l.at > now() - interval '1 day'
    AND l.result = 'DONE' AND (l.action LIKE '%:reveal' OR l.action LIKE '%:reveal-address');
END;
-- Who reached it: for the administrator, who sees no case.
CREATE FUNCTION audit.quota_reached(since timestamptz) RETURNS TABLE (account_id uuid, times integer, last_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT l.actor_id, count(*)::integer, max(l.at) FROM audit.log l
  WHERE l.at > quota_reached.since AND l.result = 'REFUSED' AND l.reason = 'more reveals than the quota' GROUP BY 1 ORDER BY 3 DESC;
END;
GRANT CREATE ON SCHEMA audit TO shelter_auditor;
ALTER FUNCTION audit.reveals_of_asker() OWNER TO shelter_auditor;
ALTER FUNCTION audit.quota_reached(timestamptz) OWNER TO shelter_auditor;
REVOKE CREATE ON SCHEMA audit FROM shelter_auditor;
REVOKE EXECUTE ON FUNCTION audit.reveals_of_asker(), audit.quota_reached(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.reveals_of_asker() TO shelter_coordinator, shelter_city;
GRANT EXECUTE ON FUNCTION audit.quota_reached(timestamptz) TO shelter_admin, shelter_coordinator;
