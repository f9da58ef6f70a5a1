import { createInterface } from 'node:readline';
import path from 'node:path';
import { disclosure } from '@shelter-city/contract/disclosure';
import { freePort } from '@shelter-city/prisma/tools/embedded-server';
import { startTestServer, testServerVariable } from '@shelter-city/prisma/tools/test-database';
import { aWalkedStay, arrivesOn, departsOn, leavesOn } from '../factories/walked-stay.ts';
import { startApp } from './app.ts';

// For the story that walks through one stay in a browser: the application with its built pages, on a database and clocks
// that move. A line in moves them (`at 2027-03-04T09:00:00Z`) or lets the coordinator act (`agree`, `grant`); each is
// answered with a line out. Ends with its standard input. Nothing of this is in what is built: the product has one clock.

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const server = await startTestServer();
// eslint-disable-next-line no-restricted-syntax -- The harness says to itself where its server is, as the global set-up does.
process.env[testServerVariable] = server.url;
const port = await freePort();
const origin = `http://localhost:${String(port)}`;
const app = await startApp({
  settings: { PUBLIC_ORIGIN: origin, WEB_ROOT: path.resolve(import.meta.dirname, '../../../web/dist') },
});
try {
  const { world, person, stayId } = await aWalkedStay(app, { name: 'Harbour Town' });
  await app.app.listen(port, '127.0.0.1');
  const { partner, coordinator } = world;
  const [name = '', value = ''] = partner.cookie.split('=');
  say({ origin, cookie: { name, value }, stayId, codeName: person.codeName, arrivesOn, departsOn, leavesOn });
  const acts: Readonly<Record<string, (word: string) => Promise<unknown>>> = {
    at: (moment) => app.moveTo(moment),
    agree: async () => (await coordinator.call(disclosure.agree, { params: person, body: { name: true, contact: true } })).reply,
    grant: async (until) =>
      (
        await coordinator.call(disclosure.grant, {
          params: person,
          body: { stayId, part: 'LEGAL_NAME', until, reason: 'The town hall asks for it' },
        })
      ).reply,
  };
  for await (const line of createInterface({ input: process.stdin })) {
    const [act = '', word = ''] = line.split(' ');
    await acts[act]?.(word);
    say({ done: line });
  }
} finally {
  await app.stop();
  await server.stop();
}
process.exit(0);
