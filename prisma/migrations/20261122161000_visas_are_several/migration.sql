-- People hold several visas: one that ended, a national one of this country, one of limited territory. Each is a row of its
-- own; the one that stood in the profile is carried over, and its columns go. A visa's number is never kept.
CREATE TABLE "held_visa" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "defender_id" UUID NOT NULL,
    "kind" "visa_kind" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "countries" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "days" INTEGER,
    CONSTRAINT "held_visa_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "held_visa_defender_id_idx" ON "held_visa"("defender_id");
ALTER TABLE "held_visa" ADD CONSTRAINT "held_visa_defender_id_fkey" FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "held_visa"
  ADD CONSTRAINT "held_visa_days_in_order" CHECK ("valid_until" >= "valid_from"),
  ADD CONSTRAINT "held_visa_days_on_it" CHECK ("days" BETWEEN 1 AND 90);

-- Whoever migrates owns the table and is held to its policies like anybody, so they are lifted for this one statement.
ALTER TABLE defender NO FORCE ROW LEVEL SECURITY;
INSERT INTO held_visa (defender_id, kind, valid_from, valid_until, countries, days)
SELECT id, visa_kind, visa_valid_from, visa_valid_until, visa_countries, visa_days FROM defender WHERE visa_kind IS NOT NULL;
ALTER TABLE defender FORCE ROW LEVEL SECURITY;

-- As with days in the Schengen area outside our stays: coordinators alone, without those who are withheld from them.
ALTER TABLE held_visa ENABLE ROW LEVEL SECURITY;
ALTER TABLE held_visa FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON held_visa TO shelter_coordinator;
CREATE POLICY coordinator_works ON held_visa TO shelter_coordinator USING ((SELECT app_account_id()) IS NOT NULL);
CREATE POLICY not_withheld ON held_visa AS RESTRICTIVE TO shelter_coordinator USING (defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]));
GRANT SELECT, DELETE ON held_visa TO shelter_eraser;
CREATE POLICY eraser ON held_visa TO shelter_eraser USING (true) WITH CHECK (true);
GRANT SELECT ON held_visa TO shelter_backup;
DO $$
DECLARE col text;
BEGIN
  FOREACH col IN ARRAY ARRAY['id', 'defender_id', 'kind', 'valid_from', 'valid_until', 'countries', 'days'] LOOP
    EXECUTE format('COMMENT ON COLUMN held_visa.%I IS %L', col, 'S2; kept 30 days after the departure, or with the case');
  END LOOP;
END $$;

-- Visas go when the passport's facts go, as the one did.
CREATE OR REPLACE FUNCTION erasure.drop_travel(today date, days integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE n integer;
BEGIN
  PERFORM erasure.demand();
  WITH leaving AS (
    SELECT d.id FROM defender d
    WHERE (d.passport_valid_until IS NOT NULL OR d.visa_lead_days IS NOT NULL OR EXISTS (SELECT FROM held_visa v WHERE v.defender_id = d.id))
      AND d.erased_at IS NULL
      AND EXISTS (SELECT FROM stay s WHERE s.defender_id = d.id AND s.status IN ('DEPARTED', 'CUT_SHORT', 'CLOSED'))
      AND NOT EXISTS (SELECT FROM stay s WHERE s.defender_id = d.id AND (s.status IN ('DRAFT', 'PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY')
        OR s.actual_departs_on > today - days))
      AND NOT d.awaits_place
      AND NOT EXISTS (SELECT FROM erasure_hold h WHERE h.defender_id = d.id AND h.lifted_at IS NULL)
  ), gone AS (
    DELETE FROM held_visa v USING leaving l WHERE v.defender_id = l.id
  ), changed AS (
    UPDATE defender d SET passport_valid_until = NULL, visa_lead_days = NULL, version = d.version + 1 FROM leaving l WHERE d.id = l.id RETURNING d.id
  )
  SELECT count(*) INTO n FROM changed;
  RETURN n;
END $$;

ALTER TABLE defender
  DROP CONSTRAINT defender_visa_is_whole,
  DROP COLUMN visa_kind, DROP COLUMN visa_valid_from, DROP COLUMN visa_valid_until, DROP COLUMN visa_countries, DROP COLUMN visa_days;
