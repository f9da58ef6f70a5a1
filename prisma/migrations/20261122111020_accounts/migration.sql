-- Administration of accounts: links that are handed over, recovery by two administrators, and what no administrator may do.

-- A secret of 256 bits that its holder uses once to set up the ways into an account. Only its SHA-256 is kept.
CREATE TABLE "account_link" (
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    CONSTRAINT "account_link_pkey" PRIMARY KEY ("token_hash"),
    CONSTRAINT "account_link_has_a_purpose" CHECK ("purpose" IN ('INVITE', 'RESET')),
    CONSTRAINT "account_link_is_short_lived" CHECK ("expires_at" <= "made_at" + CASE WHEN "purpose" = 'INVITE' THEN interval '72 hours' ELSE interval '1 hour' END)
);
CREATE INDEX "account_link_account_id_idx" ON "account_link"("account_id");
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One administrator asks to let somebody back in, another says yes or no.
CREATE TABLE "account_recovery" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "approved" BOOLEAN,
    CONSTRAINT "account_recovery_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "account_recovery_needs_two" CHECK ("approved" IS NOT TRUE OR "decided_by_id" <> "asked_by_id"),
    CONSTRAINT "account_recovery_is_not_ones_own" CHECK ("asked_by_id" <> "account_id" AND ("decided_by_id" IS NULL OR "decided_by_id" <> "account_id")),
    CONSTRAINT "account_recovery_is_decided_by_someone" CHECK (num_nulls("decided_by_id", "decided_at", "approved") IN (0, 3))
);
CREATE UNIQUE INDEX "account_recovery_one_at_a_time" ON "account_recovery"("account_id") WHERE "decided_at" IS NULL;
ALTER TABLE "account_recovery" ADD CONSTRAINT "account_recovery_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "account_link" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "account_link" FORCE ROW LEVEL SECURITY;
ALTER TABLE "account_recovery" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "account_recovery" FORCE ROW LEVEL SECURITY;

-- Administrators: accounts by name and role; never what opens one, never a case.
GRANT INSERT (email, display_name, role, city_id, risk_cleared, language), UPDATE (role, city_id, risk_cleared, disabled_at)
  ON account TO shelter_admin;
CREATE POLICY admin_invites ON account FOR INSERT TO shelter_admin WITH CHECK ((SELECT app_account_id()) IS NOT NULL);
CREATE POLICY admin_changes ON account FOR UPDATE TO shelter_admin USING ((SELECT app_account_id()) IS NOT NULL);
GRANT INSERT, SELECT (account_id, purpose, made_by_id, made_at, expires_at, used_at), UPDATE (used_at) ON account_link TO shelter_admin;
CREATE POLICY admin_sees_links ON account_link FOR SELECT TO shelter_admin USING ((SELECT app_account_id()) IS NOT NULL);
CREATE POLICY admin_ends_links ON account_link FOR UPDATE TO shelter_admin USING ((SELECT app_account_id()) IS NOT NULL);
CREATE POLICY admin_signs_links ON account_link FOR INSERT TO shelter_admin
  WITH CHECK (made_by_id = (SELECT app_account_id()) AND account_id <> (SELECT app_account_id()));
-- A way back in needs a second administrator's yes, of this hour, whoever writes the statement.
CREATE POLICY admin_resets_after_two ON account_link AS RESTRICTIVE FOR INSERT TO shelter_admin
  WITH CHECK (purpose = 'INVITE' OR EXISTS (SELECT FROM account_recovery r WHERE r.account_id = account_link.account_id
    AND r.approved AND r.decided_by_id = (SELECT app_account_id()) AND r.decided_at > now() - interval '1 hour'));
GRANT SELECT, INSERT (account_id, reason, asked_by_id), UPDATE (decided_by_id, decided_at, approved) ON account_recovery TO shelter_admin;
CREATE POLICY admin_sees_recoveries ON account_recovery FOR SELECT TO shelter_admin USING ((SELECT app_account_id()) IS NOT NULL);
CREATE POLICY admin_asks ON account_recovery FOR INSERT TO shelter_admin WITH CHECK (asked_by_id = (SELECT app_account_id()));
CREATE POLICY admin_decides ON account_recovery FOR UPDATE TO shelter_admin
  USING (decided_at IS NULL) WITH CHECK (decided_by_id = (SELECT app_account_id()));

