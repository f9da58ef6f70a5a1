-- How a person may be reached, as far as it isn't secret: kinds of channel and flags. Numbers, addresses, the go-between
-- and the code word lie sealed in the contact compartment. And who tried to reach the person, by which way.

CREATE TYPE "contact_channel" AS ENUM ('GO_BETWEEN', 'SIGNAL', 'WIRE', 'ENCRYPTED_MAIL', 'MAIL', 'VIDEO_CALL', 'PHONE_CALL',
  'TEXT_MESSAGE', 'WHATSAPP', 'SOCIAL_MEDIA', 'POST', 'VISIT');

CREATE TABLE "contact_rule" (
    "defender_id" UUID NOT NULL,
    "not_directly" BOOLEAN NOT NULL DEFAULT true,
    "has_go_between" BOOLEAN NOT NULL DEFAULT false,
    "allowed" "contact_channel"[] NOT NULL DEFAULT ARRAY[]::"contact_channel"[],
    "never" "contact_channel"[] NOT NULL DEFAULT ARRAY[]::"contact_channel"[],
    "hours_from" TEXT,
    "hours_until" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "contact_rule_pkey" PRIMARY KEY ("defender_id")
);
CREATE TABLE "contact_attempt" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "defender_id" UUID NOT NULL,
    "channel" "contact_channel" NOT NULL,
    "reached" BOOLEAN NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "contact_attempt_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "contact_attempt_defender_id_at_idx" ON "contact_attempt"("defender_id", "at");
ALTER TABLE "contact_rule" ADD CONSTRAINT "contact_rule_defender_id_fkey"
  FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contact_attempt" ADD CONSTRAINT "contact_attempt_defender_id_fkey"
  FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "contact_rule"
  ADD CONSTRAINT "contact_rule_never_is_not_allowed" CHECK (NOT "allowed" && "never"),
  ADD CONSTRAINT "contact_rule_hours_are_two" CHECK (("hours_from" IS NULL) = ("hours_until" IS NULL)
    AND "hours_from" ~ '^([01]\d|2[0-3]):[0-5]\d$' IS NOT FALSE AND "hours_until" ~ '^([01]\d|2[0-3]):[0-5]\d$' IS NOT FALSE);

-- The rule a second time, whoever writes: what is never used is never used. (The hours are the API's: its clock is the one.)
CREATE FUNCTION keep_attempts_within_the_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM contact_rule r WHERE r.defender_id = NEW.defender_id
       AND CASE WHEN NEW.channel = 'GO_BETWEEN' THEN r.has_go_between
                ELSE NOT r.not_directly AND NEW.channel = ANY (r.allowed) AND NEW.channel <> ALL (r.never) END) THEN
    RAISE EXCEPTION 'the person isn''t reached this way: constraint "contact_attempt_keeps_the_rule"'
      USING ERRCODE = '23514', CONSTRAINT = 'contact_attempt_keeps_the_rule', TABLE = 'contact_attempt';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION keep_attempts_within_the_rule() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_attempts_within_the_rule() TO shelter_coordinator, shelter_city;
CREATE TRIGGER contact_attempt_keeps_the_rule BEFORE INSERT ON "contact_attempt"
  FOR EACH ROW EXECUTE FUNCTION keep_attempts_within_the_rule();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "contact_attempt" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "contact_attempt" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "contact_rule" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact_rule" FORCE ROW LEVEL SECURITY;
ALTER TABLE "contact_attempt" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact_attempt" FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE ON contact_rule TO shelter_coordinator;
GRANT SELECT, INSERT ON contact_attempt TO shelter_coordinator, shelter_city;
GRANT SELECT (defender_id, not_directly, has_go_between, allowed, never, hours_from, hours_until, version) ON contact_rule TO shelter_city;
CREATE POLICY coordinator_works ON contact_rule TO shelter_coordinator USING ((SELECT app_account_id()) IS NOT NULL);
CREATE POLICY coordinator_works ON contact_attempt TO shelter_coordinator
  USING ((SELECT app_account_id()) IS NOT NULL) WITH CHECK (by_id = (SELECT app_account_id()));
CREATE POLICY not_withheld ON contact_rule AS RESTRICTIVE TO shelter_coordinator
  USING (defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]));
CREATE POLICY not_withheld ON contact_attempt AS RESTRICTIVE TO shelter_coordinator
  USING (defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]));
CREATE POLICY not_withheld ON disclosure_grant AS RESTRICTIVE TO shelter_coordinator
  USING (defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]));
-- A city from its yes to the departure; of the attempts, each partner its own.
CREATE POLICY own_guests ON contact_rule FOR SELECT TO shelter_city
  USING (EXISTS (SELECT FROM stay s WHERE s.defender_id = contact_rule.defender_id AND s.status IN ('CONFIRMED', 'TRAVELLING', 'IN_STAY')));
CREATE POLICY own_attempts ON contact_attempt TO shelter_city
  USING (by_id = (SELECT app_account_id())
    AND EXISTS (SELECT FROM stay s WHERE s.defender_id = contact_attempt.defender_id AND s.status IN ('CONFIRMED', 'TRAVELLING', 'IN_STAY')));

-- Whoever must not be contacted directly has no channel that a city could open, whatever was agreed before.
CREATE POLICY not_directly ON sealed_compartment AS RESTRICTIVE FOR SELECT TO shelter_city
  USING (compartment <> 'CONTACT_CHANNEL'
         OR NOT EXISTS (SELECT FROM contact_rule r WHERE r.defender_id = sealed_compartment.defender_id AND r.not_directly));

GRANT SELECT ON contact_rule, contact_attempt TO shelter_backup;
