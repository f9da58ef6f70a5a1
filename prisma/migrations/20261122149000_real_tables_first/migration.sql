-- A function that names its schemas and not pg_temp looks there first: a table that the caller made for this session would
-- stand before the real one, for a function that runs as somebody else. So pg_temp is named, and last. The right to make
-- such tables is revoked besides, but that is a right on the database, which a copy of one doesn't take along.
DO $$
DECLARE f record;
BEGIN
  FOR f IN
    SELECT p.oid::regprocedure AS name, substr(s.setting, length('search_path=') + 1) AS path
    FROM pg_proc p, unnest(p.proconfig) AS s(setting)
    WHERE p.pronamespace::regnamespace::text IN ('public', 'audit', 'counting', 'erasure', 'gate', 'vault')
      AND s.setting LIKE 'search_path=%' AND s.setting NOT LIKE '%pg_temp'
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %s, pg_temp', f.name, f.path);
  END LOOP;
END $$;
