import { diagnoseMigrations } from '../prisma/tools/migrate.ts';
import { localOwnerUrl, startLocalServer } from './database.ts';
import { giveApiItsPassword, migrateAsOwner } from './own-database.ts';
import { Refusal, main } from './refusal.ts';
import { say } from './steps.mjs';

/** Applies the pending migrations, as the owner: of the database in the environment, else of the local one. */
await main(async () => {
  const named = process.env['MIGRATION_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  const server = named ? undefined : await startLocalServer('reuse');
  try {
    const ownerUrl = named ?? (server ? localOwnerUrl(server) : '');
    await migrateAsOwner(ownerUrl);
    if (named) await giveApiItsPassword(ownerUrl);
    const { history } = await diagnoseMigrations(ownerUrl);
    if (history && 'unpersistedMigrationNames' in history) {
      throw new Refusal(
        `The database is newer than this version: it has had ${history.unpersistedMigrationNames.join(', ')}.`,
      );
    }
    say('The database has every migration.');
    return 0;
  } finally {
    await server?.stop();
  }
});
