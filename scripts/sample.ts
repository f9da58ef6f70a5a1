import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type SampleSignIn, sampleSignIns } from '../prisma/seed/sign-ins.ts';
import { firstFilledTable } from '../prisma/tools/emptiness.ts';
import { queryOnce } from '../prisma/tools/query.ts';
import { mustRun } from './commands.ts';
import { dataFolder, inProject, node } from './project.ts';

/** Where the keys that open sealed fields lie, unless `KEY_FILE` names another place. */
export const keyFile = process.env['KEY_FILE'] ?? path.join(dataFolder, 'keys', 'key-ring.json');

/** Makes the folder of the key file; the file itself is made, with mode 600, by whoever needs a key first. */
export async function prepareKeyFolder(): Promise<void> {
  await mkdir(path.dirname(keyFile), { recursive: true, mode: 0o700 });
}

/** Fills an empty, migrated database with synthetic people and accounts, in a process of its own. */
export async function loadSampleData(
  ownerUrl: string,
  onOutput: (text: string) => void,
): Promise<void> {
  const filled = await firstFilledTable(ownerUrl);
  if (filled)
    throw new Error(`Sample data go into an empty database only: ${filled} has held rows.`);
  await prepareKeyFolder();
  await mustRun(node, ['--conditions=source', inProject('prisma', 'seed', 'main.ts')], {
    env: {
      OWNER_URL: ownerUrl,
      KEY_FILE: keyFile,
      TODAY: Temporal.Now.plainDateISO('Europe/Amsterdam').toString(),
    },
    onOutput,
  });
}

/** The sample accounts that are in this database: none where the data aren't the sample data. */
export async function sampleSignInsOf(ownerUrl: string): Promise<readonly SampleSignIn[]> {
  const rows = await queryOnce<{ readonly email: string }>(
    ownerUrl,
    'select email from public.account where email = any($1)',
    [sampleSignIns.map(({ email }) => email)],
  );
  const there = new Set(rows.map(({ email }) => email));
  return sampleSignIns.filter(({ email }) => there.has(email));
}
