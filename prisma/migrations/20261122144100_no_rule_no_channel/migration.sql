-- What nobody has said is closed: without a contact rule there is no way to a person at all, so a city opens no channel
-- either, whatever was agreed before. A rule that isn't there counts as "not directly".
ALTER POLICY not_directly ON sealed_compartment
  USING (compartment <> 'CONTACT_CHANNEL'
         OR EXISTS (SELECT FROM contact_rule r WHERE r.defender_id = sealed_compartment.defender_id AND NOT r.not_directly));