-- The cities: their names, their state and where they lie.
GRANT SELECT (latitude, longitude, version), INSERT (slug, name, region, joined_year, status, latitude, longitude),
      UPDATE (name, region, joined_year, status, version) ON host_city TO shelter_admin;
CREATE POLICY admin_adds_cities ON host_city FOR INSERT TO shelter_admin WITH CHECK ((SELECT app_account_id()) IS NOT NULL);
CREATE POLICY admin_keeps_cities ON host_city FOR UPDATE TO shelter_admin USING ((SELECT app_account_id()) IS NOT NULL);

-- The gate uses a link up and sets what opens the account.
GRANT SELECT, UPDATE (used_at) ON account_link TO shelter_gate;
CREATE POLICY gate_uses_links ON account_link TO shelter_gate USING (true);
GRANT UPDATE (password_hash, totp_sealed) ON account TO shelter_gate;
GRANT DELETE ON passkey TO shelter_gate;

-- Whether somebody who was invited has come: something opens the account.
CREATE FUNCTION has_a_way_in(account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  RETURN EXISTS (SELECT FROM public.account a WHERE a.id = account AND a.password_hash IS NOT NULL)
      OR EXISTS (SELECT FROM public.passkey p WHERE p.account_id = account);

-- Nobody changes what they may do themselves; an administrator who can come in is left; whoever may do something else
-- from now on signs in anew.
CREATE FUNCTION keep_accounts_in_order() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (NEW.role, NEW.city_id, NEW.risk_cleared, NEW.disabled_at) IS NOT DISTINCT FROM (OLD.role, OLD.city_id, OLD.risk_cleared, OLD.disabled_at) THEN
    RETURN NEW;
  END IF;
  IF NEW.id = public.app_account_id() THEN
    RAISE EXCEPTION 'nobody changes what they may do themselves: constraint "account_is_not_ones_own"'
      USING ERRCODE = '23514', CONSTRAINT = 'account_is_not_ones_own', TABLE = 'account';
  END IF;
  IF OLD.role = 'ADMIN' AND OLD.disabled_at IS NULL AND (NEW.role <> 'ADMIN' OR NEW.disabled_at IS NOT NULL) THEN
    -- Two who take the right from each other at once are looked at one by one.
    PERFORM pg_advisory_xact_lock(hashtext('shelter_city.administrators'));
    IF NOT EXISTS (SELECT FROM public.account a WHERE a.id <> NEW.id AND a.role = 'ADMIN' AND a.disabled_at IS NULL
                     AND (a.password_hash IS NOT NULL OR EXISTS (SELECT FROM public.passkey p WHERE p.account_id = a.id))) THEN
      RAISE EXCEPTION 'no administrator would be left: constraint "account_keeps_an_administrator"'
        USING ERRCODE = '23514', CONSTRAINT = 'account_keeps_an_administrator', TABLE = 'account';
    END IF;
  END IF;
  UPDATE public.session s SET ended_at = now() WHERE s.account_id = NEW.id AND s.ended_at IS NULL;
  RETURN NEW;
END $$;
GRANT CREATE ON SCHEMA public TO shelter_gate;
ALTER FUNCTION has_a_way_in(uuid) OWNER TO shelter_gate;
ALTER FUNCTION keep_accounts_in_order() OWNER TO shelter_gate;
REVOKE CREATE ON SCHEMA public FROM shelter_gate;
REVOKE EXECUTE ON FUNCTION has_a_way_in(uuid), keep_accounts_in_order() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION has_a_way_in(uuid) TO shelter_admin;
CREATE TRIGGER "keep_accounts_in_order" BEFORE UPDATE OF "role", "city_id", "risk_cleared", "disabled_at" ON "account"
  FOR EACH ROW EXECUTE FUNCTION keep_accounts_in_order();

GRANT SELECT ON account_link, account_recovery TO shelter_backup;
GRANT SELECT, DELETE ON account_link TO shelter_job;
CREATE POLICY job ON account_link TO shelter_job USING (true);
