import { generateClient } from './artifacts.ts';
import { localOwnerUrl, startLocalServer } from './database.ts';
import { migrateAsOwner } from './own-database.ts';
import { Refusal, main } from './refusal.ts';
import { loadSampleData } from './sample.ts';
import { say, step } from './steps.mjs';
import { firstFilledTable } from '../prisma/tools/emptiness.ts';

/** Loads the sample data into an empty database: the one in the environment, else the local one. */
await main(async () => {
  const named = process.env['MIGRATION_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  const server = named ? undefined : await startLocalServer('reuse');
  try {
    const ownerUrl = named ?? (server ? localOwnerUrl(server) : '');
    await generateClient();
    await migrateAsOwner(ownerUrl);
    const filled = await firstFilledTable(ownerUrl);
    if (filled)
      throw new Refusal(`Sample data go into an empty database only, and ${filled} has held rows.`);
    await step('Sample data', (progress) => loadSampleData(ownerUrl, progress));
    say('The sample data are in. `npm start` shows the accounts.');
    return 0;
  } finally {
    await server?.stop();
  }
});
