import { startTestServer, testServerVariable } from '../../../prisma/tools/test-database.ts';

/** One throw-away PostgreSQL with a migrated template for the whole run; each spec clones its own database from it. */
export default async function setUp() {
  const server = await startTestServer();
  process.env[testServerVariable] = server.url;
  globalThis.shelterTestServer = server;
}
