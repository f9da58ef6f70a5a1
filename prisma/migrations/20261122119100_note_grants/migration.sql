-- The text of a restricted risk note for a coordinator without clearance: one asks, another who is cleared says yes, never
-- the same two hands, and it ends by itself.
CREATE TABLE "note_grant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "note_id" UUID NOT NULL,
    "defender_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "note_grant_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "note_grant_note_id_idx" ON "note_grant"("note_id");
CREATE INDEX "note_grant_defender_id_idx" ON "note_grant"("defender_id");
ALTER TABLE "note_grant" ADD CONSTRAINT "note_grant_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "risk_note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "note_grant"
  ADD CONSTRAINT "note_grant_takes_two" CHECK ("approved_by_id" <> "asked_by_id"),
  ADD CONSTRAINT "note_grant_ends" CHECK ("expires_at" > "asked_at" AND "expires_at" <= "asked_at" + interval '31 days'),
  ADD CONSTRAINT "note_grant_approved_by_somebody" CHECK (("approved_at" IS NULL) = ("approved_by_id" IS NULL)),
  ADD CONSTRAINT "note_grant_withdrawn_by_somebody" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_by_id" IS NULL));
ALTER TABLE "note_grant" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "note_grant" FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON note_grant TO shelter_coordinator;
GRANT UPDATE (approved_by_id, approved_at, withdrawn_by_id, withdrawn_at) ON note_grant TO shelter_coordinator;
CREATE POLICY asked_or_cleared ON note_grant TO shelter_coordinator
  USING (asked_by_id = (SELECT app_account_id()) OR (SELECT app_is_cleared()));
CREATE POLICY not_withheld ON note_grant AS RESTRICTIVE TO shelter_coordinator
  USING (defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]));
CREATE POLICY asks_in_the_own_name ON note_grant AS RESTRICTIVE FOR INSERT TO shelter_coordinator
  WITH CHECK (asked_by_id = (SELECT app_account_id()) AND approved_by_id IS NULL AND withdrawn_by_id IS NULL
    AND EXISTS (SELECT FROM risk_note n WHERE n.id = note_id AND n.defender_id = note_grant.defender_id));
-- A yes is a cleared one's and in the own name; who asked may only take it back.
CREATE POLICY signs_in_the_own_name ON note_grant AS RESTRICTIVE FOR UPDATE TO shelter_coordinator
  USING (withdrawn_at IS NULL)
  WITH CHECK ((approved_by_id IS NULL OR withdrawn_by_id IS NOT NULL OR ((SELECT app_is_cleared()) AND approved_by_id = (SELECT app_account_id())))
    AND (withdrawn_by_id IS NULL OR withdrawn_by_id = (SELECT app_account_id())));

CREATE POLICY granted_by_two ON risk_note_body FOR SELECT TO shelter_coordinator
  USING (EXISTS (SELECT FROM note_grant g WHERE g.note_id = risk_note_body.note_id AND g.asked_by_id = (SELECT app_account_id())
    AND g.approved_by_id IS NOT NULL AND g.withdrawn_at IS NULL AND g.expires_at > app_now()));

-- Whoever is cleared hears that somebody asks.
CREATE FUNCTION tell_of_an_asked_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM public.alert_the_case(NEW.defender_id, NULL, 'NOTE_ASKED', NEW.asked_by_id, NEW.reason);
  RETURN NULL;
END $$;
GRANT CREATE ON SCHEMA public TO shelter_alerter;
ALTER FUNCTION tell_of_an_asked_note() OWNER TO shelter_alerter;
REVOKE CREATE ON SCHEMA public FROM shelter_alerter;
REVOKE EXECUTE ON FUNCTION tell_of_an_asked_note() FROM PUBLIC;
CREATE TRIGGER tells_the_cleared AFTER INSERT ON note_grant FOR EACH ROW EXECUTE FUNCTION tell_of_an_asked_note();
GRANT SELECT ON disclosure_grant, break_glass, case_alert, note_grant TO shelter_backup;
