import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import {
  addressFromEnvironment,
  logFile,
  refuseTakenPort,
  spawnApi,
  stopApi,
  untilReady,
} from './api-process.ts';
import { buildAll, generateClient } from './artifacts.ts';
import { stopCommands } from './commands.ts';
import { type ReadyDatabase, openLocalDatabase } from './database.ts';
import { openOwnDatabase } from './own-database.ts';
import { root } from './project.ts';
import { Refusal } from './refusal.ts';
import { leaveDataFolder, noteApi, noteStopping, takeDataFolder } from './run-record.ts';
import { prepareKeyFolder, sampleSignInsOf } from './sample.ts';
import { say, secondsSinceStart, step } from './steps.mjs';

let database: ReadyDatabase | undefined;
let api: ChildProcess | undefined;
let stopping: Promise<never> | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void stop(0));
}
// A reader of our lines that went away is no reason to leave the database behind.
process.stdout.on('error', () => undefined);
// Our parent passes signals on; when it was killed, nobody does.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) void stop(1);
}, 500).unref();

try {
  await start();
} catch (error) {
  if (!stopping) console.error(error instanceof Refusal ? error.message : error);
  await stop(1);
}

async function start(): Promise<void> {
  const address = addressFromEnvironment();
  await takeDataFolder(address.origin);
  await refuseTakenPort(address);
  await prepareKeyFolder();
  const client = generateClient();
  const own = process.env['DATABASE_URL'];
  const opening = (own ? openOwnDatabase(own) : openLocalDatabase(client)).then(
    (opened) => (database = opened),
  );
  const [ready] = await Promise.all([opening, client.then(buildAll)]);
  api = spawnApi(ready.apiUrl, address);
  api.once('exit', (code, signal) => {
    if (!stopping) say(`The API ended by itself (${signal ?? String(code)}).`);
    void stop(1);
  });
  await noteApi(api.pid ?? 0, address.origin);
  await step('API and pages serve', () => (api ? untilReady(api, address) : Promise.resolve()));
  void ready.lost?.then(() => {
    say('The embedded PostgreSQL ended by itself.');
    return stop(1);
  });
  await greet(address.origin, ready.ownerUrl);
}

async function greet(origin: string, ownerUrl: string | undefined): Promise<void> {
  const production = process.env['NODE_ENV'] === 'production';
  const signIns = ownerUrl && !production ? await sampleSignInsOf(ownerUrl) : [];
  say('');
  say(`Shelter City is ready after ${secondsSinceStart().toFixed(1)} s:  ${origin}`);
  if (signIns.length > 0) {
    say('');
    say(
      'Sample accounts of made-up people. The secret goes into an authenticator app, which gives the six digits.',
    );

    for (const { displayName, email, password, totpSecret } of signIns) {
      say(`  ${displayName.padEnd(30)} ${email.padEnd(52)} ${password}   ${totpSecret}`);
    }
  }
  say('');
  say(
    production
      ? 'Ctrl-C stops it.'
      : `The log is in ${path.relative(root, logFile)}. Ctrl-C stops it.`,
  );
}

/** Ends everything in order, those who use before what they use; once, however often it is asked for. */
function stop(code: number): Promise<never> {
  stopping ??= (async () => {
    await noteStopping();
    stopCommands();
    await stopApi(api);
    await database?.stop();
    await leaveDataFolder();
    process.exit(code);
  })();
  return stopping;
}
