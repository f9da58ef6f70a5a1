import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { apiLogin, setApiPassword } from '../prisma/tools/login-role.ts';
import { pendingMigrations } from '../prisma/tools/migrate.ts';
import { changeUrl, queryOnce } from '../prisma/tools/query.ts';
import {
  type Shortcoming,
  checkApiRights,
  checkOwnerRights,
  checkVersion,
} from '../prisma/tools/server-check.ts';
import { type ReadyDatabase, migrate } from './database.ts';
import { Refusal } from './refusal.ts';
import { keyFile, prepareKeyFolder } from './sample.ts';
import { say, step } from './steps.mjs';

/**
 * The database that `DATABASE_URL` names. In production it must be the API's own login, and nothing is changed in
 * it here. Otherwise an owner's login will do: migrations are applied and the API gets its login by itself.
 */
export async function openOwnDatabase(url: string): Promise<ReadyDatabase> {
  const ownerUrl = process.env['MIGRATION_DATABASE_URL'] ?? (isApiLogin(url) ? undefined : url);
  await step('PostgreSQL (DATABASE_URL)', () => refuseUnfit(url, checkVersion));
  if (process.env['NODE_ENV'] !== 'production' && ownerUrl) {
    await migrateAsOwner(ownerUrl);
    const apiUrl = isApiLogin(url) ? url : await withApiLogin(url);
    await refuseUnfit(apiUrl, checkApiRights);
    return { ownerUrl, apiUrl, stop: () => Promise.resolve() };
  }
  await refuseUnfit(url, checkApiRights);
  const pending = await pendingMigrations(url);
  if (pending.length > 0) {
    throw new Refusal(
      `${String(pending.length)} migrations are pending (${pending[0] ?? ''} …). As the owner of the database, run:\n  MIGRATION_DATABASE_URL=postgresql://… npm run db:migrate`,
    );
  }
  return { apiUrl: url, stop: () => Promise.resolve() };
}

/** Checks the owner's rights and applies what is pending. */
export async function migrateAsOwner(ownerUrl: string): Promise<void> {
  await refuseUnfit(ownerUrl, checkVersion);
  if ((await pendingMigrations(ownerUrl)).length > 0) await refuseUnfit(ownerUrl, checkOwnerRights);
  await migrate(ownerUrl);
}

/**
 * Where both URLs are given, the owner's and the API's, the owner gives the API's login its password the first time,
 * so that a new installation needs no SQL by hand.
 */
export async function giveApiItsPassword(ownerUrl: string): Promise<void> {
  const apiUrl = process.env['DATABASE_URL'];
  if (!apiUrl || !isApiLogin(apiUrl)) return;
  const password = decodeURIComponent(new URL(apiUrl).password);
  if (password === '') throw new Refusal('DATABASE_URL has no password for shelter_api.');
  await queryOnce(apiUrl, 'select 1').catch(async () => {
    await setApiPassword(ownerUrl, password);
    say('shelter_api has the password of DATABASE_URL now.');
  });
}

function isApiLogin(url: string): boolean {
  return decodeURIComponent(new URL(url).username) === apiLogin;
}

async function refuseUnfit(
  url: string,
  check: (url: string) => Promise<readonly Shortcoming[]>,
): Promise<void> {
  const found = await reached(url, () => check(url));
  if (found.length === 0) return;
  const lines = found.map(({ problem, sql }) =>
    sql ? `${problem}\n  ${sql.replaceAll('\n', '\n  ')}` : problem,
  );
  throw new Refusal(
    `${lines.join('\n')}${found.some(({ sql }) => sql) ? '\nRun that SQL as a superuser, then start again.' : ''}`,
  );
}

/** Turns a failed connection into one line that holds no password. */
async function reached<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { host, pathname } = new URL(url);
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Refusal(
      `The database${pathname} on ${host} can't be used: ${message || (code ?? 'no answer')}.`,
      { cause: error },
    );
  }
}

/** A password for `shelter_api` on this server, kept beside the keys and set only when the server doesn't know it yet. */
async function withApiLogin(ownerUrl: string): Promise<string> {
  await prepareKeyFolder();
  const { hostname, port } = new URL(ownerUrl);
  const file = path.join(
    path.dirname(keyFile),
    `api-login-${hostname}-${port || '5432'}`.replaceAll(':', '_'),
  );
  let password = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (password === '') {
    password = randomBytes(24).toString('base64url');
    await writeFile(file, `${password}\n`, { mode: 0o600 });
  }
  const apiUrl = changeUrl(ownerUrl, { user: apiLogin, password });
  await queryOnce(apiUrl, 'select 1').catch(() => setApiPassword(ownerUrl, password));
  return apiUrl;
}
