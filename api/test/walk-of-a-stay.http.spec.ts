import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cityHome } from '@shelter-city/contract/city-home';
import { disclosure } from '@shelter-city/contract/disclosure';
import { endpointGroups } from '@shelter-city/contract/endpoints';
import { addDays } from '@shelter-city/domain/calendar/calendar-date';
import { cityParts } from '@shelter-city/domain/disclosure/city-parts';
import { reachOf } from '../src/access/policy.ts';
import type { PlacementWorld } from './factories/placement.ts';
import { arrivesOn, aWalkedStay, departsOn, leavesOn } from './factories/walked-stay.ts';
import { startApp, type TestApp } from './harness/app.ts';

let app: TestApp;
let world: PlacementWorld;
let person: { readonly id: string; readonly code: string; readonly codeName: string };
let stayId: string;
let version: number;

beforeAll(async () => {
  app = await startApp();
  ({ world, person, stayId, version } = await aWalkedStay(app));
});
afterAll(async () => {
  await app.stop();
});

/** Everything about the person that stands somewhere, by the words it would be seen by. */
const secrets = {
  knownAs: 'Canary Known As', pronoun: 'Canary Pronoun', legalName: 'Canary Legal Name', organisation: 'Canary Organisation', nationality: '"QX"', birthYear: '1931',
  channel: 'Canary Channel', hours: 'Canary Hours', never: 'Canary Never', goBetween: 'Canary Go-Between', codeWord: 'Canary Word', atHome: 'Canary Sister',
  along: 'Canary Along', grown: 'Canary Grown', home: 'Canary Home', relation: 'Canary Relation', bornAlong: '2020', countryOfWork: '"QQ"',
  text: 'Canary Text', actor: 'Canary Actor', reach: 'Canary Reach', measures: 'Canary Measures', lineOne: 'Canary Line One', lineTwo: 'Canary Line Two',
  arrivalDay: arrivesOn, departureDay: departsOn, defenderId: '', codeName: '',
} as const;
type Secret = keyof typeof secrets;
const wordsOf = (secret: Secret) => (secret === 'defenderId' ? person.id : secret === 'codeName' ? person.codeName : secrets[secret]);
const seenIn = (text: string) => (Object.keys(secrets) as Secret[]).filter((secret) => text.includes(wordsOf(secret)));

/** Every question that the policy lets a partner ask, and what all the answers together hold. */
async function readEverything(): Promise<readonly Secret[]> {
  const { partner, city, placeId } = world;
  const params = { code: person.code, slug: city.slug, placeId, stayId, year: '2027', grantId: stayId, noteId: stayId, periodId: stayId, blockId: stayId, applicationId: stayId, sessionId: stayId };
  const seen = new Set<Secret>();
  for (const group of Object.values(endpointGroups)) {
    for (const endpoint of Object.values(group)) {
      if (endpoint.method !== 'GET' || reachOf('CITY_PARTNER', endpoint.action) === null) continue;
      seenIn((await partner.call(endpoint, { params })).text).forEach((secret) => seen.add(secret));
    }
  }
  return [...seen].toSorted();
}
/** What each reveal opens, by its part; one that is refused opens nothing. */
async function revealEverything() {
  const opened: Record<string, readonly Secret[] | number> = {};
  for (const part of cityParts) {
    const answer = await world.partner.call(cityHome.reveal, { params: { stayId }, body: { part, reason: 'For the welcome' } });
    opened[part] = answer.status === 200 ? seenIn(answer.text) : answer.status;
  }
  return opened;
}
const refused = (status: number) => Object.fromEntries(cityParts.map((part) => [part, status]));
/** The card of the stay: its keys are what the phase shows, no more and no less. */
const card = async () => {
  const answer = await world.partner.call(cityHome.stay, { params: { stayId } });
  return answer.status === 200 ? answer.reply : null;
};
const keys = (view: object | null) => Object.keys(view ?? {}).toSorted();

