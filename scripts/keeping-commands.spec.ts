import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedServer, type EmbeddedServer } from '../prisma/tools/embedded-server.ts';
import { queryOnce } from '../prisma/tools/query.ts';
import { runCommand } from './commands.ts';
import { inProject, node } from './project.ts';

// The commands themselves, as npm runs them: what their parts do has its own specs.

let folder: string;
let server: EmbeddedServer;
const env = (database: string) => ({
  MIGRATION_DATABASE_URL: server.url(database),
  KEY_FILE: path.join(folder, 'keys', 'key-ring.json'),
  ANCHOR_FILE: path.join(folder, 'keys', 'audit-anchors.jsonl'),
  SAMPLE_DATA: 'yes',
  NO_COLOR: '1',
});
/** Runs a command to its end, and answers what it said. */
async function said(command: string, args: readonly string[], database: string): Promise<string> {
  const { code, output } = await runCommand(
    node,
    ['--conditions=source', inProject('scripts', `${command}.ts`), ...args],
    { env: env(database) },
  );
  if (code !== 0) throw new Error(`${command} ended with ${String(code)}:\n${output}`);
  return output;
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shelter-city-commands-'));
  server = await startEmbeddedServer({ dataFolder: path.join(folder, 'postgres'), throwAway: true });
  await queryOnce(server.url('postgres'), 'CREATE DATABASE real');
  await queryOnce(server.url('postgres'), 'CREATE DATABASE restored');
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('backs up, verifies, turns the keys, restores and looks at the log, one command each', async () => {
  await said('db-migrate', [], 'real');
  await said('sample-data', [], 'real');
  expect(await said('audit-verify', [], 'real')).toContain('The audit log is whole');
  const backup = path.join(folder, 'backup');
  expect(await said('backup', [backup], 'real')).toContain('Backed up');
  expect(readdirSync(backup)).toEqual(expect.arrayContaining(['data.archive', 'vault.archive']));
  expect(await said('verify-backup', [backup], 'real')).toContain('The backup is whole');
  expect(await said('keys-rotate', [], 'real')).toContain('The ring has turned');
  expect(await said('restore', [backup], 'restored')).toContain('Restored');
  expect(await said('audit-verify', [], 'restored')).toContain('The audit log is whole');
}, 120_000);
