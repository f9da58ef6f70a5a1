-- Who looked at a case is part of the case: for somebody whom the person is kept from there is no such case, whatever line
-- of the API asks. Both tests stand on the argument, so each is made once for the call and not for each row; without
-- somebody who asks there are no rows.
GRANT EXECUTE ON FUNCTION app_hidden_defenders(), app_account_id() TO shelter_auditor;
CREATE OR REPLACE FUNCTION audit.of_case(defender uuid, before bigint, at_most integer) RETURNS SETOF audit.log
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT l.* FROM audit.log l WHERE l.defender_id = of_case.defender AND (of_case.before IS NULL OR l.seq < of_case.before)
    AND public.app_account_id() IS NOT NULL AND of_case.defender <> ALL (public.app_hidden_defenders())
  ORDER BY l.seq DESC LIMIT least(of_case.at_most, 200);
END;
