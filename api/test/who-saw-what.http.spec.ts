import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cityHome } from '@shelter-city/contract/city-home';
import { defenders } from '@shelter-city/contract/defenders';
import type { Endpoint } from '@shelter-city/contract/endpoint';
import { endpointGroups } from '@shelter-city/contract/endpoints';
import { riskNotes } from '@shelter-city/contract/risk-notes';
import { withholding } from '@shelter-city/contract/withholding';
import { cities } from '@shelter-city/contract/cities';
import { reachOf } from '../src/access/policy.ts';
import { aDefender } from './factories/defender.ts';
import { aPlacementWorld, type PlacementWorld } from './factories/placement.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let app: TestApp;
let world: PlacementWorld;
let person: { readonly id: string; readonly code: string };
let stayId: string;

beforeAll(async () => {
  app = await startApp();
  world = await aPlacementWorld(app);
  person = await aDefender(app.owner);
  const { placeId, city, day } = world;
  stayId = await aStay(app.owner, { defenderId: person.id, placeId, cityId: city.id, status: 'CONFIRMED', arrivesOn: day(20), departsOn: day(60) });
});
afterAll(async () => {
  await app.stop();
});

/** The newest row of somebody's. */
const lastRowOf = async ({ accountId }: SignedIn) =>
  (await app.owner.query<{ seq: string; action: string; defender_id: string | null; result: string; reason: string | null }>(
    'SELECT seq::text, action, defender_id, result, reason FROM audit.log WHERE actor_id = $1 ORDER BY log.seq DESC LIMIT 1', [accountId],
  )).rows[0];

/** The log itself is shown with the page of who may see what, whose reading is the row; a plan's own spec looks at its people. */
const isElsewhere = ({ path }: Endpoint) => path === '/defenders/:code/accesses' || path.startsWith('/plans/');
const reads = Object.values(endpointGroups).flatMap((group: Readonly<Record<string, Endpoint>>) => Object.values(group)).filter(
  (endpoint) => endpoint.method === 'GET' && /:(code|stayId)\b/.test(endpoint.path) && !isElsewhere(endpoint),
);

/** What a question about a case must be given besides whose it is. */
const queryOf = (path: string) =>
  path.endsWith('/placeability') ? { from: world.day(100), until: world.day(120), nights: '30' } : {};

describe('whoever reads something of one case stands in its log', () => {
  test.each(reads.map((endpoint) => [endpoint.path, endpoint] as const))('%s', async (path, endpoint) => {
    const asker = reachOf('COORDINATOR', endpoint.action) === null ? world.partner : world.cleared;
    const before = await lastRowOf(asker);
    const params = { code: person.code, stayId };
    expect((await asker.call(endpoint, { params, query: queryOf(path) })).status).toBe(200);
    const row = await lastRowOf(asker);
    expect(row?.seq).not.toBe(before?.seq);
    expect(row).toMatchObject({ defender_id: person.id, result: 'DONE' });
  });

  test('a city’s own page too: each guest once an hour, though the page asks every minute', async () => {
    const { partner } = world;
    const rows = async () =>
      (await app.owner.query<{ object_id: string }>("SELECT object_id FROM audit.log WHERE actor_id = $1 AND action = 'city-home:read' AND defender_id = $2", [partner.accountId, person.id])).rows;
    await partner.call(cityHome.show);
    await partner.call(cityHome.show);
    expect(await rows()).toEqual([{ object_id: stayId }]);
    const second = await app.signedInAs('CITY_PARTNER', { cityId: world.city.id });
    await second.call(cityHome.show);
    expect(await lastRowOf(second)).toMatchObject({ action: 'city-home:read', defender_id: person.id });
  });
});

describe('whoever tries to open what isn’t there for them stands in the log', () => {
  test('whether it never was or is kept from them', async () => {
    const named = await app.signedInAs('COORDINATOR', { riskCleared: true });
    await world.cleared.call(withholding.add, { params: person, body: { from: { kind: 'ACCOUNT', accountId: named.accountId }, why: 'A cousin of an official.' } });
    const reason = 'To see whether it opens';
    const tries = [
      [defenders.reveal, { params: person, body: { compartment: 'IDENTITY', reason } }],
      [defenders.reveal, { params: { code: 'amber-heron' }, body: { compartment: 'IDENTITY', reason } }],
      [riskNotes.reveal, { params: { noteId: randomUUID() }, body: { reason } }],
      [withholding.reveal, { params: person, body: { reason } }],
      [cities.revealAddress, { params: { placeId: randomUUID() }, body: { reason } }],
    ] as const;
    for (const [endpoint, input] of tries) {
      const before = await lastRowOf(named);
      expect((await named.call(endpoint, input)).status).toBe(404);
      const row = await lastRowOf(named);
      expect(row?.seq).not.toBe(before?.seq);
      expect(row).toMatchObject({ action: endpoint.action, result: 'REFUSED', reason: 'not-found', defender_id: null });
    }
  });

  test('once for each try', async () => {
    const asker = await app.signedInAs('CITY_PARTNER', { cityId: world.city.id });
    expect((await asker.call(cityHome.reveal, { params: { stayId: randomUUID() }, body: { part: 'KNOWN_AS', reason: 'For the welcome' } })).status).toBe(404);
    const { rows } = await app.owner.query("SELECT action, result FROM audit.log WHERE actor_id = $1 AND result = 'REFUSED'", [asker.accountId]);
    expect(rows).toEqual([{ action: 'city-stay:reveal', result: 'REFUSED' }]);
  });
});
