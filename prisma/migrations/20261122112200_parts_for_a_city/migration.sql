-- What a city may open of its guest, part by part. A part is sealed by itself, under a key of its own, whenever the
-- compartment that it comes from is written: so a city's role reads the part that is open to it and never the
-- compartment, and nothing is opened in order to grant something.

-- What the person agreed to let the city of a confirmed stay open. Never by default.
ALTER TABLE "defender" ADD COLUMN "shares_name" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "shares_contact" BOOLEAN NOT NULL DEFAULT false,
-- Those who come along, as age bands: what a city needs to know to prepare, without saying who they are.
  ADD COLUMN "companions" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Single fields granted to the city of one stay, with a reason and an end; a restricted note's text needs two people.
CREATE TYPE "disclosure_part" AS ENUM ('LEGAL_NAME', 'NATIONALITIES', 'BIRTH_YEAR');
CREATE TABLE "disclosure_grant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "defender_id" UUID NOT NULL,
    "stay_id" UUID NOT NULL,
    "city_id" UUID NOT NULL,
    "part" "disclosure_part" NOT NULL,
    "reason" TEXT NOT NULL,
    "granted_by_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,

    CONSTRAINT "disclosure_grant_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "disclosure_grant_defender_id_idx" ON "disclosure_grant"("defender_id");
CREATE INDEX "disclosure_grant_stay_id_idx" ON "disclosure_grant"("stay_id");
ALTER TABLE "disclosure_grant" ADD CONSTRAINT "disclosure_grant_defender_id_fkey" FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "disclosure_grant" ADD CONSTRAINT "disclosure_grant_stay_id_fkey" FOREIGN KEY ("stay_id") REFERENCES "stay"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "disclosure_grant"
  ADD CONSTRAINT "disclosure_grant_ends" CHECK ("expires_at" > "granted_at"),
  ADD CONSTRAINT "disclosure_grant_withdrawn_by_somebody" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_by_id" IS NULL));
ALTER TABLE "disclosure_grant" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "disclosure_grant" FORCE ROW LEVEL SECURITY;

-- A coordinator gives and takes back in the own name; what was given is never rewritten.
GRANT SELECT, INSERT ON disclosure_grant TO shelter_coordinator;
GRANT UPDATE (withdrawn_at, withdrawn_by_id) ON disclosure_grant TO shelter_coordinator;
CREATE POLICY coordinator_works ON disclosure_grant TO shelter_coordinator USING ((SELECT app_account_id()) IS NOT NULL);
CREATE POLICY coordinator_signs_grants ON disclosure_grant AS RESTRICTIVE FOR INSERT TO shelter_coordinator
  WITH CHECK (granted_by_id = (SELECT app_account_id()) AND withdrawn_at IS NULL
    AND EXISTS (SELECT FROM stay s WHERE s.id = stay_id AND s.defender_id = disclosure_grant.defender_id AND s.city_id = disclosure_grant.city_id));
CREATE POLICY coordinator_signs_withdrawals ON disclosure_grant AS RESTRICTIVE FOR UPDATE TO shelter_coordinator
  USING (withdrawn_at IS NULL) WITH CHECK (withdrawn_by_id = (SELECT app_account_id()));
-- A city knows of a grant what is open to it and until when, while it is: not why, and not by whom.
GRANT SELECT (id, defender_id, stay_id, city_id, part, expires_at, withdrawn_at) ON disclosure_grant TO shelter_city;
CREATE POLICY own_grants ON disclosure_grant FOR SELECT TO shelter_city
  USING (city_id = (SELECT app_city_id()) AND withdrawn_at IS NULL AND expires_at > app_now()
    AND EXISTS (SELECT FROM stay s WHERE s.id = stay_id AND s.status IN ('CONFIRMED', 'TRAVELLING', 'IN_STAY')));

GRANT SELECT (shares_name, shares_contact, companions) ON defender TO shelter_city;
-- From the yes to the departure, and only the part that is open: first names to every such city, the name and the channel
-- if the person agreed, single fields while a grant runs. The keys follow the parts (see city_keys on vault.data_key).
CREATE POLICY parts_of_guests ON sealed_compartment FOR SELECT TO shelter_city
  USING (EXISTS (SELECT FROM stay s WHERE s.defender_id = sealed_compartment.defender_id AND s.status IN ('CONFIRMED', 'TRAVELLING', 'IN_STAY'))
    AND (compartment = 'FIRST_NAMES'
      OR (compartment = 'KNOWN_AS' AND EXISTS (SELECT FROM defender d WHERE d.id = sealed_compartment.defender_id AND d.shares_name))
      OR (compartment = 'CONTACT_CHANNEL' AND EXISTS (SELECT FROM defender d WHERE d.id = sealed_compartment.defender_id AND d.shares_contact))
      OR EXISTS (SELECT FROM disclosure_grant g WHERE g.defender_id = sealed_compartment.defender_id AND g.part::text = compartment::text)));
