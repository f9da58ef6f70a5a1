import type pg from 'pg';

/** One change of who may what, by SQL, that somebody must notice. */
export type DatabaseMutant = {
  readonly name: string;
  readonly sql: string;
  readonly table: string | null;
};

// Every schema that isn't PostgreSQL's own, so that a new one is looked at by itself.
const ours =
  "(SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')";

/** Each query answers mutants: every policy, every forced table and every right, taken away or widened. */
const questions: readonly string[] = [
  `SELECT format('policy %s on %s.%s dropped', policyname, schemaname, tablename) AS name, format('DROP POLICY %I ON %I.%I', policyname, schemaname, tablename) AS sql,
     format('%I.%I', schemaname, tablename) AS "table" FROM pg_policies WHERE schemaname IN ${ours} ORDER BY 1`,
  `SELECT format('policy %s on %s.%s shows every row', policyname, schemaname, tablename) AS name, format('ALTER POLICY %I ON %I.%I USING (true)', policyname, schemaname, tablename) AS sql,
     format('%I.%I', schemaname, tablename) AS "table" FROM pg_policies WHERE schemaname IN ${ours} AND qual IS NOT NULL AND qual <> 'true' ORDER BY 1`,
  `SELECT format('policy %s on %s.%s checks nothing', policyname, schemaname, tablename) AS name, format('ALTER POLICY %I ON %I.%I WITH CHECK (true)', policyname, schemaname, tablename) AS sql,
     format('%I.%I', schemaname, tablename) AS "table" FROM pg_policies WHERE schemaname IN ${ours} AND with_check IS NOT NULL AND with_check <> 'true' ORDER BY 1`,
  `SELECT format('%s: row-level security %s', c.oid::regclass, how) AS name, format('ALTER TABLE %s %s ROW LEVEL SECURITY', c.oid::regclass, how) AS sql, c.oid::regclass::text AS "table"
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, unnest(ARRAY['DISABLE', 'NO FORCE']) how
     WHERE c.relkind IN ('r', 'p') AND n.nspname IN ${ours} AND c.relname <> '_prisma_migrations' ORDER BY 1`,
  `SELECT format('%s may no longer %s %s', a.grantee::regrole, a.privilege_type, c.oid::regclass) AS name,
     format('REVOKE %s ON %s FROM %s', a.privilege_type, c.oid::regclass, a.grantee::regrole) AS sql, c.oid::regclass::text AS "table"
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
     WHERE c.relkind IN ('r', 'p') AND n.nspname IN ${ours} AND a.grantee <> c.relowner AND a.grantee::regrole::text LIKE 'shelter%' ORDER BY 1`,
  `SELECT format('%s may no longer %s %s.%s', a.grantee::regrole, a.privilege_type, c.oid::regclass, t.attname) AS name,
     format('REVOKE %s (%I) ON %s FROM %s', a.privilege_type, t.attname, c.oid::regclass, a.grantee::regrole) AS sql, c.oid::regclass::text AS "table"
     FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(t.attacl) a
     WHERE n.nspname IN ${ours} AND a.grantee::regrole::text LIKE 'shelter%' ORDER BY 1`,
  `SELECT format('%s may %s %s', r.rolname, p, c.oid::regclass) AS name, format('GRANT %s ON %s TO %I', p, c.oid::regclass, r.rolname) AS sql, c.oid::regclass::text AS "table"
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
       (SELECT oid, rolname FROM pg_roles WHERE rolname IN ('shelter_coordinator', 'shelter_city', 'shelter_manager', 'shelter_admin', 'shelter_gate', 'shelter_job', 'shelter_api')) r,
       unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p
     WHERE c.relkind IN ('r', 'p') AND n.nspname IN ${ours} AND c.relname <> '_prisma_migrations' AND NOT has_table_privilege(r.oid, c.oid, p) ORDER BY 1`,
  `SELECT format('%s may no longer call %s', a.grantee::regrole, p.oid::regprocedure) AS name, format('REVOKE EXECUTE ON FUNCTION %s FROM %s', p.oid::regprocedure, a.grantee::regrole) AS sql, NULL AS "table"
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, aclexplode(p.proacl) a WHERE n.nspname IN ${ours} AND a.grantee <> p.proowner AND a.grantee::regrole::text LIKE 'shelter%' ORDER BY 1`,
  `SELECT format('everybody may call %s', p.oid::regprocedure) AS name, format('GRANT EXECUTE ON FUNCTION %s TO PUBLIC', p.oid::regprocedure) AS sql, NULL AS "table"
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ${ours} AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY 1`,
  `SELECT format('%s runs as whoever calls it', p.oid::regprocedure) AS name, format('ALTER FUNCTION %s SECURITY INVOKER', p.oid::regprocedure) AS sql, NULL AS "table"
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ${ours} AND p.prosecdef ORDER BY 1`,
];

/** All of them, from the catalogue of the database as it is. */
export async function databaseMutants(owner: pg.Pool): Promise<readonly DatabaseMutant[]> {
  const found: DatabaseMutant[] = [];
  for (const question of questions)
    found.push(...(await owner.query<DatabaseMutant>(question)).rows);
  return found;
}
