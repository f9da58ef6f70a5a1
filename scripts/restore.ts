import { keyRingOfFile } from '../api/vault/src/key-ring.ts';
import { restore, RestoreRefusal } from '../prisma/keeping/restore.ts';
import { backupFromArguments } from './backup-arguments.ts';
import { makeLocalDatabase, startLocalServer } from './database.ts';
import { main, Refusal } from './refusal.ts';
import { keyFile } from './sample.ts';
import { say } from './steps.mjs';

/** Puts a backup into an empty database: the one in the environment, else the local one, which is made for it. */
await main(async () => {
  const files = backupFromArguments('restore');
  const named = process.env['MIGRATION_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  const server = named ? undefined : await startLocalServer('reuse');
  try {
    const ownerUrl = named ?? (server ? await makeLocalDatabase(server) : '');
    const manifests = await restore(ownerUrl, files, keyRingOfFile(keyFile));
    const rows = manifests.flatMap(({ tables }) => tables).reduce((sum, one) => sum + one.rows, 0);
    say(
      `Restored: ${String(rows)} rows of ${manifests[0]?.takenAt ?? ''}. Later migrations: npm run db:migrate`,
    );
    return 0;
  } catch (error) {
    throw error instanceof RestoreRefusal ? new Refusal(error.message, { cause: error }) : error;
  } finally {
    await server?.stop();
  }
});
