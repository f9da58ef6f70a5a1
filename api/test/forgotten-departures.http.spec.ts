import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cityHome } from '@shelter-city/contract/city-home';
import { contact } from '@shelter-city/contract/contact';
import { defenders } from '@shelter-city/contract/defenders';
import { disclosure } from '@shelter-city/contract/disclosure';
import { publicity } from '@shelter-city/contract/publicity';
import { stays } from '@shelter-city/contract/stays';
import { addDays, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { cityParts } from '@shelter-city/domain/disclosure/city-parts';
import { aDefender } from './factories/defender.ts';
import { aPlacementWorld, type PlacementWorld } from './factories/placement.ts';
import { aContact, anIdentity } from './factories/profile.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type TestApp } from './harness/app.ts';

const arrivesOn = '2027-05-13' as CalendarDate;
const departsOn = '2027-07-11' as CalendarDate;

let app: TestApp;
let world: PlacementWorld;
let person: { readonly id: string; readonly code: string };
let stayId: string;

beforeAll(async () => {
  app = await startApp();
  await app.moveTo(`${arrivesOn}T12:00:00Z`);
  world = await aPlacementWorld(app);
});
afterAll(async () => {
  await app.stop();
});
beforeEach(async () => {
  await app.moveTo(`${arrivesOn}T12:00:00Z`);
  await app.owner.query('DELETE FROM disclosure_grant');
  await app.owner.query('DELETE FROM stay');
  person = await aDefender(app.owner, { sharesName: true, sharesContact: true });
  const { coordinator } = world;
  await coordinator.call(defenders.seal, { params: person, body: { version: 0, sealed: { compartment: 'IDENTITY', content: anIdentity() } } });
  await coordinator.call(defenders.seal, { params: person, body: { version: 0, sealed: { compartment: 'CONTACT', content: { ...aContact(), doNotContactDirectly: false } } } });
  const rule = { notDirectly: false, hasGoBetween: false, allowed: ['SIGNAL' as const], never: [], hoursFrom: null, hoursUntil: null };
  await coordinator.call(contact.write, { params: person, body: { version: 0, rule } });
});

/** A stay that has a city's yes, and of which nobody ever says that it is over. */
const standing = async (status: 'CONFIRMED' | 'TRAVELLING' | 'IN_STAY') => {
  stayId = await aStay(app.owner, { defenderId: person.id, placeId: world.placeId, cityId: world.city.id, status, arrivesOn, departsOn });
};
const ask = async () => {
  const { partner } = world;
  const params = { stayId };
  const reveals = await Promise.all(cityParts.map(async (part) => (await partner.call(cityHome.reveal, { params, body: { part, reason: 'For the welcome' } })).status));
  const reads = await Promise.all([cityHome.stay, publicity.cityCard, contact.ofGuest].map(async (endpoint) => (await partner.call(endpoint, { params })).status));
  const { guests, past } = (await partner.call(cityHome.show)).reply;
  return { reveals: reveals.filter((status) => status === 200).length, reads, listed: guests.length + past.length };
};
/** Rows that the city's own role finds in the database itself. */
async function inTheDatabase() {
  const client = await app.owner.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.account_id', $1, true), set_config('app.city_id', $2, true), set_config('role', 'shelter_city', true)", [
      world.partner.accountId, world.city.id,
    ]);
    const { rows } = await client.query<{ rows: string }>(`SELECT (SELECT count(*) FROM days_of_own_stays()) + (SELECT count(*) FROM stay)
      + (SELECT count(*) FROM defender) + (SELECT count(*) FROM sealed_compartment) + (SELECT count(*) FROM disclosure_grant) AS rows`);
    return Number(rows[0]?.rows);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

describe('a stay whose end nobody writes down', () => {
  test.each(['CONFIRMED', 'TRAVELLING', 'IN_STAY'] as const)('closes to its city thirty days after the day that was planned (%s)', async (status) => {
    await standing(status);
    await app.moveTo(`${addDays(departsOn, 30)}T21:59:00Z`);
    expect(await ask()).toEqual({ reveals: 2, reads: [200, 200, 200], listed: 1 });
    expect(await inTheDatabase()).toBeGreaterThan(0);
    // Midnight in the Netherlands, not in UTC.
    await app.moveTo(`${addDays(departsOn, 30)}T22:01:00Z`);
    expect(await ask()).toEqual({ reveals: 0, reads: [404, 404, 404], listed: 0 });
    expect(await inTheDatabase()).toBe(0);
  });

  test('opens no field to its city any more', async () => {
    await standing('IN_STAY');
    const { coordinator } = world;
    const grant = (until: CalendarDate) => coordinator.call(disclosure.grant, { params: person, body: { stayId, part: 'LEGAL_NAME', until, reason: 'The town hall asks for it' } });
    await app.moveTo(`${addDays(departsOn, 29)}T12:00:00Z`);
    expect((await grant(addDays(departsOn, 59))).reply.grants).toMatchObject([{ isOpen: true }]);
    await app.moveTo(`${addDays(departsOn, 31)}T12:00:00Z`);
    expect((await coordinator.call(disclosure.show, { params: person })).reply).toMatchObject({ stays: [], grants: [{ isOpen: false }] });
    expect((await grant(addDays(departsOn, 40))).problem.errors).toMatchObject([{ pointer: '/stayId' }]);
  });

  test('is still a coordinator’s to end', async () => {
    await standing('IN_STAY');
    await app.moveTo(`${addDays(departsOn, 45)}T12:00:00Z`);
    const body = { version: 1, on: departsOn, withoutReviewBecause: 'Nobody wrote it down in time.' };
    expect((await world.coordinator.call(stays.depart, { params: { stayId }, body })).reply.status).toBe('DEPARTED');
    expect(await inTheDatabase()).toBe(0);
  });
});
