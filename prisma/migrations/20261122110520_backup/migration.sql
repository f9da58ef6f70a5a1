-- A backup reads everything but the vault as shelter_backup, and the vault apart as shelter_keeper, in one snapshot.
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'shelter_backup', 'SET') THEN EXECUTE format('GRANT shelter_backup TO %I', current_user); END IF;
END $$;
GRANT SELECT (created_at) ON vault.data_key TO shelter_keeper;
-- Tables of later migrations come with it; what is sealed in them stays sealed.
ALTER DEFAULT PRIVILEGES IN SCHEMA public, audit GRANT SELECT ON TABLES TO shelter_backup;
GRANT SELECT ON ALL TABLES IN SCHEMA public, audit TO shelter_backup;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA public, audit TO shelter_backup;
ALTER DEFAULT PRIVILEGES IN SCHEMA public, audit GRANT SELECT ON SEQUENCES TO shelter_backup;
