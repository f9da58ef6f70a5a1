-- Two things that only hold once there is an erasure. A hold says something of a person, so it isn't there for whom the
-- person is withheld from. And an approval goes with the person it belongs to: the erasure walks along keys of one column,
-- and the key to the version it was given under waits until both are gone.
CREATE POLICY not_withheld ON erasure_hold AS RESTRICTIVE TO shelter_coordinator
  USING (defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]));

ALTER TABLE publicity_approval DROP CONSTRAINT publicity_approval_defender_id_consent_number_fkey;
ALTER TABLE publicity_approval ADD CONSTRAINT publicity_approval_defender_id_consent_number_fkey
  FOREIGN KEY (defender_id, consent_number) REFERENCES publicity_consent (defender_id, number)
  ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE publicity_approval ADD CONSTRAINT publicity_approval_defender_id_fkey
  FOREIGN KEY (defender_id) REFERENCES defender (id) ON DELETE RESTRICT ON UPDATE CASCADE;
