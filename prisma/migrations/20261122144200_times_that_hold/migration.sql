-- "An hour at most" and "thirty days at most" are counted from a beginning that the writer gives: one that lies far ahead
-- would stay open until then. So a beginning is now, by the database's clock, but for a few minutes that clocks may differ.
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('break_glass', 'opened_at'), ('disclosure_grant', 'granted_at'), ('note_grant', 'asked_at')) AS v(name, col) LOOP
    EXECUTE format($policy$CREATE POLICY begins_now ON %I AS RESTRICTIVE FOR INSERT TO shelter_coordinator
      WITH CHECK (%I BETWEEN app_now() - interval '5 minutes' AND app_now() + interval '5 minutes')$policy$, t.name, t.col);
  END LOOP;
END $$;
CREATE POLICY begins_now ON account_link AS RESTRICTIVE FOR INSERT TO shelter_admin
  WITH CHECK (made_at BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes');

-- A single field had an end, and no latest one. Through the whole of the thirtieth day after today, which in the night when
-- clocks are set back is an hour more than 31 days.
ALTER TABLE disclosure_grant DROP CONSTRAINT disclosure_grant_ends,
  ADD CONSTRAINT disclosure_grant_ends CHECK (expires_at > granted_at AND expires_at <= granted_at + interval '31 days 1 hour');
ALTER TABLE note_grant DROP CONSTRAINT note_grant_ends,
  ADD CONSTRAINT note_grant_ends CHECK (expires_at > asked_at AND expires_at <= asked_at + interval '31 days 1 hour');
