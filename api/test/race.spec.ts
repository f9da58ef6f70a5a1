import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problemDetails, type ProblemDetails } from '@shelter-city/contract/problem';
import { stayView } from '@shelter-city/contract/stays';
import { addDays, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { keyRingOfFile } from '@shelter-city/vault/key-ring';
import { cloneDatabase, type TestDatabase } from '@shelter-city/prisma/tools/test-database';
import type pg from 'pg';
import { sessionCookie } from '../src/access/session-cookie.ts';
import { Clock } from '../src/config/clock.ts';
import { anAccount } from './factories/account.ts';
import { aCityWithAPlace, confirmedCapacity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { insert } from './factories/insert.ts';
import { startApiProcess, type ApiProcess } from './harness/api-process.ts';
import { ownerPool } from './harness/owner-pool.ts';

const rounds = 30;
const racers = 20;
const today = new Clock().today();

let database: TestDatabase;
let owner: pg.Pool;
let apis: ApiProcess[] = [];
let cookies: string[];
const folder = mkdtempSync(path.join(tmpdir(), 'shelter-city-race-'));

beforeAll(async () => {
  database = await cloneDatabase();
  owner = ownerPool(database.ownerUrl, { max: 4 });
  const keyFile = path.join(folder, 'keys.json');
  // Two processes that start at once must not both make the ring.
  keyRingOfFile(keyFile);
  apis = await Promise.all([0, 1].map(() => startApiProcess({ databaseUrl: database.apiUrl, keyFile })));
  cookies = await Promise.all(Array.from({ length: racers }, openSession));
}, 120_000);
afterAll(async () => {
  await Promise.all(apis.map((api) => api.stop()));
  await owner.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** The cookie of a coordinator who is signed in. */
async function openSession(): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = `${addDays(today, 2)}T00:00:00Z`;
  await insert(owner, 'session', { accountId: await anAccount(owner), tokenHash: createHash('sha256').update(token).digest(), device: 'race', expiresAt });
  return `${sessionCookie(false)}=${token}`;
}

type Race = { readonly placeId: string; readonly codes: readonly string[]; readonly arrivesOn: CalendarDate; readonly departsOn: CalendarDate };

/** One place, and as many people for it as there are coordinators. Their nights differ, but all of them share some. */
async function aRace(round: number): Promise<Race> {
  const { cityId, placeId } = await aCityWithAPlace(owner);
  const partner = await anAccount(owner, { role: 'CITY_PARTNER', cityId });
  await confirmedCapacity(owner, { cityId, placeId, opensOn: today, closesOn: addDays(today, 365), confirmedById: partner });
  const codes = [];
  for (let racer = 0; racer < racers; racer += 1) codes.push((await aDefender(owner)).code);
  return { placeId, codes, arrivesOn: addDays(today, 20 + round), departsOn: addDays(today, 80 + round) };
}

async function propose({ placeId, codes, arrivesOn, departsOn }: Race, racer: number) {
  const { origin } = apis[racer % apis.length]!;
  const answer = await fetch(`${origin}/api/proposals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', origin, cookie: cookies[racer]!, 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({
      code: codes[racer], placeId, arrivesOn: addDays(arrivesOn, racer % 7), departsOn: addDays(departsOn, -(racer % 5)),
      why: `Racer ${String(racer)} thinks this place fits best.`, holdUntil: addDays(today, 7),
    }),
  });
  return { status: answer.status, body: await answer.json() };
}

const written = (day: string) => new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

test(`of ${String(racers)} coordinators at two processes exactly one gets the last place, ${String(rounds)} times`, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const race = await aRace(round);
    const answers = await Promise.all(Array.from({ length: racers }, (_, racer) => propose(race, racer)));
    const counts = Object.entries(Object.groupBy(answers, ({ status }) => String(status))).map(([status, those]) => [status, those?.length]);
    expect(counts).toEqual([['200', 1], ['409', racers - 1]]);

    const won = stayView.parse(answers.find(({ status }) => status === 200)?.body);
    const { rows } = await owner.query<{ id: string }>(`SELECT id FROM stay WHERE place_id = $1`, [race.placeId]);
    expect(rows).toEqual([{ id: won.id }]);
    const refusals: ProblemDetails[] = answers.filter(({ status }) => status === 409).map(({ body }) => problemDetails.parse(body));
    for (const { type, detail } of refusals) {
      expect({ type, detail }).toEqual({
        type: '/problems/place-taken',
        detail: `The place is taken from ${written(won.planned.from)} to ${written(won.planned.until)}.`,
      });
    }
  }
  // The statistics arrive within a second of the end of a transaction.
  await pause(1_500);
  const { rows } = await owner.query('SELECT deadlocks::int AS deadlocks FROM pg_stat_database WHERE datname = current_database()');
  expect(rows).toEqual([{ deadlocks: 0 }]);
  const { rows: events } = await owner.query(`SELECT count(*)::int AS told FROM event WHERE verb = 'stay:propose'`);
  expect(events).toEqual([{ told: rounds }]);
}, 120_000);
