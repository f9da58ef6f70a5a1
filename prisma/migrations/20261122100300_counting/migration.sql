-- Yearly counts: the only thing a manager may read about stays. The functions count as shelter_counter, a role nobody
-- can become, over rows that hold no name; what leaves them are numbers per year and city, never a person's row.
-- A hosted person is one whose stay began (an actual arrival) and used a night. A stay counts in each year in which it used a night.
-- Cells of 1 to 4 are protected before they leave the API (domain: small-counts); the threshold is fixed here.

GRANT USAGE ON SCHEMA counting TO shelter_manager, shelter_coordinator, shelter_counter;
GRANT CREATE ON SCHEMA counting TO shelter_counter;
GRANT SELECT (id, name, slug, joined_year) ON host_city TO shelter_counter;
GRANT SELECT (id, place_id, city_id, opens_on, confirmed) ON capacity_period TO shelter_counter;
GRANT SELECT (place_id, blocks) ON blocked_days TO shelter_counter;
GRANT SELECT (id, country_of_work) ON defender TO shelter_counter;
GRANT SELECT (id, name, stays_from) ON call TO shelter_counter;
GRANT SELECT (id, defender_id, city_id, call_id, status, actual_arrives_on, actual_departs_on, departs_on) ON stay TO shelter_counter;
CREATE POLICY counts ON host_city FOR SELECT TO shelter_counter USING (true);
CREATE POLICY counts ON capacity_period FOR SELECT TO shelter_counter USING (true);
CREATE POLICY counts ON blocked_days FOR SELECT TO shelter_counter USING (true);
CREATE POLICY counts ON defender FOR SELECT TO shelter_counter USING (true);
CREATE POLICY counts ON call FOR SELECT TO shelter_counter USING (true);
CREATE POLICY counts ON stay FOR SELECT TO shelter_counter USING (true);

-- The smallest count that may be shown as it is (k).
CREATE FUNCTION counting.smallest_shown() RETURNS integer LANGUAGE sql IMMUTABLE RETURN 5;

