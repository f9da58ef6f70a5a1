-- The keeper turns the keys: it may rewrap what a ring's key has wrapped and ask which keys are still named, and nothing
-- else. Nobody logs in as it; the owner of the database becomes it for `npm run keys:rotate`.
DO $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('shelter_city.roles'));
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shelter_keeper') THEN CREATE ROLE shelter_keeper NOLOGIN; END IF;
  IF NOT pg_has_role(current_user, 'shelter_keeper', 'SET') THEN EXECUTE format('GRANT shelter_keeper TO %I', current_user); END IF;
END $$;

-- What a write answered is kept for a day, sealed under a key of the ring; and the fingerprint of the request is keyed, so
-- that nobody can try bodies against it. Answers of before can't be sealed from here: they go, a day early.
DELETE FROM idempotency_key;
ALTER TABLE idempotency_key DROP COLUMN reply, ADD COLUMN reply bytea NOT NULL, ADD COLUMN ring_key_id text NOT NULL;

GRANT USAGE ON SCHEMA public, vault TO shelter_keeper;
GRANT SELECT (id, wrapped, ring_key_id), UPDATE (wrapped, ring_key_id) ON vault.data_key TO shelter_keeper;
GRANT SELECT (id, totp_sealed), UPDATE (totp_sealed) ON account TO shelter_keeper;
GRANT SELECT (ring_key_id) ON idempotency_key TO shelter_keeper;
CREATE POLICY keeper_rewraps ON vault.data_key TO shelter_keeper USING (true);
CREATE POLICY keeper_rewraps ON account TO shelter_keeper USING (true);
CREATE POLICY keeper_counts ON idempotency_key FOR SELECT TO shelter_keeper USING (true);
CREATE INDEX data_key_ring_key_id_idx ON vault.data_key (ring_key_id);
