import pg from 'pg';
import { apiLogin, requestRoles } from './login-role.ts';
import { withClient } from './query.ts';

/** What keeps a server or a login from being used, and the SQL that mends it when SQL can. */
export interface Shortcoming {
  readonly problem: string;
  readonly sql?: string;
}

/** Temporal keys and `without overlaps` came with this version. */
const oldestVersion = 18;

/** Looks whether the server is new enough. */
export async function checkVersion(url: string): Promise<readonly Shortcoming[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ readonly server_version: string }>('show server_version');
    const version = rows[0]?.server_version ?? '';
    if (Number.parseInt(version, 10) >= oldestVersion) return [];
    return [
      {
        problem: `The server is PostgreSQL ${version}; Shelter City needs ${String(oldestVersion)} or newer.`,
      },
    ];
  });
}

interface OwnerRights {
  readonly login: string;
  readonly database: string;
  readonly superuser: boolean;
  readonly may_make_roles: boolean;
  readonly may_create: boolean;
  readonly may_create_in_public: boolean;
  readonly foreign_role: string | null;
}

/** Looks whether this login may apply the migrations: make roles, schemas, tables and the trusted extensions. */
export async function checkOwnerRights(url: string): Promise<readonly Shortcoming[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<OwnerRights>(
      `select current_user as login, current_database() as database, r.rolsuper as superuser,
              r.rolsuper or r.rolcreaterole as may_make_roles,
              has_database_privilege(current_database(), 'create') as may_create,
              coalesce(has_schema_privilege(to_regnamespace('public')::oid, 'create'), true) as may_create_in_public,
              (select o.rolname from pg_roles o where o.rolname = $1 and not r.rolsuper
                 and not exists (select from pg_auth_members m where m.roleid = o.oid and m.member = r.oid and m.admin_option)
              ) as foreign_role
         from pg_roles r where r.rolname = current_user`,
      [apiLogin],
    );
    const found = rows[0];
    if (!found) return [];
    const login = pg.escapeIdentifier(found.login);
    const database = pg.escapeIdentifier(found.database);
    return [
      ...unless(
        found.may_make_roles,
        `${found.login} may not make roles.`,
        `ALTER ROLE ${login} CREATEROLE;`,
      ),
      ...unless(
        found.may_create,
        `${found.login} may not make schemas and extensions in ${found.database}.`,
        `GRANT CREATE ON DATABASE ${database} TO ${login};`,
      ),
      ...unless(
        found.may_create_in_public,
        `${found.login} may not make tables in the schema public.`,
        `GRANT USAGE, CREATE ON SCHEMA public TO ${login};`,
      ),
      ...unless(
        found.foreign_role === null,
        `The role ${apiLogin} exists already and ${found.login} may not administer it.`,
        [apiLogin, ...requestRoles]
          .map((role) => `GRANT ${role} TO ${login} WITH ADMIN OPTION;`)
          .join('\n'),
      ),
    ];
  });
}

interface LoginRights {
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly inherits: boolean;
  readonly owns: boolean;
  readonly missing: readonly string[];
}

/** Looks whether a login is fit for the API: it may take the request roles, and nothing by itself. */
export async function checkApiRights(url: string): Promise<readonly Shortcoming[]> {
  return withClient(url, async (client) => {
    const name = client.user ?? '';
    const { rows } = await client.query<LoginRights>(
      `select r.rolsuper as superuser, r.rolbypassrls as bypasses, r.rolinherit as inherits,
              exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) as owns,
              array(select wanted from unnest($1::text[]) wanted
                     where not exists (select from pg_roles g where g.rolname = wanted)
                        or not pg_has_role(r.oid, (select oid from pg_roles g where g.rolname = wanted), 'SET')) as missing
         from pg_roles r where r.rolname = session_user`,
      [requestRoles],
    );
    const found = rows[0];
    if (!found) return [];
    const login = pg.escapeIdentifier(name);
    const mine = !found.superuser && !found.bypasses && !found.owns;
    return [
      ...unless(
        mine,
        `${name} is a superuser, owns tables or bypasses row-level security: the API must log in as ${apiLogin}.`,
        `ALTER ROLE ${apiLogin} PASSWORD '…';  -- then DATABASE_URL=postgresql://${apiLogin}:…@…`,
      ),
      ...unless(
        !mine || !found.inherits,
        `${name} inherits rights.`,
        `ALTER ROLE ${login} NOINHERIT;`,
      ),
      ...(mine ? found.missing : []).map((role) => ({
        problem: `${name} may not take the role ${role}.`,
        sql: `GRANT ${role} TO ${login} WITH INHERIT FALSE, SET TRUE;`,
      })),
    ];
  });
}

function unless(fine: boolean, problem: string, sql: string): readonly Shortcoming[] {
  return fine ? [] : [{ problem, sql }];
}