/** What the city's own role sees in the database itself, past every line of the API. */
async function inTheDatabase() {
  const client = await app.owner.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.account_id', $1, true), set_config('app.city_id', $2, true), set_config('role', 'shelter_city', true)", [
      world.partner.accountId, world.city.id,
    ]);
    const days = await client.query<{ arrives_on: string | null; arrival_month: string }>('SELECT arrives_on, arrival_month FROM days_of_own_stays()');
    const parts = await client.query<{ compartment: string }>(
      'SELECT c.compartment FROM sealed_compartment c JOIN vault.data_key k ON k.id = c.data_key_id WHERE c.defender_id IS NOT NULL ORDER BY c.compartment::text',
    );
    const lines = await client.query('SELECT text FROM city_instruction');
    const people = await client.query('SELECT id FROM defender');
    return {
      days: days.rows.map(({ arrives_on: day, arrival_month: month }) => day ?? month),
      parts: parts.rows.map(({ compartment }) => compartment),
      instructions: lines.rowCount,
      people: people.rowCount,
    };
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const always = ['codeName', 'companions', 'householdSize', 'id', 'interpreter', 'languages', 'needs', 'nights', 'phase', 'place', 'track', 'version', 'why'];
const guestKeys = [...always, 'actualArrivesOn', 'arrivesOn', 'departsOn', 'instructions', 'may', 'returnReviewed', 'reveals', 'status'].toSorted();
const guestSees = ['arrivalDay', 'codeName', 'departureDay', 'lineOne', 'lineTwo'];
const whole = { KNOWN_AS: ['knownAs', 'pronoun'], CONTACT_CHANNEL: ['channel', 'hours', 'never'], FIRST_NAMES: ['along', 'grown'] };

describe('a partner’s view on the day of', () => {
  test('the proposal: a code name, the month, the length and what is needed', async () => {
    const view = await card();
    expect(view).toMatchObject({ phase: 'PROPOSED', arrivalMonth: '2027-05', nights: 59, companions: ['FROM_4_TO_11', 'ADULT'], householdSize: 3 });
    expect(keys(view)).toEqual([...always, 'answerBy', 'arrivalMonth', 'mayConfirm', 'otherDates', 'proposedOn'].toSorted());
    expect(await readEverything()).toEqual(['codeName']);
    expect(await revealEverything()).toEqual(refused(403));
    expect(await inTheDatabase()).toEqual({ days: ['2027-05'], parts: [], instructions: 0, people: 1 });
  });

  test('the proposal: not the exact days, even by its own role’s hand in the database', async () => {
    for (const column of ['arrives_on', 'departs_on', 'occupies', 'occupies_and_rests', 'decided_on_facts', 'case_lead_id']) {
      const { rows } = await app.owner.query<{ may: boolean }>("SELECT has_column_privilege('shelter_city', 'stay', $1, 'SELECT') AS may", [column]);
      expect([column, rows[0]?.may]).toEqual([column, false]);
    }
  });

  test('the confirmation: the days and the lines to heed; of what is sealed only the first names', async () => {
    await app.moveTo('2027-03-04T09:00:00Z');
    ({ version } = (await world.partner.call(cityHome.confirm, { params: { stayId }, body: { version } })).reply);
    const view = await card();
    expect(keys(view)).toEqual(guestKeys);
    expect(view).toMatchObject({ phase: 'CONFIRMED', arrivesOn, departsOn, reveals: ['FIRST_NAMES'] });
    expect(await readEverything()).toEqual(guestSees);
    expect(await revealEverything()).toEqual({ ...refused(403), FIRST_NAMES: whole.FIRST_NAMES });
    expect(await inTheDatabase()).toEqual({ days: [arrivesOn], parts: ['FIRST_NAMES'], instructions: 2, people: 1 });
  });

  test('the person’s word: the name they go by and the channel, and nothing beside them', async () => {
    const agree = (name: boolean, contact: boolean) => world.coordinator.call(disclosure.agree, { params: person, body: { name, contact } });
    await agree(true, false);
    expect(await revealEverything()).toEqual({ ...refused(403), ...whole, CONTACT_CHANNEL: 403 });
    await agree(true, true);
    expect(await revealEverything()).toEqual({ ...refused(403), ...whole });
    expect((await inTheDatabase()).parts).toEqual(['CONTACT_CHANNEL', 'FIRST_NAMES', 'KNOWN_AS']);
    await agree(false, true);
    expect(await revealEverything()).toEqual({ ...refused(403), ...whole, KNOWN_AS: 403 });
    await agree(true, true);
    expect(await readEverything()).toEqual(guestSees);
  });

  test('the arrival: a single field that was granted, until its own end', async () => {
    await app.moveTo(`${arrivesOn}T15:00:00Z`);
    ({ version } = (await world.partner.call(cityHome.arrive, { params: { stayId }, body: { version, on: arrivesOn } })).reply);
    const grant = (part: string, until: string) =>
      world.coordinator.call(disclosure.grant, { params: person, body: { stayId, part, until, reason: 'The town hall asks for it' } });
    expect((await grant('LEGAL_NAME', addDays(arrivesOn, 31))).problem.errors).toMatchObject([{ pointer: '/until' }]);
    expect((await grant('LEGAL_NAME', addDays(arrivesOn, 7))).reply.grants).toMatchObject([{ part: 'LEGAL_NAME', isOpen: true }]);
    const { grants } = (await grant('BIRTH_YEAR', addDays(arrivesOn, 20))).reply;
    expect(await revealEverything()).toEqual({ ...whole, LEGAL_NAME: ['legalName'], BIRTH_YEAR: ['birthYear'], NATIONALITIES: 403 });
    expect((await inTheDatabase()).parts).toEqual(['BIRTH_YEAR', 'CONTACT_CHANNEL', 'FIRST_NAMES', 'KNOWN_AS', 'LEGAL_NAME']);
    expect(keys(await card())).toEqual(guestKeys);
    expect(await readEverything()).toEqual(guestSees);
    await app.moveTo(`${addDays(arrivesOn, 8)}T09:00:00Z`);
    expect(await revealEverything()).toEqual({ ...whole, LEGAL_NAME: 403, BIRTH_YEAR: ['birthYear'], NATIONALITIES: 403 });
    const taken = grants.find(({ part }) => part === 'BIRTH_YEAR')!;
    await world.coordinator.call(disclosure.withdraw, { params: { code: person.code, grantId: taken.id } });
    expect(await revealEverything()).toEqual({ ...refused(403), ...whole });
    await grant('NATIONALITIES', addDays(arrivesOn, 30));
    expect((await revealEverything())['NATIONALITIES']).toEqual(['nationality']);
  });

  test('the departure: how long it was and when it ended; nothing of what was sealed, granted or not', async () => {
    await app.moveTo(`${leavesOn}T18:00:00Z`);
    const { reply } = await world.partner.call(cityHome.depart, { params: { stayId }, body: { version, on: leavesOn, withoutReviewBecause: 'Left in a hurry, to family.' } });
    ({ version } = reply);
    const view = await card();
    expect(keys(view)).toEqual(['codeName', 'endedOn', 'id', 'nights', 'phase', 'place', 'status', 'version']);
    expect(view).toMatchObject({ phase: 'AFTER', endedOn: leavesOn, nights: 57 });
    expect(await readEverything()).toEqual(['codeName']);
    expect(await revealEverything()).toEqual(refused(403));
    expect(await inTheDatabase()).toEqual({ days: [arrivesOn], parts: [], instructions: 0, people: 1 });
  });

  test('30 days after it is still there, and on the next day it never was', async () => {
    await app.moveTo(`${addDays(leavesOn, 30)}T21:59:00Z`);
    expect(await card()).toMatchObject({ phase: 'AFTER' });
    expect((await inTheDatabase()).people).toBe(1);
    // Midnight in the Netherlands, not in UTC.
    await app.moveTo(`${addDays(leavesOn, 30)}T22:01:00Z`);
    const answer = await world.partner.call(cityHome.stay, { params: { stayId } });
    const never = await world.partner.call(cityHome.stay, { params: { stayId: randomUUID() } });
    expect([answer.status, answer.text]).toEqual([404, never.text]);
    expect((await world.partner.call(cityHome.show)).reply).toMatchObject({ requests: [], guests: [], past: [] });
    expect(await readEverything()).toEqual([]);
    expect(await revealEverything()).toEqual(refused(404));
    expect(await inTheDatabase()).toEqual({ days: [], parts: [], instructions: 0, people: 0 });
  });
});

