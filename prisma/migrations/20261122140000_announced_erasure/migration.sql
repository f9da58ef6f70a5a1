-- An erasure that nobody asked for is announced first: the daily job writes down since when somebody is on the list of what
-- is due, and nobody is erased by it before they stood there for thirty days, whatever made them due: a shortened
-- period, an import of old files, a job that did not run. Who is held or comes back is taken off, and announced anew.
ALTER TABLE defender ADD COLUMN erasure_announced_on date;
COMMENT ON COLUMN defender.erasure_announced_on IS 'S2; kept with the case: 24 months after the last follow-up, 12 after the call, 6 after a withdrawal, or on request';

-- Neither this day nor that of the erasure is a coordinator's to set.
DO $$
DECLARE columns text;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
  WHERE attrelid = 'defender'::regclass AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('id', 'created_at', 'erased_at', 'erasure_announced_on');
  REVOKE UPDATE ON defender FROM shelter_coordinator;
  EXECUTE format('GRANT UPDATE (%s) ON defender TO shelter_coordinator', columns);
END $$;

-- Whose period ends, on which day and by which rule; whose end no rule knows is not among them: somebody whose newest
-- application is open or was chosen after their last stay, and somebody for whom a place is sought.
CREATE FUNCTION erasure.periods(not_selected_months integer, withdrawn_months integer, stay_file_months integer)
RETURNS TABLE (defender_id uuid, code_name text, over_on date, announced_on date, rule text, held boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, public
BEGIN ATOMIC
  WITH used AS (
    SELECT s.defender_id, max(s.actual_departs_on) AS left_on FROM public.stay s
    WHERE s.status IN ('DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED') GROUP BY s.defender_id
  ), asked AS (
    SELECT DISTINCT ON (a.defender_id) a.defender_id, a.status, a.decided_on, a.received_on, c.closes_on
    FROM public.application a JOIN public.call c ON c.id = a.call_id ORDER BY a.defender_id, c.closes_on DESC
  ), newest AS (
    -- An application from before the last stay is that stay's own, and ends with its file.
    SELECT a.* FROM asked a LEFT JOIN used u ON u.defender_id = a.defender_id WHERE u.left_on IS NULL OR a.received_on > u.left_on
  ), ends AS (
    SELECT d.id, d.code_name, d.erasure_announced_on,
      -- The last follow-up is due a year after the return.
      (u.left_on + pg_catalog.make_interval(months => 12 + stay_file_months))::date AS stay_file,
      CASE
        WHEN a.status = 'WITHDRAWN' THEN coalesce(a.decided_on, a.received_on) + pg_catalog.make_interval(months => withdrawn_months)
        WHEN a.status IN ('INELIGIBLE', 'REJECTED', 'NOT_SELECTED', 'RESERVE') THEN a.closes_on + pg_catalog.make_interval(months => not_selected_months)
      END::date AS application,
      a.status
    FROM public.defender d LEFT JOIN used u ON u.defender_id = d.id LEFT JOIN newest a ON a.defender_id = d.id
    WHERE d.erased_at IS NULL AND NOT d.awaits_place
  )
  SELECT e.id, e.code_name, greatest(e.stay_file, e.application), e.erasure_announced_on,
    CASE WHEN e.stay_file IS NOT NULL AND e.stay_file >= coalesce(e.application, e.stay_file) THEN 'STAY_FILE'
         WHEN e.status = 'WITHDRAWN' THEN 'WITHDRAWN' ELSE 'NOT_SELECTED' END,
    erasure.refusal(e.id) IS NOT NULL
  FROM ends e
  WHERE coalesce(e.stay_file, e.application) IS NOT NULL AND (e.status IS NULL OR e.application IS NOT NULL);
END;

-- Puts on the list whose period is over within thirty days, and takes off whose isn't any more; how many were put on it.
CREATE FUNCTION erasure.announce(today date, not_selected_months integer, withdrawn_months integer, stay_file_months integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  soon uuid[];
  n integer;
BEGIN
  PERFORM erasure.demand();
  soon := ARRAY(SELECT p.defender_id FROM erasure.periods(not_selected_months, withdrawn_months, stay_file_months) p
    WHERE p.over_on <= today + 30 AND NOT p.held);
  UPDATE defender d SET erasure_announced_on = NULL WHERE d.erasure_announced_on IS NOT NULL AND d.id <> ALL (soon);
  UPDATE defender d SET erasure_announced_on = today WHERE d.erasure_announced_on IS NULL AND d.id = ANY (soon);
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

-- Who is announced and goes by a day, and who would be on the list but for a hold.
CREATE OR REPLACE FUNCTION erasure.due(until_day date, not_selected_months integer, withdrawn_months integer, stay_file_months integer)
RETURNS TABLE (defender_id uuid, code_name text, due_on date, rule text, held boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM erasure.demand();
  RETURN QUERY
  SELECT p.defender_id, p.code_name, greatest(p.over_on, p.announced_on + 30), p.rule, p.held
  FROM erasure.periods(not_selected_months, withdrawn_months, stay_file_months) p
  WHERE (p.held AND p.over_on <= until_day) OR (p.announced_on IS NOT NULL AND greatest(p.over_on, p.announced_on + 30) <= until_day)
  ORDER BY 3, 2;
END $$;

GRANT CREATE ON SCHEMA erasure TO shelter_eraser;
ALTER FUNCTION erasure.periods(integer, integer, integer) OWNER TO shelter_eraser;
ALTER FUNCTION erasure.announce(date, integer, integer, integer) OWNER TO shelter_eraser;
REVOKE CREATE ON SCHEMA erasure FROM shelter_eraser;
REVOKE EXECUTE ON FUNCTION erasure.periods(integer, integer, integer), erasure.announce(date, integer, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erasure.announce(date, integer, integer, integer) TO shelter_job;