-- One row per year and city: persons, stays, nights used and nights offered, up to and including the day asked for.
CREATE FUNCTION counting.city_years(as_at date)
RETURNS TABLE (year integer, city_id uuid, city text, persons integer, stays integer, nights integer, nights_offered integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  WITH used AS (
    SELECT s.id, s.defender_id, s.city_id, y.year,
           LEAST(COALESCE(s.actual_departs_on, s.departs_on), as_at + 1, make_date(y.year + 1, 1, 1))
             - GREATEST(s.actual_arrives_on, make_date(y.year, 1, 1)) AS nights
    FROM public.stay s
    CROSS JOIN LATERAL generate_series(EXTRACT(year FROM s.actual_arrives_on)::integer,
      EXTRACT(year FROM LEAST(COALESCE(s.actual_departs_on, s.departs_on) - 1, as_at))::integer) AS y(year)
    WHERE s.actual_arrives_on <= as_at AND s.status IN ('IN_STAY', 'DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED')
  ), stayed AS (
    SELECT year, city_id, count(DISTINCT defender_id)::integer AS persons, count(*)::integer AS stays, sum(nights)::integer AS nights
    FROM used WHERE nights > 0 GROUP BY year, city_id
  ), open AS (
    -- A blocked night isn't offered, so that repairs never look like empty beds. Ranges, because periods that touch and
    -- blocked days that overlap each count a night once.
    SELECT c.city_id, range_agg(c.confirmed) - COALESCE((SELECT range_agg(b.blocks) FROM public.blocked_days b
      WHERE b.place_id = c.place_id AND b.blocks IS NOT NULL), '{}'::datemultirange) AS nights
    FROM public.capacity_period c WHERE c.confirmed IS NOT NULL AND c.opens_on <= as_at GROUP BY c.place_id, c.city_id
  ), offered AS (
    SELECT y.year, o.city_id, sum(upper(r.nights) - lower(r.nights))::integer AS nights
    FROM open o
    CROSS JOIN LATERAL generate_series(EXTRACT(year FROM lower(o.nights))::integer, EXTRACT(year FROM LEAST(upper(o.nights) - 1, as_at))::integer) AS y(year)
    CROSS JOIN LATERAL unnest(o.nights * datemultirange(daterange(make_date(y.year, 1, 1), LEAST(make_date(y.year + 1, 1, 1), as_at + 1)))) AS r(nights)
    GROUP BY y.year, o.city_id
  )
  SELECT COALESCE(s.year, o.year), h.id, h.name, COALESCE(s.persons, 0), COALESCE(s.stays, 0), COALESCE(s.nights, 0), COALESCE(o.nights, 0)
  FROM stayed s FULL JOIN offered o ON o.year = s.year AND o.city_id = s.city_id
  JOIN public.host_city h ON h.id = COALESCE(s.city_id, o.city_id)
  WHERE COALESCE(s.year, o.year) <= EXTRACT(year FROM as_at)
  ORDER BY 1, h.name;
END;

-- One row per year, persons counted once over all cities, and the sums since the first guest.
CREATE FUNCTION counting.years(as_at date)
RETURNS TABLE (year integer, persons integer, stays integer, countries integer, cities integer,
               persons_so_far integer, countries_so_far integer, cities_so_far integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  WITH hosted AS (
    SELECT s.id, s.defender_id, s.city_id, d.country_of_work AS country, s.actual_arrives_on AS arrived,
           LEAST(GREATEST(COALESCE(s.actual_departs_on, s.departs_on) - 1, s.actual_arrives_on), as_at) AS last_night
    FROM public.stay s JOIN public.defender d ON d.id = s.defender_id
    WHERE s.actual_arrives_on <= as_at AND s.actual_arrives_on < COALESCE(s.actual_departs_on, s.departs_on)
      AND s.status IN ('IN_STAY', 'DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED')
  ), span AS (
    SELECT generate_series(EXTRACT(year FROM min(arrived))::integer, EXTRACT(year FROM as_at)::integer) AS year FROM hosted
  )
  SELECT y.year,
    count(DISTINCT h.defender_id) FILTER (WHERE h.last_night >= make_date(y.year, 1, 1))::integer,
    count(DISTINCT h.id) FILTER (WHERE h.last_night >= make_date(y.year, 1, 1))::integer,
    count(DISTINCT h.country) FILTER (WHERE h.last_night >= make_date(y.year, 1, 1))::integer,
    count(DISTINCT h.city_id) FILTER (WHERE h.last_night >= make_date(y.year, 1, 1))::integer,
    count(DISTINCT h.defender_id)::integer, count(DISTINCT h.country)::integer, count(DISTINCT h.city_id)::integer
  FROM span y LEFT JOIN hosted h ON h.arrived < make_date(y.year + 1, 1, 1)
  GROUP BY y.year ORDER BY y.year;
END;

-- One row per call: who of it was really hosted.
CREATE FUNCTION counting.calls(as_at date)
RETURNS TABLE (call text, stays_from date, persons integer, countries integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT c.name, c.stays_from, count(DISTINCT s.defender_id)::integer, count(DISTINCT d.country_of_work)::integer
  FROM public.call c JOIN public.stay s ON s.call_id = c.id JOIN public.defender d ON d.id = s.defender_id
  WHERE s.actual_arrives_on <= as_at AND s.actual_arrives_on < COALESCE(s.actual_departs_on, s.departs_on)
    AND s.status IN ('IN_STAY', 'DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED')
  GROUP BY c.id, c.name, c.stays_from ORDER BY c.stays_from;
END;

ALTER FUNCTION counting.city_years(date) OWNER TO shelter_counter;
ALTER FUNCTION counting.years(date) OWNER TO shelter_counter;
ALTER FUNCTION counting.calls(date) OWNER TO shelter_counter;
REVOKE CREATE ON SCHEMA counting FROM shelter_counter;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA counting FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA counting TO shelter_manager, shelter_coordinator;
