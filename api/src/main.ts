import { refuseIncompleteRoutes } from './access/complete-routes.ts';
import { environmentOfProcess, WrongSettings } from './config/environment.ts';
import { findKeyFileDangers } from './config/key-file.ts';
import { createApp } from './create-app.ts';
import { TimedWork } from './jobs/timed-work.ts';
import { refuseSampleAccounts, refuseUnfitDatabase, StartRefusal } from './persistence/fit-database.ts';
import { sqlStateOf } from './persistence/retry.ts';

/** How long answers under way may take once somebody asked us to stop. */
const patienceAtTheEnd = 8_000;

// Prisma 7 reads related rows at once on one connection, of which pg 8 warns; neither is ours to change.
process.noDeprecation = true;

try {
  const environment = environmentOfProcess();
  const keyFileDangers = findKeyFileDangers(environment);
  if (keyFileDangers.length > 0) throw new StartRefusal(keyFileDangers.join('\n'));
  await refuseUnfitDatabase(environment.databaseUrl);
  if (!environment.sampleAccountsAllowed) await refuseSampleAccounts(environment.databaseUrl);
  const app = await createApp({ environment });
  refuseIncompleteRoutes(app);
  await app.listen(environment.port, environment.host);
  app.get(TimedWork, { strict: false }).start();
  const stop = () => {
    setTimeout(() => {
      app.getHttpAdapter().getInstance().server.closeAllConnections();
    }, patienceAtTheEnd).unref();
    void app.close().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
} catch (error) {
  process.stderr.write(`${whyNot(error)}\n`);
  process.exit(1);
}

/** One clear line where we know what to do, and never a value that was set. */
function whyNot(error: unknown): string {
  if (error instanceof StartRefusal || error instanceof WrongSettings) return error.message;
  if (!(error instanceof Error)) return 'The API could not start.';
  const code = sqlStateOf(error);
  if (code === 'EADDRINUSE')
    return 'The port is taken by another program. Choose another with PORT.';
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'No database answers at DATABASE_URL.';
  if (code === '28P01' || code === '28000')
    return 'The database refuses the login of DATABASE_URL.';
  return `The API could not start: ${error.name}${code === null ? '' : ` ${code}`}\n${(
    error.stack ?? ''
  )
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')}`;
}
