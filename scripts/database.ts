import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type EmbeddedServer, startEmbeddedServer } from '../prisma/tools/embedded-server.ts';
import { apiLogin, setApiPassword } from '../prisma/tools/login-role.ts';
import { applyMigrations, pendingMigrations } from '../prisma/tools/migrate.ts';
import { changeUrl, queryOnce } from '../prisma/tools/query.ts';
import { dataFolder } from './project.ts';
import { loadSampleData } from './sample.ts';
import { step } from './steps.mjs';

/** A migrated database that the API can log in to. */
export interface ReadyDatabase {
  /** Owner's URL; absent where only the API's login is known. */
  readonly ownerUrl?: string;
  readonly apiUrl: string;
  /** Settles when the embedded server ends without having been asked to. */
  readonly lost?: Promise<void>;
  stop(): Promise<void>;
}

const database = 'shelter_city';
const unfinished = 'shelter_city_unfinished';

/** Starts the embedded server of the data folder, or joins the one that runs there already. */
export function startLocalServer(ifRunning: 'replace' | 'reuse'): Promise<EmbeddedServer> {
  return startEmbeddedServer({ dataFolder: path.join(dataFolder, 'postgres'), ifRunning });
}

/** The embedded database, migrated; `clientIsReady` is awaited before sample data are loaded on the first run. */
export async function openLocalDatabase(clientIsReady: Promise<void>): Promise<ReadyDatabase> {
  const server = await step('PostgreSQL 18 (embedded)', () => startLocalServer('replace'));
  try {
    const ownerUrl = server.url(database);
    if (await exists(server, database)) await migrate(ownerUrl);
    else await makeWithSampleData(server, clientIsReady);
    const password = randomBytes(24).toString('base64url');
    await setApiPassword(ownerUrl, password);
    const apiUrl = changeUrl(ownerUrl, { user: apiLogin, password });
    return { ownerUrl, apiUrl, lost: server.lost, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The owner's URL of the local database on a server that runs; it must have been made by `npm start`. */
export function localOwnerUrl(server: EmbeddedServer): string {
  return server.url(database);
}

/** The local database's owner's URL, made empty when it isn't there. */
export async function makeLocalDatabase(server: EmbeddedServer): Promise<string> {
  if (!(await exists(server, database)))
    await queryOnce(server.url('postgres'), `create database ${database}`);
  return server.url(database);
}

/** Made under another name and renamed at the end: a killed first start leaves nothing that looks finished. */
async function makeWithSampleData(
  server: EmbeddedServer,
  clientIsReady: Promise<void>,
): Promise<void> {
  const admin = server.url('postgres');
  await queryOnce(admin, `drop database if exists ${unfinished} with (force)`);
  await queryOnce(admin, `create database ${unfinished}`);
  const ownerUrl = server.url(unfinished);
  await migrate(ownerUrl);
  if (process.env['SAMPLE_DATA'] !== 'off') {
    await clientIsReady;
    await step('Sample data', (progress) => loadSampleData(ownerUrl, progress));
  }
  await queryOnce(admin, `alter database ${unfinished} rename to ${database}`);
}

async function exists(server: EmbeddedServer, name: string): Promise<boolean> {
  const rows = await queryOnce(
    server.url('postgres'),
    'select from pg_database where datname = $1',
    [name],
  );
  return rows.length > 0;
}

/** Applies what is pending, as a step when there is something. */
export async function migrate(ownerUrl: string): Promise<void> {
  const pending = await pendingMigrations(ownerUrl);
  if (pending.length === 0) return;
  await step('Migrations', async () => {
    const applied = await applyMigrations(ownerUrl);
    return `${String(applied.length)} applied`;
  });
}
