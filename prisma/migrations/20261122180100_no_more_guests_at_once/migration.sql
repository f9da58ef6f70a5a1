-- A city has no more guests at once than it said it can accompany: a hard rule of matching, which the database keeps as well.
-- The keeper of rules counts, because a guest whom the asker may not see takes a place all the same.
-- The right to change one column is what PostgreSQL asks for before it locks a row.
GRANT SELECT (id, guests_at_once_at_most), UPDATE (guests_at_once_at_most) ON host_city TO shelter_rule_keeper;
CREATE POLICY rule_keeper ON host_city TO shelter_rule_keeper USING (true);

-- The second of two who would take a city's last seat waits for its row, and then sees the first. Only nights that are newly
-- taken are looked at: what was agreed before the city named a lower number stands, and whoever has arrived is here.
CREATE FUNCTION keep_guests_at_once() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  nights datemultirange;
  at_most integer;
BEGIN
  IF NEW.occupies IS NULL OR NEW.status NOT IN ('PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY') THEN RETURN NULL; END IF;
  IF NEW.status = 'IN_STAY' AND (TG_OP = 'INSERT' OR OLD.status <> 'IN_STAY') THEN RETURN NULL; END IF;
  nights := datemultirange(NEW.occupies);
  IF TG_OP = 'UPDATE' AND OLD.city_id = NEW.city_id AND OLD.occupies IS NOT NULL THEN nights := nights - datemultirange(OLD.occupies); END IF;
  IF isempty(nights) THEN RETURN NULL; END IF;
  SELECT c.guests_at_once_at_most INTO at_most FROM public.host_city c
  WHERE c.id = NEW.city_id AND c.guests_at_once_at_most IS NOT NULL FOR NO KEY UPDATE;
  IF at_most IS NULL THEN RETURN NULL; END IF;
  IF EXISTS (
    WITH other AS MATERIALIZED (
      SELECT s.occupies FROM public.stay s
      -- A stay lasts 200 nights at most.
      WHERE s.city_id = NEW.city_id AND s.id <> NEW.id AND s.occupies IS NOT NULL
        AND s.arrives_on > lower(nights) - 260 AND s.arrives_on < upper(nights) + 60)
    SELECT FROM unnest(nights) AS part, generate_series(0, upper(part) - lower(part) - 1) AS n
    WHERE (SELECT count(*) FROM other WHERE other.occupies @> lower(part) + n) >= at_most)
  THEN
    RAISE EXCEPTION 'the city has its guests on some of these nights: constraint "stay_within_guests_at_once"'
      USING ERRCODE = '23P01', CONSTRAINT = 'stay_within_guests_at_once', TABLE = 'stay';
  END IF;
  RETURN NULL;
END $$;

-- The most guests that a city has on one night from a day on, so that whoever lowers its number sees what stands already. A
-- city is told of those whose days it knows: a proposal shows it no days.
CREATE FUNCTION most_guests_at_once(city uuid, since date) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  WITH guest AS MATERIALIZED (
    SELECT s.occupies * daterange(since, NULL) AS nights FROM public.stay s
    WHERE s.city_id = city AND s.arrives_on > since - 260 AND s.occupies && daterange(since, NULL)
      AND (public.app_city_id() IS NULL OR (s.city_id = public.app_city_id() AND s.status <> 'PROPOSED'
        AND s.defender_id <> ALL (public.app_hidden_defenders()))))
  SELECT coalesce(max((SELECT count(*) FROM guest there WHERE there.nights @> lower(g.nights))), 0)::integer FROM guest g;
END;

GRANT CREATE ON SCHEMA public TO shelter_rule_keeper;
ALTER FUNCTION keep_guests_at_once() OWNER TO shelter_rule_keeper;
ALTER FUNCTION most_guests_at_once(uuid, date) OWNER TO shelter_rule_keeper;
REVOKE CREATE ON SCHEMA public FROM shelter_rule_keeper;
GRANT EXECUTE ON FUNCTION app_city_id() TO shelter_rule_keeper;
REVOKE EXECUTE ON FUNCTION keep_guests_at_once(), most_guests_at_once(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION most_guests_at_once(uuid, date) TO shelter_coordinator, shelter_city;
CREATE TRIGGER stay_within_guests_at_once AFTER INSERT OR UPDATE OF city_id, arrives_on, departs_on, status ON stay
  FOR EACH ROW EXECUTE FUNCTION keep_guests_at_once();
