-- Who looked at a case: a coordinator may read the audit log's rows about one case, the newest first and a page at a time,
-- and not the log. Before `before` in the log's order; null is the end. The index answers, however long the log is.
CREATE INDEX log_defender_id_seq_idx ON audit.log (defender_id, seq);
CREATE FUNCTION audit.of_case(defender uuid, before bigint, at_most integer) RETURNS SETOF audit.log
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT l.* FROM audit.log l WHERE l.defender_id = of_case.defender AND (of_case.before IS NULL OR l.seq < of_case.before)
  ORDER BY l.seq DESC LIMIT least(of_case.at_most, 200);
END;
GRANT CREATE ON SCHEMA audit TO shelter_auditor;
ALTER FUNCTION audit.of_case(uuid, bigint, integer) OWNER TO shelter_auditor;
REVOKE CREATE ON SCHEMA audit FROM shelter_auditor;
REVOKE EXECUTE ON FUNCTION audit.of_case(uuid, bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.of_case(uuid, bigint, integer) TO shelter_coordinator;
