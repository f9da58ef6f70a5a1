import { localOwnerUrl, startLocalServer } from './database.ts';

/** Gives `work` the owner's URL: of the database in the environment, else of the local one, whose server is started for it. */
export async function withOwnerUrl<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const named = process.env['MIGRATION_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  if (named) return work(named);
  const server = await startLocalServer('reuse');
  try {
    return await work(localOwnerUrl(server));
  } finally {
    await server.stop();
  }
}
