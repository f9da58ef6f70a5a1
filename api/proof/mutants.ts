import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { changeUrl } from '@shelter-city/prisma/tools/query';
import { apiLogin } from '@shelter-city/prisma/tools/login-role';
import type { Endpoint } from '@shelter-city/contract/endpoint';
import type { Role } from '@shelter-city/contract/vocabulary';
import { keyFileIn } from '../bench/stage.ts';
import { accessMatrixPage } from '../src/access/access-matrix.ts';
import { policy } from '../src/access/policy.ts';
import { needsStepUp } from '../src/access/step-up.ts';
import { Environment } from '../src/config/environment.ts';
import { createApp } from '../src/create-app.ts';
import { openApiDocument } from '../src/openapi/openapi-document.ts';
import { sweptEndpoints } from '../test/factories/sweep-rules.ts';
import { aSweepWorld, malformed } from '../test/factories/sweep-world.ts';
import { signingIn } from '../test/harness/app.ts';
import type { Asker } from '../test/harness/asker.ts';
import { databaseMutants } from './database-mutants.ts';
import { catalogueDiffers, catalogueOf, prepareReach, reachOfAll, type Context } from './database-probe.ts';
import { allOf, type Finding, type Part } from './part.ts';
import type { System } from './stage.ts';

const roles = [
  'COORDINATOR',
  'CITY_PARTNER',
  'MANAGER',
  'ADMIN',
] as const satisfies readonly Role[];

/** Policies, forced tables and rights, each changed in a transaction that is rolled back. */
async function database(system: System, contexts: readonly Context[]): Promise<Finding[]> {
  const mutants = await databaseMutants(system.owner);
  const client = await system.owner.connect();
  const whole = await catalogueOf(client);
  await prepareReach(client);
  const before = new Map<string, string>();
  const unseen: string[] = [];
  let felt = 0;
  for (const { name, sql, table } of mutants) {
    await client.query('BEGIN');
    if (table !== null && !before.has(table))
      before.set(table, await reachOfAll(client, table, contexts));
    await client.query(sql);
    const written = (await catalogueDiffers(client, whole)) || (await forced(client)) > 0;
    const acted =
      table !== null && (await reachOfAll(client, table, contexts)) !== before.get(table);
    await client.query('ROLLBACK');
    if (acted) felt += 1;
    if (!written && !acted) unseen.push(name);
  }
  client.release();
  return [
    allOf(
      'policies, forced tables, rights and functions changed, each noticed',
      mutants.length,
      unseen,
    ),
    {
      what: 'of these, changed what somebody could see, change or delete here',
      figure: felt.toLocaleString('en'),
      violations: felt > 0 ? [] : ['none'],
    },
  ];
}

/** Tables without forced row-level security, for which a spec of its own looks. */
async function forced(client: { query: System['owner']['query'] }): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'vault', 'audit') AND c.relname <> '_prisma_migrations' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
  );
  return rows[0]?.count ?? 0;
}

type Printed = { readonly may: Readonly<Record<Role, boolean>>; readonly fresh: boolean };

const matrixFile = new URL('../../docs/access-matrix.md', import.meta.url);