test('every look stands in the log of the case with its reason, the refused ones too, and no value', async () => {
  const lines = [];
  let cursor: string | null = null;
  do {
    const { reply }: { reply: { items: readonly { action: string; result: string; reason: string | null; fields: readonly string[]; role: string | null }[]; nextCursor: string | null } } =
      await world.coordinator.call(disclosure.accesses, { params: person, query: cursor === null ? {} : { cursor } });
    lines.push(...reply.items);
    cursor = reply.nextCursor;
  } while (cursor !== null);
  const looks = lines.filter(({ action }) => action === 'city-stay:reveal');
  const of = (result: string, part: string) => looks.filter((line) => line.result === result && line.fields.includes(part)).length;
  // Ten rounds could know the stay: each part was opened or refused in each of them.
  expect(cityParts.map((part) => [part, of('DONE', part), of('REFUSED', part)])).toEqual([
    ['KNOWN_AS', 6, 4], ['CONTACT_CHANNEL', 6, 4], ['FIRST_NAMES', 8, 2], ['LEGAL_NAME', 1, 9], ['NATIONALITIES', 1, 9], ['BIRTH_YEAR', 2, 8],
  ]);
  expect(looks.every(({ reason, role }) => reason === 'For the welcome' && role === 'shelter_city')).toBe(true);
  expect(lines.some(({ action, result }) => action === 'city-stay:read' && result === 'DONE')).toBe(true);
  expect(seenIn(JSON.stringify(lines)).filter((secret) => secret !== 'bornAlong')).toEqual([]);
});
