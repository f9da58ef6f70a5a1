-- What may be made public about a person, as the person said it: versions that are added and never changed, a withdrawal
-- being the newest of them, and a yes to a single occasion where each time is asked.

CREATE TYPE "consent_means" AS ENUM ('IN_PERSON', 'IN_WRITING', 'BY_CALL', 'THROUGH_GO_BETWEEN');

CREATE TABLE "publicity_consent" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "defender_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "name" "publicity_level" NOT NULL,
    "face" "publicity_level" NOT NULL,
    "voice" "publicity_level" NOT NULL,
    "country" "publicity_level" NOT NULL,
    "city" "publicity_level" NOT NULL,
    "theme" "publicity_level" NOT NULL,
    "organisation" "publicity_level" NOT NULL,
    "dates" "publicity_level" NOT NULL,
    "given_on" DATE NOT NULL,
    "given_how" "consent_means" NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "publicity_consent_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "publicity_approval" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "defender_id" UUID NOT NULL,
    "consent_number" INTEGER NOT NULL,
    "aspects" TEXT[] NOT NULL,
    "occasion" TEXT NOT NULL,
    "valid_until" DATE NOT NULL,
    "given_how" "consent_means" NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "publicity_approval_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "event_card_print" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "stay_id" UUID NOT NULL,
    "city_id" UUID NOT NULL,
    "consent_number" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "printed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "event_card_print_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "publicity_consent_defender_id_number_key" ON "publicity_consent"("defender_id", "number");
CREATE INDEX "publicity_approval_defender_id_consent_number_idx" ON "publicity_approval"("defender_id", "consent_number");
CREATE INDEX "event_card_print_stay_id_printed_at_idx" ON "event_card_print"("stay_id", "printed_at");
ALTER TABLE "publicity_consent" ADD CONSTRAINT "publicity_consent_defender_id_fkey"
  FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "publicity_approval" ADD CONSTRAINT "publicity_approval_defender_id_consent_number_fkey"
  FOREIGN KEY ("defender_id", "consent_number") REFERENCES "publicity_consent"("defender_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "event_card_print" ADD CONSTRAINT "event_card_print_stay_id_fkey"
  FOREIGN KEY ("stay_id") REFERENCES "stay"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "publicity_consent"
  ADD CONSTRAINT "publicity_consent_counts_from_one" CHECK ("number" >= 1),
  ADD CONSTRAINT "publicity_withdrawal_leaves_nothing" CHECK (NOT "withdrawn"
    OR ("name", "face", "voice", "country", "city", "theme", "organisation", "dates")
     = ('NEVER', 'NEVER', 'NEVER', 'NEVER', 'NEVER', 'NEVER', 'NEVER', 'NEVER'));
ALTER TABLE "publicity_approval" ADD CONSTRAINT "publicity_approval_names_something"
  CHECK (cardinality("aspects") > 0 AND "aspects" <@ ARRAY['name', 'face', 'voice', 'country', 'city', 'theme', 'organisation', 'dates']);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['publicity_consent', 'publicity_approval', 'event_card_print'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

-- The one level that matching reads follows the newest version, in the same transaction: the further of face and voice.
CREATE FUNCTION keep_publicity_level() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE defender SET publicity = GREATEST(NEW.face, NEW.voice)
  WHERE id = NEW.defender_id AND publicity <> GREATEST(NEW.face, NEW.voice)
    AND NOT EXISTS (SELECT FROM publicity_consent newer WHERE newer.defender_id = NEW.defender_id AND newer.number > NEW.number);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION keep_publicity_level() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_publicity_level() TO shelter_coordinator;
CREATE TRIGGER publicity_level AFTER INSERT ON "publicity_consent" FOR EACH ROW EXECUTE FUNCTION keep_publicity_level();

-- ── Coordinators record; the city of a confirmed stay reads, and says when it printed ───────────────────────────────
GRANT SELECT, INSERT ON publicity_consent, publicity_approval TO shelter_coordinator;
GRANT SELECT ON event_card_print TO shelter_coordinator;
CREATE POLICY coordinator_works ON publicity_consent TO shelter_coordinator
  USING ((SELECT app_account_id()) IS NOT NULL) WITH CHECK (recorded_by_id = (SELECT app_account_id()));
CREATE POLICY coordinator_works ON publicity_approval TO shelter_coordinator
  USING ((SELECT app_account_id()) IS NOT NULL) WITH CHECK (recorded_by_id = (SELECT app_account_id()));
CREATE POLICY coordinator_reads ON event_card_print FOR SELECT TO shelter_coordinator
  USING (EXISTS (SELECT FROM stay s WHERE s.id = stay_id));
CREATE POLICY not_withheld ON publicity_consent AS RESTRICTIVE TO shelter_coordinator
  USING (defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]));
CREATE POLICY not_withheld ON publicity_approval AS RESTRICTIVE TO shelter_coordinator
  USING (defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]));

GRANT SELECT (id, defender_id, number, withdrawn, name, face, voice, country, city, theme, organisation, dates, recorded_at)
  ON publicity_consent TO shelter_city;
GRANT SELECT (id, defender_id, consent_number, aspects, occasion, valid_until) ON publicity_approval TO shelter_city;
GRANT SELECT, INSERT ON event_card_print TO shelter_city;
CREATE POLICY own_guests ON publicity_consent FOR SELECT TO shelter_city
  USING (EXISTS (SELECT FROM stay s WHERE s.defender_id = publicity_consent.defender_id AND s.status IN ('CONFIRMED', 'TRAVELLING', 'IN_STAY')));
CREATE POLICY own_guests ON publicity_approval FOR SELECT TO shelter_city
  USING (EXISTS (SELECT FROM stay s WHERE s.defender_id = publicity_approval.defender_id AND s.status IN ('CONFIRMED', 'TRAVELLING', 'IN_STAY')));
CREATE POLICY own_guests ON event_card_print FOR SELECT TO shelter_city
  USING (city_id = (SELECT app_city_id()) AND EXISTS (SELECT FROM stay s WHERE s.id = stay_id));
CREATE POLICY city_signs ON event_card_print FOR INSERT TO shelter_city
  WITH CHECK (city_id = (SELECT app_city_id()) AND account_id = (SELECT app_account_id())
    AND EXISTS (SELECT FROM stay s WHERE s.id = stay_id AND s.status IN ('CONFIRMED', 'TRAVELLING', 'IN_STAY')));

GRANT SELECT ON publicity_consent, publicity_approval, event_card_print TO shelter_backup;
