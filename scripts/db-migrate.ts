import { pendingMigrations } from '../prisma/tools/migrate.ts';
import { localOwnerUrl, startLocalServer } from './database.ts';
import { migrateAsOwner } from './own-database.ts';
import { main } from './refusal.ts';
import { say } from './steps.mjs';

/** Applies the pending migrations, as the owner: of the database in the environment, else of the local one. */
await main(async () => {
  const named = process.env['MIGRATION_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  const server = named ? undefined : await startLocalServer('reuse');
  try {
    const ownerUrl = named ?? (server ? localOwnerUrl(server) : '');
    await migrateAsOwner(ownerUrl);
    const pending = await pendingMigrations(ownerUrl);
    say(
      pending.length === 0
        ? 'The database has every migration.'
        : `Still pending: ${pending.join(', ')}`,
    );
    return pending.length;
  } finally {
    await server?.stop();
  }
});
