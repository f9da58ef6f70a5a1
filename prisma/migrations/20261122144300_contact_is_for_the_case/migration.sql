-- Taking "do not contact directly" off opens every direct way to a person, and the channel to a city that may have it: so it
-- is for whoever is on the case, or broke glass, as opening anything is. What closes a way is everybody's.
CREATE FUNCTION keep_direct_contact_to_the_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('role') = 'shelter_coordinator' AND NOT public.may_open_case(NEW.defender_id) THEN
    RAISE EXCEPTION 'who isn''t on the case opens nothing of it: constraint "direct_contact_is_for_the_case"'
      USING ERRCODE = '23514', CONSTRAINT = 'direct_contact_is_for_the_case', TABLE = 'contact_rule';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION keep_direct_contact_to_the_case() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_direct_contact_to_the_case() TO shelter_coordinator;
CREATE TRIGGER direct_contact_is_for_the_case_from_the_first BEFORE INSERT ON contact_rule FOR EACH ROW
  WHEN (NOT NEW.not_directly) EXECUTE FUNCTION keep_direct_contact_to_the_case();
CREATE TRIGGER direct_contact_is_for_the_case BEFORE UPDATE OF not_directly ON contact_rule FOR EACH ROW
  WHEN (OLD.not_directly AND NOT NEW.not_directly) EXECUTE FUNCTION keep_direct_contact_to_the_case();
