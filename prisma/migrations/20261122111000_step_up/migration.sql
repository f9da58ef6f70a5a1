-- When the person behind a session last showed who they are: signing in counts, and so does proving it again. What is
-- dangerous (a reveal, an export, a change to an account) asks for a proof of the last minutes.
ALTER TABLE "session" ADD COLUMN "stepped_up_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- The gate's one question now also answers whether that proof is young enough, by the database's clock.
DROP FUNCTION gate.whose_session(bytea, interval);
CREATE FUNCTION gate.whose_session(hash bytea, idle interval, proof interval)
RETURNS TABLE (session_id uuid, account_id uuid, role text, city_id uuid, risk_cleared boolean, proved boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
    SELECT s.id, a.id, a.role::text, a.city_id, a.risk_cleared, s.stepped_up_at > now() - proof
    FROM public.session s JOIN public.account a ON a.id = s.account_id
    WHERE s.token_hash = hash AND s.ended_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - idle
      AND a.disabled_at IS NULL;
  IF FOUND THEN
    UPDATE public.session s SET last_seen_at = now() WHERE s.token_hash = hash AND s.last_seen_at < now() - interval '1 minute';
  END IF;
END $$;

GRANT CREATE ON SCHEMA gate TO shelter_gate;
ALTER FUNCTION gate.whose_session(bytea, interval, interval) OWNER TO shelter_gate;
REVOKE CREATE ON SCHEMA gate FROM shelter_gate;
REVOKE EXECUTE ON FUNCTION gate.whose_session(bytea, interval, interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.whose_session(bytea, interval, interval) TO shelter_api;
