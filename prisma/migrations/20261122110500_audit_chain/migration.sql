-- The audit log says which case an act concerns, and each of its rows is chained by SHA-256 to the one before, in the
-- order of the commits. The links are made at the very end of a transaction, so the one lock that puts them in order is
-- held for the commit alone; and they stand in a table of their own, so the log itself is still only ever appended to.

ALTER TABLE audit.log ADD COLUMN defender_id uuid;
CREATE INDEX log_defender_id_at_idx ON audit.log (defender_id, at);
CREATE INDEX log_request_id_idx ON audit.log (request_id);

CREATE TABLE audit.chain (
  position bigint NOT NULL,
  seq bigint NOT NULL,
  previous bytea NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT chain_pkey PRIMARY KEY (position)
);
CREATE UNIQUE INDEX chain_seq_key ON audit.chain (seq);
ALTER TABLE audit.chain ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.chain FORCE ROW LEVEL SECURITY;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.chain FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON audit.chain FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

-- One canonical text for a row: every value with its length in bytes before it, and '-' for none, so that no two rows
-- that differ write the same. `npm run audit:verify` writes it by itself (api/vault/src/audit-chain.ts) and doesn't ask here.
CREATE FUNCTION audit.framed(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN value IS NULL THEN '-' ELSE octet_length(value)::text || ':' || value END;
CREATE FUNCTION audit.link(place bigint, previous bytea, entry audit.log) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog
RETURN sha256(convert_to(
  audit.framed(place::text) || audit.framed(encode(previous, 'hex')) || audit.framed(entry.seq::text)
  || audit.framed(to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  || audit.framed(entry.actor_id::text) || audit.framed(entry.actor_role) || audit.framed(entry.action)
  || audit.framed(entry.object_kind) || audit.framed(entry.object_id::text) || audit.framed(entry.defender_id::text)
  || audit.framed(entry.result) || audit.framed(entry.reason)
  || audit.framed((SELECT string_agg(audit.framed(f.name), '' ORDER BY f.n) FROM unnest(entry.fields) WITH ORDINALITY AS f(name, n)))
  || audit.framed(entry.request_id), 'UTF8'));

CREATE FUNCTION audit.chain_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  last_place bigint := 0;
  last_hash bytea := decode(repeat('00', 32), 'hex');
BEGIN
  -- Of several that commit at once one goes on; the lock ends with the commit, so whoever is next sees this link.
  PERFORM pg_advisory_xact_lock(hashtextextended('shelter_city.audit_chain', 0));
  SELECT c.position, c.hash INTO last_place, last_hash FROM audit.chain c ORDER BY c.position DESC LIMIT 1;
  IF NOT FOUND THEN
    last_place := 0;
    last_hash := decode(repeat('00', 32), 'hex');
  END IF;
  INSERT INTO audit.chain (position, seq, previous, hash)
  VALUES (last_place + 1, NEW.seq, last_hash, audit.link(last_place + 1, last_hash, NEW));
  RETURN NULL;
END $$;

-- What was written before there was a chain is chained in its order.
DO $$
DECLARE
  entry audit.log;
  place bigint := 0;
  before bytea := decode(repeat('00', 32), 'hex');
BEGIN
  FOR entry IN SELECT * FROM audit.log ORDER BY seq LOOP
    place := place + 1;
    INSERT INTO audit.chain VALUES (place, entry.seq, before, audit.link(place, before, entry));
    SELECT c.hash INTO before FROM audit.chain c WHERE c.position = place;
  END LOOP;
END $$;

CREATE CONSTRAINT TRIGGER chained AFTER INSERT ON audit.log DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.chain_row();

-- ── The one function that appends now takes the case as well ───────────────────────────────────────────────────────
DROP FUNCTION audit.append(text, text, uuid, text, text, text[], text);
CREATE FUNCTION audit.append(action text, object_kind text, object_id uuid, defender_id uuid, result text, reason text, fields text[], request_id text)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  INSERT INTO audit.log (actor_id, actor_role, action, object_kind, object_id, defender_id, result, reason, fields, request_id)
  VALUES (nullif(current_setting('app.account_id', true), '')::uuid, nullif(current_setting('role', true), 'none'),
          action, object_kind, object_id, defender_id, result, reason, fields, request_id);
END;

-- ── What may be asked of the chain: where it ends, what hash stands somewhere, and the first place where it breaks ──
CREATE FUNCTION audit.head() RETURNS TABLE (place bigint, hash bytea) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT c.position, c.hash FROM audit.chain c ORDER BY c.position DESC LIMIT 1;
END;
CREATE FUNCTION audit.hash_at(place bigint) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT c.hash FROM audit.chain c WHERE c.position = hash_at.place;
END;
-- Looks at the places [from_place, to_place]; no row when nothing is wrong there.
CREATE FUNCTION audit.first_bad(from_place bigint, to_place bigint) RETURNS TABLE (place bigint, seq bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT c.position, c.seq
  FROM (SELECT k.position, k.seq, k.previous, k.hash,
               lag(k.position) OVER (ORDER BY k.position) AS before, lag(k.hash) OVER (ORDER BY k.position) AS hash_before
        FROM audit.chain k WHERE k.position BETWEEN first_bad.from_place - 1 AND first_bad.to_place) AS c
  LEFT JOIN audit.log l ON l.seq = c.seq
  WHERE c.position >= first_bad.from_place AND (
    l.seq IS NULL OR c.hash <> audit.link(c.position, c.previous, l)
    OR coalesce(c.before, 0) <> c.position - 1
    OR c.previous <> coalesce(c.hash_before, decode(repeat('00', 32), 'hex')))
  ORDER BY c.position LIMIT 1;
END;
-- The first row of the log that no link speaks of: it was put there past the trigger.
CREATE FUNCTION audit.first_unchained() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT min(l.seq) FROM audit.log l WHERE NOT EXISTS (SELECT FROM audit.chain c WHERE c.seq = l.seq);
END;

GRANT CREATE ON SCHEMA audit TO shelter_auditor;
ALTER FUNCTION audit.append(text, text, uuid, uuid, text, text, text[], text) OWNER TO shelter_auditor;
ALTER FUNCTION audit.chain_row() OWNER TO shelter_auditor;
ALTER FUNCTION audit.head() OWNER TO shelter_auditor;
ALTER FUNCTION audit.hash_at(bigint) OWNER TO shelter_auditor;
ALTER FUNCTION audit.first_bad(bigint, bigint) OWNER TO shelter_auditor;
ALTER FUNCTION audit.first_unchained() OWNER TO shelter_auditor;
REVOKE CREATE ON SCHEMA audit FROM shelter_auditor;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.framed(text), audit.link(bigint, bytea, audit.log) TO shelter_auditor;
GRANT EXECUTE ON FUNCTION audit.append(text, text, uuid, uuid, text, text, text[], text)
  TO shelter_gate, shelter_coordinator, shelter_city, shelter_manager, shelter_admin, shelter_job;
GRANT EXECUTE ON FUNCTION audit.head() TO shelter_job, shelter_admin;
GRANT EXECUTE ON FUNCTION audit.hash_at(bigint), audit.first_bad(bigint, bigint), audit.first_unchained() TO shelter_admin;

GRANT SELECT, INSERT ON audit.chain TO shelter_auditor;
CREATE POLICY chains ON audit.chain TO shelter_auditor USING (true) WITH CHECK (true);
CREATE POLICY checks ON audit.log FOR SELECT TO shelter_auditor USING (true);
GRANT SELECT ON audit.chain TO shelter_backup;
