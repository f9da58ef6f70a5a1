-- What right days in the Schengen area rest on: days under a national visa or a residence permit don't count toward the 90
-- in any 180. And the visa that a person holds: which kind, for which days and which countries, with how many days.
CREATE TYPE visa_kind AS ENUM ('SHORT_STAY', 'LIMITED_TERRITORY', 'NATIONAL');
ALTER TABLE schengen_presence ADD COLUMN basis visa_kind NOT NULL DEFAULT 'SHORT_STAY';
ALTER TABLE defender
  ADD COLUMN visa_kind visa_kind,
  ADD COLUMN visa_valid_from date,
  ADD COLUMN visa_valid_until date,
  ADD COLUMN visa_countries text[] NOT NULL DEFAULT '{}',
  ADD COLUMN visa_days integer,
  ADD CONSTRAINT defender_visa_is_whole CHECK (
    (visa_kind IS NULL AND visa_valid_from IS NULL AND visa_valid_until IS NULL AND visa_countries = '{}' AND visa_days IS NULL)
    OR (visa_kind IS NOT NULL AND visa_valid_from IS NOT NULL AND visa_valid_until IS NOT NULL AND visa_valid_until >= visa_valid_from
        AND (visa_days IS NULL OR visa_days BETWEEN 1 AND 90)));

GRANT UPDATE (visa_kind, visa_valid_from, visa_valid_until, visa_countries, visa_days) ON defender TO shelter_coordinator;

COMMENT ON COLUMN schengen_presence.basis IS 'S2; kept with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request';
DO $$
DECLARE col text;
BEGIN
  FOREACH col IN ARRAY ARRAY['visa_kind', 'visa_valid_from', 'visa_valid_until', 'visa_countries', 'visa_days'] LOOP
    EXECUTE format('COMMENT ON COLUMN defender.%I IS %L', col, 'S2; kept 30 days after the departure, or with the case');
  END LOOP;
END $$;

-- The visa goes when the passport's facts go: as it was, and with the visa.
CREATE OR REPLACE FUNCTION erasure.drop_travel(today date, days integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE n integer;
BEGIN
  PERFORM erasure.demand();
  UPDATE defender d SET passport_valid_until = NULL, visa_lead_days = NULL, visa_kind = NULL, visa_valid_from = NULL, visa_valid_until = NULL,
    visa_countries = '{}', visa_days = NULL, version = d.version + 1
  WHERE (d.passport_valid_until IS NOT NULL OR d.visa_lead_days IS NOT NULL OR d.visa_kind IS NOT NULL) AND d.erased_at IS NULL
    AND EXISTS (SELECT FROM stay s WHERE s.defender_id = d.id AND s.status IN ('DEPARTED', 'CUT_SHORT', 'CLOSED'))
    AND NOT EXISTS (SELECT FROM stay s WHERE s.defender_id = d.id AND (s.status IN ('DRAFT', 'PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY')
      OR s.actual_departs_on > today - days))
    AND NOT d.awaits_place
    AND NOT EXISTS (SELECT FROM erasure_hold h WHERE h.defender_id = d.id AND h.lifted_at IS NULL);
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