/** The committed matrix: what the code's own table is held against. */
async function printedMatrix(): Promise<ReadonlyMap<string, Printed>> {
  const page = await readFile(matrixFile, 'utf8');
  return new Map(
    [...page.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(([, action = '', rest = '']) => {
      const [, coordinator, partner, manager, admin, fresh] = rest
        .split('|')
        .map((cell) => cell.trim());
      const may = (cell: string | undefined) => cell !== undefined && cell !== '–';
      return [
        action,
        {
          may: {
            COORDINATOR: may(coordinator),
            CITY_PARTNER: may(partner),
            MANAGER: may(manager),
            ADMIN: may(admin),
          },
          fresh: fresh === 'yes',
        },
      ];
    }),
  );
}

type Refused = (asker: Asker, endpoint: Endpoint) => Promise<string>;
/** The problem that an operation answers, asked for nothing that there is. */
const problemOf: Refused = async (asker, endpoint) => {
  const answer = await asker.call(endpoint, { params: malformed });
  return answer.status < 400 ? '' : (answer.problem.type.split('/').at(-1) ?? '');
};

/** Cells, the step-up and the guard itself, changed in the memory of this process, where an application runs. */
async function access(system: System, cityId: string): Promise<Finding[]> {
  const environment = new Environment({
    DATABASE_URL: changeUrl(system.ownerUrl, { user: apiLogin }),
    KEY_FILE: keyFileIn(system.folder),
    PORT: '0',
    NODE_ENV: 'test',
  });
  const app = await createApp({ environment, logTo: { write: () => undefined } });
  const signedInAs = signingIn(system.owner, app, false);
  const printed = await printedMatrix();
  const by = {
    COORDINATOR: await signedInAs('COORDINATOR', { riskCleared: true }),
    CITY_PARTNER: await signedInAs('CITY_PARTNER', { cityId }),
    MANAGER: await signedInAs('MANAGER'),
    ADMIN: await signedInAs('ADMIN'),
  };
  const endpointOf = new Map(
    sweptEndpoints.map(([, endpoint]) => [endpoint.action, endpoint] as const),
  );
  const agrees = async (role: Role, endpoint: Endpoint) =>
    ((await problemOf(by[role], endpoint)) !== 'not-allowed') ===
    printed.get(endpoint.action)?.may[role];
  const page = await readFile(matrixFile, 'utf8');
  const unseen: string[] = [];
  let cells = 0;
  const cellsOf = policy as Record<string, Partial<Record<Role | 'ANYONE', string>>>;
  for (const [action, endpoint] of endpointOf) {
    const kept = cellsOf[action];
    if (kept === undefined || kept.ANYONE !== undefined || action === 'session:end') continue;
    for (const role of roles) {
      if (!(await agrees(role, endpoint)))
        unseen.push(`${action} for ${role} differs from the printed matrix as it is`);
      const { [role]: cell, ...others } = kept;
      cellsOf[action] = cell === undefined ? { ...others, [role]: 'everywhere' } : others;
      cells += 1;
      // Where a rule behind the policy refuses as well, the spec that holds the policy against the printed page is what notices.
      if ((await agrees(role, endpoint)) && accessMatrixPage() === page)
        unseen.push(`${action} for ${role} ${cell === undefined ? 'added' : 'removed'}`);
      cellsOf[action] = kept;
    }
  }
  const proofs = needsStepUp as Set<Endpoint['action']>;
  const stale = [...proofs];
  // As after eleven minutes: everything that asks for a fresh proof must ask for it now.
  await system.owner.query("UPDATE session SET stepped_up_at = now() - interval '11 minutes'");
  const asks = async (action: Endpoint['action']) => {
    const endpoint = endpointOf.get(action);
    const role = roles.find((one) => printed.get(action)?.may[one]);
    return endpoint && role && (await problemOf(by[role], endpoint)) === 'step-up-needed';
  };
  const careless: string[] = [];
  for (const [action, { fresh }] of printed) {
    const named = action as Endpoint['action'];
    if (fresh && !(await asks(named))) careless.push(`${action} asks for no proof as it is`);
    if (!fresh) continue;
    proofs.delete(named);
    if (await asks(named)) careless.push(`${action} without its proof`);
    proofs.add(named);
  }
  await app.close();
  return [
    allOf(
      'cells of the policy removed or added, each noticed against the printed matrix',
      cells,
      unseen,
    ),
    allOf('fresh proofs no longer asked for, each noticed', stale.length, careless),
  ];
}

/** Reply schemas taken away: the committed document of the API differs. */
async function replies(): Promise<Finding> {
  const committed = JSON.stringify(
    JSON.parse(await readFile(new URL('../contract/openapi.json', import.meta.url), 'utf8')),
  );
  const same = () => JSON.stringify(openApiDocument()) === committed;
  const unseen = same() ? [] : ['the document differs as it is'];
  for (const [key, endpoint] of sweptEndpoints) {
    const open = endpoint as { reply: z.ZodType };
    const kept = open.reply;
    open.reply = z.unknown();
    if (same()) unseen.push(key);
    open.reply = kept;
  }
  return allOf(
    'reply schemas removed, each noticed against the committed document',
    sweptEndpoints.length,
    unseen,
  );
}

/** Everything that protects, removed or widened one by one: something must notice. */
export const mutants: Part = {
  name: 'mutants',
  async run(stage) {
    const system = await stage.system('proof_mutants');
    await aSweepWorld(system);
    const { rows } = await system.owner.query<{
      id: string;
      role: string;
      city_id: string | null;
      risk_cleared: boolean;
    }>(
      'SELECT DISTINCT ON (a.role, a.city_id, a.risk_cleared) a.id, a.role::text, a.city_id, a.risk_cleared FROM account a JOIN session s ON s.account_id = a.id ORDER BY a.role, a.city_id, a.risk_cleared, a.id',
    );
    const roleOf: Readonly<Record<string, string>> = {
      COORDINATOR: 'shelter_coordinator',
      CITY_PARTNER: 'shelter_city',
      MANAGER: 'shelter_manager',
      ADMIN: 'shelter_admin',
    };
    const contexts: Context[] = [
      ...rows.map(({ id, role, city_id, risk_cleared }) => ({
        role: roleOf[role] ?? '',
        accountId: id,
        cityId: city_id ?? '',
        cleared: risk_cleared,
      })),
      ...['shelter_gate', 'shelter_job', 'shelter_api', 'shelter_coordinator'].map((role) => ({
        role,
        accountId: '',
        cityId: '',
        cleared: false,
      })),
    ];
    const cityId = rows.find(({ role }) => role === 'CITY_PARTNER')?.city_id ?? '';
    const findings = [
      ...(await database(system, contexts)),
      ...(await access(system, cityId)),
      await replies(),
    ];
    await system.stop();
    return findings;
  },
};
