import type { Shortcoming } from '@shelter-city/prisma/tools/server-check';
import { requestRoles } from '@shelter-city/prisma/tools/login-role';
import { queryOnce } from '@shelter-city/prisma/tools/query';

type Finding = { readonly problem: string; readonly mend: string };

// Every schema that isn't PostgreSQL's own, so that a new one is looked at by itself.
const ours =
  "(SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')";
const ofAnExtension = "EXISTS (SELECT FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e')";

/** Tables, views and functions of the product; each query names what is dangerous and the SQL that mends it. */
const questions: readonly string[] = [
  `SELECT format('Row-level security is not enabled and forced on %I.%I.', n.nspname, c.relname) AS problem,
     format('ALTER TABLE %1$I.%2$I ENABLE ROW LEVEL SECURITY; ALTER TABLE %1$I.%2$I FORCE ROW LEVEL SECURITY;', n.nspname, c.relname) AS mend
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p') AND n.nspname IN ${ours} AND c.relname <> '_prisma_migrations'
     AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
  `SELECT format('%s may read %I.%I, and no row policy says which rows.', r.rolname, n.nspname, c.relname) AS problem,
     format('REVOKE ALL ON %I.%I FROM %I;  -- or write the policy again that was dropped', n.nspname, c.relname, r.rolname) AS mend
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles r ON r.rolname = ANY ($1)
   WHERE c.relkind IN ('r', 'p') AND n.nspname IN ${ours} AND c.relname <> '_prisma_migrations' AND has_any_column_privilege(r.oid, c.oid, 'SELECT')
     AND NOT EXISTS (SELECT FROM pg_policy y WHERE y.polrelid = c.oid AND y.polpermissive AND r.oid = ANY (y.polroles))`,
  `SELECT format('%I.%I shows coordinators whoever is kept from them: its policy not_withheld is gone.', n.nspname, c.relname) AS problem,
     format('REVOKE ALL ON %I.%I FROM shelter_coordinator;  -- or write the policy again that was dropped', n.nspname, c.relname) AS mend
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   JOIN pg_attribute d ON d.attrelid = c.oid AND NOT d.attisdropped AND (d.attname = 'defender_id' OR (d.attname = 'id' AND c.relname = 'defender'))
   WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public' AND has_any_column_privilege('shelter_coordinator', c.oid, 'SELECT')
     AND NOT EXISTS (SELECT FROM pg_policy y WHERE y.polrelid = c.oid AND NOT y.polpermissive AND y.polname = 'not_withheld'
       AND y.polcmd = '*' AND 'shelter_coordinator'::regrole = ANY (y.polroles))`,
  `SELECT format('The row policy %I on %s is for everybody.', y.polname, y.polrelid::regclass) AS problem,
     format('ALTER POLICY %I ON %s TO …;  -- the one role it is meant for', y.polname, y.polrelid::regclass) AS mend
   FROM pg_policy y JOIN pg_class c ON c.oid = y.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname IN ${ours} AND 0 = ANY (y.polroles) AND y.polpermissive`,
  `SELECT format('%s may use %I.%I without taking a role.', g.name, n.nspname, c.relname) AS problem,
     format('REVOKE ALL ON %I.%I FROM %s;', n.nspname, c.relname, g.name) AS mend
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a,
     LATERAL (SELECT CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(a.grantee::regrole::text) END AS name) g
   WHERE n.nspname IN ${ours} AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND (a.grantee = 0 OR a.grantee = session_user::regrole)`,
  `SELECT format('The view %I.%I shows its owner''s rows, whoever asks.', n.nspname, c.relname) AS problem,
     format('ALTER VIEW %I.%I SET (security_invoker = true);', n.nspname, c.relname) AS mend
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname IN ${ours} AND c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)`,
  `SELECT format('The function %s runs as %s, who sees past the row policies.', p.oid::regprocedure, r.rolname) AS problem,
     format('ALTER FUNCTION %s OWNER TO …;  -- the role that the migrations gave it to', p.oid::regprocedure) AS mend
   FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_roles r ON r.oid = p.proowner
   WHERE n.nspname IN ${ours} AND p.prosecdef AND (r.rolsuper OR r.rolbypassrls) AND NOT ${ofAnExtension}`,
  `SELECT format('The function %s belongs to %s, who could rewrite it.', p.oid::regprocedure, r.rolname) AS problem,
     format('ALTER FUNCTION %s OWNER TO …;  -- the owner of the tables', p.oid::regprocedure) AS mend
   FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_roles r ON r.oid = p.proowner
   WHERE n.nspname IN ${ours} AND (r.oid = session_user::regrole OR has_schema_privilege(r.oid, n.oid, 'CREATE') AND r.rolname = ANY ($1))`,
  `SELECT format('The function %s runs as another role in whatever schemas its caller chooses.', p.oid::regprocedure) AS problem,
     format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp;', p.oid::regprocedure, n.nspname) AS mend
   FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
   WHERE n.nspname IN ${ours} AND p.prosecdef AND NOT ${ofAnExtension}
     AND NOT EXISTS (SELECT FROM unnest(p.proconfig) s WHERE s LIKE 'search_path=%')`,
  // A body in standard SQL found its tables when it was made; every other one looks for them each time.
  `SELECT format('The function %s takes a table that its caller made for the session for the real one.', p.oid::regprocedure) AS problem,
     format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp;', p.oid::regprocedure, n.nspname) AS mend
   FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, unnest(p.proconfig) s
   WHERE n.nspname IN ${ours} AND p.prosqlbody IS NULL AND NOT ${ofAnExtension} AND s LIKE 'search_path=%' AND s NOT LIKE '%, pg_temp'`,
  `SELECT format('Everybody may call %s.', p.oid::regprocedure) AS problem,
     format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC;', p.oid::regprocedure) AS mend
   FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
   WHERE n.nspname IN ${ours} AND NOT ${ofAnExtension}
     AND (p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0))`,
  `SELECT format('%s may call %s, which is not the gate''s.', session_user, p.oid::regprocedure) AS problem,
     format('REVOKE EXECUTE ON FUNCTION %s FROM %I;', p.oid::regprocedure, session_user) AS mend
   FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, aclexplode(p.proacl) a
   WHERE n.nspname IN ${ours} AND n.nspname <> 'gate' AND a.grantee = session_user::regrole AND p.proowner <> a.grantee`,
  `SELECT format('%s may take the role %s, which is not one that a request has.', session_user, g.rolname) AS problem,
     format('REVOKE %I FROM %I;', g.rolname, session_user) AS mend
   FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
   WHERE m.member = session_user::regrole AND g.rolname <> ALL ($1)`,
  `SELECT format('%s may make roles, databases or copies of the server.', r.rolname) AS problem,
     format('ALTER ROLE %I NOCREATEROLE NOCREATEDB NOREPLICATION;', r.rolname) AS mend
   FROM pg_roles r WHERE r.rolname = session_user AND (r.rolcreaterole OR r.rolcreatedb OR r.rolreplication)`,
  `SELECT format('%s is a superuser, bypasses row-level security or may log in.', r.rolname) AS problem,
     format('ALTER ROLE %I NOSUPERUSER NOBYPASSRLS NOLOGIN;', r.rolname) AS mend
   FROM pg_roles r WHERE r.rolname = ANY ($1) AND (r.rolsuper OR r.rolbypassrls OR r.rolcanlogin)`,
];

/** Rights in this database with which somebody would see past the policies, however good the code is. */
export async function findDangerousRights(url: string): Promise<readonly Shortcoming[]> {
  const found: Shortcoming[] = [];
  for (const question of questions) {
    const values = question.includes('$1') ? [[...requestRoles]] : [];
    const rows = await queryOnce<Finding>(url, `${question} ORDER BY 1`, values);
    found.push(...rows.map(({ problem, mend }) => ({ problem, sql: mend })));
  }
  return found;
}
