-- Passkeys: the first way in. An account has a password with an authenticator's code, passkeys, or both.

ALTER TABLE "account" ALTER COLUMN "password_hash" DROP NOT NULL, ALTER COLUMN "totp_sealed" DROP NOT NULL;
-- A password alone never opens anything.
ALTER TABLE "account" ADD CONSTRAINT "account_password_comes_with_a_code" CHECK (("password_hash" IS NULL) = ("totp_sealed" IS NULL));

CREATE TABLE "passkey" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "credential_id" BYTEA NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[] NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");
CREATE INDEX "passkey_account_id_idx" ON "passkey"("account_id");
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A challenge is signed when it is given out and kept only once it is used, so that it works once and floods fill nothing.
CREATE TABLE "spent_challenge" (
    "hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "spent_challenge_pkey" PRIMARY KEY ("hash")
);

ALTER TABLE "passkey" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "passkey" FORCE ROW LEVEL SECURITY;
ALTER TABLE "spent_challenge" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "spent_challenge" FORCE ROW LEVEL SECURITY;

-- The gate checks and registers; everybody sees, names and removes the own ones, without the key.
GRANT SELECT, INSERT, UPDATE (counter, last_used_at) ON passkey TO shelter_gate;
GRANT SELECT, INSERT ON spent_challenge TO shelter_gate;
CREATE POLICY gate_keeps_passkeys ON passkey TO shelter_gate USING (true);
CREATE POLICY gate_spends_challenges ON spent_challenge TO shelter_gate USING (true);
GRANT SELECT (id, account_id, name, created_at, last_used_at), UPDATE (name), DELETE
  ON passkey TO shelter_coordinator, shelter_city, shelter_manager, shelter_admin;
CREATE POLICY own_passkeys ON passkey TO shelter_coordinator, shelter_city, shelter_manager, shelter_admin
  USING (account_id = (SELECT app_account_id()));
GRANT SELECT, DELETE ON spent_challenge TO shelter_job;
CREATE POLICY job ON spent_challenge TO shelter_job USING (true);

-- Which ways in an account has, without showing any of them.
CREATE FUNCTION has_password(account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  RETURN EXISTS (SELECT FROM public.account a WHERE a.id = account AND a.password_hash IS NOT NULL);

-- The last way in stays. The account's row is locked, so that two removals at once are looked at one by one.
CREATE FUNCTION keep_a_way_in() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM public.account a WHERE a.id = OLD.account_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM public.account a WHERE a.id = OLD.account_id AND a.password_hash IS NULL)
     AND NOT EXISTS (SELECT FROM public.passkey p WHERE p.account_id = OLD.account_id) THEN
    RAISE EXCEPTION 'nothing would open the account: constraint "passkey_is_not_the_last_way_in"'
      USING ERRCODE = '23514', CONSTRAINT = 'passkey_is_not_the_last_way_in', TABLE = 'passkey';
  END IF;
  RETURN NULL;
END $$;
GRANT USAGE, CREATE ON SCHEMA public TO shelter_gate;
ALTER FUNCTION has_password(uuid) OWNER TO shelter_gate;
ALTER FUNCTION keep_a_way_in() OWNER TO shelter_gate;
REVOKE CREATE ON SCHEMA public FROM shelter_gate;
REVOKE EXECUTE ON FUNCTION has_password(uuid), keep_a_way_in() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION has_password(uuid) TO shelter_coordinator, shelter_city, shelter_manager, shelter_admin;
CREATE TRIGGER "keep_a_way_in" AFTER DELETE ON "passkey" FOR EACH ROW EXECUTE FUNCTION keep_a_way_in();

GRANT SELECT ON passkey, spent_challenge TO shelter_backup;
