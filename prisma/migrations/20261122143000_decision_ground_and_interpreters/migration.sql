-- A city carries one guest with an interpreter at a time: a hard rule of matching, which the database keeps as well. Asked
-- as the keeper of rules, because of the others only a yes or no may be known to whoever can't see them.
GRANT SELECT (interpreter) ON defender TO shelter_rule_keeper;

-- Whether another guest of a city has its interpreter on some of these nights, for somebody who needs one.
CREATE FUNCTION interpreter_is_taken(person uuid, city uuid, first_night date, departure date, except_stay uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
RETURN EXISTS (SELECT FROM public.defender d WHERE d.id = person AND d.interpreter IS NOT NULL) AND EXISTS (
  SELECT FROM public.stay s JOIN public.defender o ON o.id = s.defender_id
  WHERE s.city_id = city AND s.id IS DISTINCT FROM except_stay AND s.defender_id <> person AND o.interpreter IS NOT NULL
    -- A stay lasts 200 nights at most.
    AND s.arrives_on < departure + 60 AND s.arrives_on > first_night - 260 AND s.occupies && daterange(first_night, departure, '[)'));

-- The second of two who would enter one city at once waits, and then sees the first. What was agreed before somebody's
-- need was recorded stands: only nights that are newly taken are looked at.
CREATE FUNCTION keep_one_interpreter_in_a_city() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.occupies IS NULL OR NEW.status NOT IN ('PROPOSED', 'CONFIRMED', 'TRAVELLING') THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' AND OLD.city_id = NEW.city_id AND OLD.occupies @> NEW.occupies THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM public.defender d WHERE d.id = NEW.defender_id AND d.interpreter IS NOT NULL) THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('interpreter of ' || NEW.city_id::text, 0));
  IF public.interpreter_is_taken(NEW.defender_id, NEW.city_id, lower(NEW.occupies), upper(NEW.occupies), NEW.id) THEN
    RAISE EXCEPTION 'another guest has the interpreter: constraint "stay_one_interpreter_in_a_city"'
      USING ERRCODE = '23P01', CONSTRAINT = 'stay_one_interpreter_in_a_city', TABLE = 'stay';
  END IF;
  RETURN NULL;
END $$;

GRANT CREATE ON SCHEMA public TO shelter_rule_keeper;
ALTER FUNCTION interpreter_is_taken(uuid, uuid, date, date, uuid) OWNER TO shelter_rule_keeper;
ALTER FUNCTION keep_one_interpreter_in_a_city() OWNER TO shelter_rule_keeper;
REVOKE CREATE ON SCHEMA public FROM shelter_rule_keeper;
REVOKE EXECUTE ON FUNCTION interpreter_is_taken(uuid, uuid, date, date, uuid), keep_one_interpreter_in_a_city() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION interpreter_is_taken(uuid, uuid, date, date, uuid) TO shelter_coordinator;
CREATE TRIGGER stay_one_interpreter_in_a_city AFTER INSERT OR UPDATE OF city_id, arrives_on, departs_on, status ON stay
  FOR EACH ROW EXECUTE FUNCTION keep_one_interpreter_in_a_city();

-- What a proposal was decided on holds every rule's answer since now: needs among them, never what a passport says or what
-- somebody works on. It is the coordinators' alone and goes with the case.
COMMENT ON COLUMN stay.decided_on_facts IS 'S3; kept with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request; in the clear: what changed since a decision is computed from it; no city reads it';
