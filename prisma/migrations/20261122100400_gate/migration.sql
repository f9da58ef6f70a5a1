-- Whose session is this? Asked once per request, as the login role itself, in one round trip: the only thing that role
-- may call. It runs as shelter_gate, answers one row or none, and notes at most once a minute that the session lives.

CREATE SCHEMA gate;
REVOKE ALL ON SCHEMA gate FROM PUBLIC;
GRANT USAGE ON SCHEMA gate TO shelter_api;
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'shelter_gate', 'SET') THEN EXECUTE format('GRANT shelter_gate TO %I', current_user); END IF;
END $$;

CREATE FUNCTION gate.whose_session(hash bytea, idle interval)
RETURNS TABLE (session_id uuid, account_id uuid, role text, city_id uuid, risk_cleared boolean, language text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
    SELECT s.id, a.id, a.role::text, a.city_id, a.risk_cleared, a.language
    FROM public.session s JOIN public.account a ON a.id = s.account_id
    WHERE s.token_hash = hash AND s.ended_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - idle
      AND a.disabled_at IS NULL;
  IF FOUND THEN
    UPDATE public.session s SET last_seen_at = now() WHERE s.token_hash = hash AND s.last_seen_at < now() - interval '1 minute';
  END IF;
END $$;

GRANT USAGE, CREATE ON SCHEMA gate TO shelter_gate;
ALTER FUNCTION gate.whose_session(bytea, interval) OWNER TO shelter_gate;
REVOKE CREATE ON SCHEMA gate FROM shelter_gate;
REVOKE EXECUTE ON FUNCTION gate.whose_session(bytea, interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.whose_session(bytea, interval) TO shelter_api;
