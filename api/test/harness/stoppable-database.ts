import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedServer } from '@shelter-city/prisma/tools/embedded-server';
import { apiLogin, setApiPassword } from '@shelter-city/prisma/tools/login-role';
import { applyMigrations } from '@shelter-city/prisma/tools/migrate';
import { projectMigrations } from '@shelter-city/prisma/tools/migration-source';
import { changeUrl, queryOnce } from '@shelter-city/prisma/tools/query';
import type { TestDatabase } from '@shelter-city/prisma/tools/test-database';

/** A migrated database on a server of its own, which may be stopped and comes back with its data at the same address. */
export type StoppableDatabase = TestDatabase & {
  /** As an administrator does it: whoever is connected is sent away. */
  stop(): Promise<void>;
  start(): Promise<void>;
};

/** Starts it; `drop` ends the server and throws its data away. */
export async function aStoppableDatabase(): Promise<StoppableDatabase> {
  const place = await mkdtemp(path.join(tmpdir(), 'shelter-city-stoppable-'));
  const dataFolder = path.join(place, 'postgres');
  let server = await startEmbeddedServer({ dataFolder });
  const { port } = server;
  const url = server.url('postgres');
  const name = 'stoppable';
  await queryOnce(url, `create database ${name}`);
  const ownerUrl = changeUrl(url, { database: name });
  await applyMigrations(ownerUrl, projectMigrations);
  await setApiPassword(ownerUrl, new URL(url).password);
  return {
    name,
    ownerUrl,
    apiUrl: changeUrl(ownerUrl, { user: apiLogin }),
    stop: () => server.stop(),
    async start() {
      server = await startEmbeddedServer({ dataFolder, port });
    },
    async drop() {
      await server.stop();
      await rm(place, { recursive: true, force: true });
    },
  };
}
