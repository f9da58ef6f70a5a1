-- The class and the period of every column, where whoever looks at the schema sees them. S0 public, S1 internal, S2 personal,
-- S3 special category or security, S4 life at risk. A table has a class and a period that its columns share, but for those
-- named below. What is S3 or S4 is sealed or hashed, or its comment says why it stands in the clear. A spec fails for a column without one.
DO $$
DECLARE
  t record;
  c record;
BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('account', 'S2', 'as long as the account'),
    ('session', 'S1', '30 days after its end'),
    ('passkey', 'S2', 'as long as the account'),
    ('account_link', 'S1', 'as long as the account'),
    ('account_recovery', 'S2', 'as long as the account'),
    ('spent_challenge', 'S1', 'until it expires'),
    ('sign_in_delay', 'S1', 'a day'),
    ('idempotency_key', 'S1', 'a day'),
    ('setting', 'S1', 'as long as the programme'),
    ('host_city', 'S0', 'as long as the programme'),
    ('coordinating_organisation', 'S1', 'as long as the programme'),
    ('place', 'S1', 'as long as the programme'),
    ('capacity_period', 'S1', 'as long as the programme'),
    ('blocked_days', 'S1', 'as long as the programme'),
    ('call', 'S0', 'as long as the programme'),
    ('application', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('defender', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('defender_language', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('defender_city_wish', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('schengen_presence', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('sealed_compartment', 'S1', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('break_glass', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('case_alert', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('note_grant', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('disclosure_grant', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('risk_note', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('risk_note_body', 'S1', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('city_instruction', 'S1', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('risk_city_ban', 'S1', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('risk_apart', 'S1', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('withheld_from', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('withheld_reason', 'S1', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('publicity_consent', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('publicity_approval', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('event_card_print', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('contact_rule', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('contact_attempt', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('stay', 'S2', 'for ever, in a row that holds no person'),
    ('erasure_hold', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('erasure_certificate', 'S1', 'for ever: ids, words of acts and field names'),
    ('event', 'S2', 'for ever: ids, words of acts and field names'),
    ('export', 'S1', 'as long as the programme'),
    ('vault.data_key', 'S4', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request'),
    ('audit.log', 'S1', 'for ever: ids, words of acts and field names'),
    ('audit.chain', 'S1', 'for ever: ids, words of acts and field names')
  ) AS v(name, class, kept) LOOP
    FOR c IN SELECT attname FROM pg_attribute WHERE attrelid = t.name::regclass AND attnum > 0 AND NOT attisdropped LOOP
      EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', t.name::regclass, c.attname, t.class || '; kept ' || t.kept);
    END LOOP;
  END LOOP;
  FOR c IN SELECT * FROM (VALUES
    ('account', 'password_hash', 'S3', 'as long as the account', 'hashed with Argon2id'),
    ('account', 'totp_sealed', 'S3', 'as long as the account', ''),
    ('session', 'token_hash', 'S3', '30 days after its end', ''),
    ('account_link', 'token_hash', 'S3', 'as long as the account', ''),
    ('idempotency_key', 'reply', 'S3', 'a day', ''),
    ('capacity_period', 'note', 'S1', 'as long as the programme', ''),
    ('defender', 'country_of_work', 'S2', 'for ever, in a row that holds no person', ''),
    ('defender', 'themes', 'S3', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', 'the planner matches by it; no name stands beside it'),
    ('defender', 'needs', 'S3', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', 'the planner matches by it and the city prepares by it; needs only, never a diagnosis'),
    ('defender', 'passport_valid_until', 'S2', '30 days after the departure', ''),
    ('defender', 'visa_lead_days', 'S2', '30 days after the departure', ''),
    ('sealed_compartment', 'sealed', 'S4', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', ''),
    ('risk_note', 'level', 'S3', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', 'the list and the queue are ordered by it; the text is sealed'),
    ('risk_note', 'degree', 'S3', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', 'as the level'),
    ('risk_note_body', 'sealed', 'S4', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', ''),
    ('city_instruction', 'text', 'S3', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', 'the one line that is written for the city, which lists it all day; the form says to name nobody'),
    ('risk_city_ban', 'city_id', 'S3', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', 'the database itself refuses the stay by it'),
    ('risk_apart', 'other_defender_id', 'S3', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', 'the database itself keeps two apart by it; ids only'),
    ('withheld_from', 'city_id', 'S3', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', 'the database itself refuses by it; why is sealed'),
    ('withheld_from', 'account_id', 'S3', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', 'row policies hide the case by it; why is sealed'),
    ('withheld_reason', 'sealed', 'S4', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', ''),
    ('stay', 'why_this_city', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', ''),
    ('stay', 'reason_note', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', ''),
    ('stay', 'decided_on_facts', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', ''),
    ('event', 'note', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', ''),
    ('event', 'detail', 'S2', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', ''),
    ('vault.data_key', 'id', 'S1', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', ''),
    ('vault.data_key', 'ring_key_id', 'S1', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', ''),
    ('vault.data_key', 'created_at', 'S1', 'with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request', ''),
    ('audit.log', 'reason', 'S2', 'for ever: ids, words of acts and field names', '')
  ) AS v(name, col, class, kept, why) LOOP
    EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', c.name::regclass, c.col,
      c.class || '; kept ' || c.kept || CASE WHEN c.why = '' THEN '' ELSE '; in the clear: ' || c.why END);
  END LOOP;
END $$;
