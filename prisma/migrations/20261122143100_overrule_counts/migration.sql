-- How often proposals went against which rule, for everybody who is signed in: sums over all that is kept of decisions,
-- counted as the role that nobody can become. Small sums are protected before they leave the API.
GRANT SELECT (decided_on_facts) ON stay TO shelter_counter;
GRANT CREATE ON SCHEMA counting TO shelter_counter;
CREATE FUNCTION counting.overrules(before date) RETURNS json
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  WITH decided AS MATERIALIZED (
    SELECT s.decided_on_facts AS kept FROM public.stay s
    WHERE s.decided_on_facts ? 'weaker' AND (s.decided_on_facts ->> 'on')::date < overrules.before
  ), against AS (
    SELECT w.rule, 1 AS weaker, 0 AS passed_over FROM decided d CROSS JOIN LATERAL jsonb_array_elements_text(d.kept -> 'weaker') AS w(rule)
    UNION ALL
    SELECT d.kept ->> 'passedOver', 0, 1 FROM decided d WHERE d.kept ->> 'passedOver' IS NOT NULL
  ), counted AS (
    SELECT a.rule, sum(a.weaker) AS weaker, sum(a.passed_over) AS passed_over FROM against a GROUP BY a.rule
  )
  SELECT json_build_object('decisions', (SELECT count(*) FROM decided), 'rules',
    COALESCE((SELECT json_agg(json_build_object('rule', c.rule, 'weaker', c.weaker, 'passedOver', c.passed_over) ORDER BY c.rule) FROM counted c), '[]'));
END;
ALTER FUNCTION counting.overrules(date) OWNER TO shelter_counter;
REVOKE CREATE ON SCHEMA counting FROM shelter_counter;
REVOKE EXECUTE ON FUNCTION counting.overrules(date) FROM PUBLIC;
GRANT USAGE ON SCHEMA counting TO shelter_city, shelter_admin;
GRANT EXECUTE ON FUNCTION counting.overrules(date) TO shelter_coordinator, shelter_city, shelter_manager, shelter_admin;
