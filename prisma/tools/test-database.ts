import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedServer } from './embedded-server.ts';
import { apiLogin, setApiPassword } from './login-role.ts';
import { applyMigrations } from './migrate.ts';
import { type MigrationSource, projectMigrations } from './migration-source.ts';
import { isAlive } from './processes.ts';
import { changeUrl, queryOnce } from './query.ts';

/** A throw-away server that holds a migrated, empty template database. */
export interface TestServer {
  /** Superuser's URL: what `cloneDatabase` wants, in this process or, through `testServerVariable`, in another. */
  readonly url: string;
  /** Ends the server; its databases and files go with it. */
  stop(): Promise<void>;
}

/** A migrated database of one's own. */
export interface TestDatabase {
  readonly name: string;
  /** The superuser's URL: bypasses every policy; for arranging and looking behind. */
  readonly ownerUrl: string;
  /** The URL of the API's login `shelter_api`. */
  readonly apiUrl: string;
  /** Drops it now, connections or not; otherwise it goes with its server. */
  drop(): Promise<void>;
}

/** The environment variable that carries a test server's URL to worker processes. */
export const testServerVariable = 'SHELTER_TEST_SERVER';

const template = 'shelter_template';
const folderPrefix = 'shelter-city-test-';

/** Starts a throw-away server on a free port and migrates its template: about two seconds, once per run. */
export async function startTestServer(
  source: MigrationSource = projectMigrations,
): Promise<TestServer> {
  await removeAbandonedFolders();
  const place = await mkdtemp(path.join(tmpdir(), `${folderPrefix}${String(process.pid)}-`));
  const server = await startEmbeddedServer({
    dataFolder: path.join(place, 'postgres'),
    throwAway: true,
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(place, { recursive: true, force: true });
  };
  try {
    const url = server.url('postgres');
    await queryOnce(url, `create database ${template}`);
    const templateUrl = changeUrl(url, { database: template });
    await applyMigrations(templateUrl, source);
    await setApiPassword(templateUrl, new URL(url).password);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Copies the template: a fraction of a second. Without a URL it takes the server of this Jest run. */
export async function cloneDatabase(serverUrl = urlFromEnvironment()): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await queryOnce(serverUrl, `create database ${name} template ${template} strategy file_copy`);
  const ownerUrl = changeUrl(serverUrl, { database: name });
  return {
    name,
    ownerUrl,
    apiUrl: changeUrl(ownerUrl, { user: apiLogin }),
    async drop() {
      await queryOnce(serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

function urlFromEnvironment(): string {
  const url = process.env[testServerVariable];
  if (url) return url;
  throw new Error(
    `No test server runs: ${testServerVariable} isn't set. Jest's global set-up starts one.`,
  );
}

/** Folders of runs that were killed: their names hold the number of a process that is gone. */
async function removeAbandonedFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (
      !name.startsWith(folderPrefix) ||
      isAlive(Number.parseInt(name.slice(folderPrefix.length), 10))
    )
      continue;
    // Another user's folder stays: that user's next run removes it.
    await rm(path.join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}
