-- An administrator ends somebody's sessions alone: a lost telephone, a browser left open, without taking the account away.
-- Where and when others work stays out of an administrator's sight, so that this is a function and not a row policy.
CREATE FUNCTION end_sessions_of(account uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  UPDATE public.session SET ended_at = now() WHERE account_id = account AND ended_at IS NULL AND public.app_account_id() IS NOT NULL;
END;
GRANT CREATE ON SCHEMA public TO shelter_gate;
ALTER FUNCTION end_sessions_of(uuid) OWNER TO shelter_gate;
REVOKE CREATE ON SCHEMA public FROM shelter_gate;
REVOKE EXECUTE ON FUNCTION end_sessions_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_sessions_of(uuid) TO shelter_admin;
