-- Answers are kept for a day so that a repeated request gets the same one, sealed under a key of the ring and without
-- saying whom they are about. Some show a profile: so an erasure takes all of them, or a person would stay readable
-- for a day. Whoever repeats a request over that moment does it anew, and versions and constraints stand in its way.
GRANT SELECT, DELETE ON idempotency_key TO shelter_eraser;
CREATE POLICY eraser ON idempotency_key FOR ALL TO shelter_eraser USING (true) WITH CHECK (true);
CREATE FUNCTION forget_kept_answers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM idempotency_key;
  RETURN NULL;
END $$;
GRANT CREATE ON SCHEMA public TO shelter_eraser;
ALTER FUNCTION forget_kept_answers() OWNER TO shelter_eraser;
REVOKE CREATE ON SCHEMA public FROM shelter_eraser;
REVOKE EXECUTE ON FUNCTION forget_kept_answers() FROM PUBLIC;
CREATE TRIGGER forget_kept_answers AFTER INSERT ON erasure_certificate FOR EACH STATEMENT EXECUTE FUNCTION forget_kept_answers();
