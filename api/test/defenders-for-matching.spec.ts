import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { defenders } from '@shelter-city/contract/defenders';
import { riskNotes, type NewRiskNote } from '@shelter-city/contract/risk-notes';
import { DefendersService } from '../src/defenders/defenders.service.ts';
import { requestContext } from '../src/http/request-context.ts';
import { aCityWithAPlace, confirmedCapacity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { aProfile } from './factories/profile.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let cleared: SignedIn;
let city: Awaited<ReturnType<typeof aCityWithAPlace>>;
let person: Awaited<ReturnType<typeof aDefender>>;
let other: Awaited<ReturnType<typeof aDefender>>;
beforeAll(async () => {
  world = await startApp();
  cleared = await world.signedInAs('COORDINATOR', { riskCleared: true });
  city = await aCityWithAPlace(world.owner);
  await confirmedCapacity(world.owner, {
    cityId: city.cityId,
    placeId: city.placeId,
    opensOn: '2020-01-01',
    closesOn: '2100-01-01',
    confirmedById: cleared.accountId,
  });
});
beforeEach(async () => {
  person = await aDefender(world.owner);
  other = await aDefender(world.owner);
});
afterAll(async () => {
  await world.stop();
});

/** What matching reads, as a coordinator with or without clearance asks for it. */
const forMatching = (
  code: string,
  { riskCleared = false, exceptStay = null as string | null } = {},
) => {
  const actor = {
    accountId: cleared.accountId,
    role: 'COORDINATOR',
    cityId: null,
    riskCleared,
  } as const;
  const context = { requestId: 'spec', language: 'en', actor, sessionId: null } as const;
  return requestContext.run({ ...context }, () =>
    world.app.get(DefendersService).forMatching(actor, code, exceptStay),
  );
};
const addNote = async (code: string, note: Partial<NewRiskNote>) => {
  const words = {
    scope: 'PERSON',
    level: 'HIGH',
    degree: 'DIRECT_RISK',
    reviewBy: '2026-06-01',
  } as const;
  const content = { text: 'x', threatActorKind: '', knownReachAbroad: '', measures: '' };
  const rules = { restricted: false, instructionForCity: null, citiesToAvoid: [], notNear: [] };
  const body = { ...words, ...rules, content, ...note };
  return (await cleared.call(riskNotes.add, { params: { code }, body })).reply;
};

test('the profile comes in the words of the rules', async () => {
  const profile = aProfile({
    interpreter: 'ar',
    householdSize: 3,
    womenOnlyAllowed: true,
    wishes: [{ cityId: city.cityId, kind: 'AVOID' }],
  });
  await cleared.call(defenders.update, {
    params: { code: person.code },
    body: { version: 1, profile },
  });
  expect(await forMatching(person.code)).toMatchObject({
    id: person.id,
    code: person.code,
    selection: 'SELECTED',
    version: 2,
    earliestArrival: '2026-06-01',
    latestArrival: '2026-08-01',
    nightsWished: 89,
    presences: profile.presences,
    defender: {
      gender: 'WOMAN',
      languages: [
        { code: 'en', level: 'B2' },
        { code: 'sq', level: 'NATIVE' },
      ],
      interpreterNeeded: true,
      accessNeeds: ['QUIET'],
      companions: 2,
      citiesPreferred: [],
      citiesToAvoid: [city.cityId],
      passportValidUntil: '2030-01-01',
      visa: { needed: true, held: [], leadTimeDays: 45 },
      presences: [{ firstDay: '2026-01-02', lastDay: '2026-01-09' }],
      otherStays: [],
      risk: { level: null, citiesToAvoid: [], notNear: [] },
    },
  });
});

test('the nights of other stays count, planned or really used, but not of the one that moves', async () => {
  const spot = { defenderId: person.id, cityId: city.cityId, placeId: city.placeId };
  await aStay(world.owner, {
    ...spot,
    status: 'CUT_SHORT',
    arrivesOn: '2025-01-01',
    departsOn: '2025-03-01',
    actualDepartsOn: '2025-01-20',
  });
  const proposed = {
    ...spot,
    status: 'PROPOSED',
    arrivesOn: '2026-05-01',
    departsOn: '2026-06-01',
  } as const;
  const stayId = await aStay(world.owner, proposed);
  await aStay(world.owner, {
    ...spot,
    status: 'DECLINED',
    arrivesOn: '2026-09-01',
    departsOn: '2026-10-01',
  });
  const used = { from: '2025-01-01', until: '2025-01-20' };
  const all = await forMatching(person.code);
  expect(all.defender.otherStays).toEqual([used, { from: '2026-05-01', until: '2026-06-01' }]);
  const without = await forMatching(person.code, { exceptStay: stayId });
  expect(without.defender.otherStays).toEqual([used]);
});

test('the rules of notes in force bind, those of a restricted one hidden from who is not cleared', async () => {
  await addNote(person.code, {
    restricted: true,
    citiesToAvoid: [city.cityId],
    notNear: [other.code],
  });
  const hidden = await forMatching(person.code);
  // How many rules there are and which cities they close: never whom they keep apart.
  expect(hidden.hiddenRules).toBe(2);
  expect(hidden.defender.risk).toMatchObject({
    level: 'HIGH',
    citiesToAvoid: [{ cityId: city.cityId, hidden: true }],
    notNear: [],
  });
  const seen = await forMatching(person.code, { riskCleared: true });
  expect(seen.defender.risk).toMatchObject({
    citiesToAvoid: [{ cityId: city.cityId, hidden: false }],
    notNear: [{ defenderId: other.id, hidden: false }],
  });
  expect(seen.hiddenRules).toBe(0);
  // A guest who must not be near closes the city of the other, as long as that guest is there or to come.
  const fromTheOtherSide = await forMatching(other.code);
  expect(fromTheOtherSide).toMatchObject({
    hiddenRules: 1,
    defender: { risk: { level: null, citiesToAvoid: [], notNear: [] } },
  });
  await aStay(world.owner, {
    defenderId: person.id,
    cityId: city.cityId,
    placeId: city.placeId,
    status: 'PROPOSED',
    arrivesOn: '2099-05-01',
    departsOn: '2099-06-01',
  });
  expect((await forMatching(other.code)).defender.risk).toMatchObject({
    citiesToAvoid: [{ cityId: city.cityId, hidden: true }],
    notNear: [],
  });
  // What a readable note says as well isn't hidden.
  await addNote(person.code, { citiesToAvoid: [city.cityId] });
  expect(await forMatching(person.code)).toMatchObject({
    hiddenRules: 1,
    defender: { risk: { citiesToAvoid: [{ cityId: city.cityId, hidden: false }] } },
  });
});

test('a note that was replaced binds nobody any more', async () => {
  const older = await addNote(person.code, { citiesToAvoid: [city.cityId], notNear: [other.code] });
  expect(older.citiesToAvoid).toHaveLength(1);
  const body = {
    scope: 'PERSON',
    level: 'LOW',
    degree: 'NEED_OF_RESPITE',
    reviewBy: '2026-06-01',
    restricted: false,
    instructionForCity: null,
    content: { text: 'x', threatActorKind: '', knownReachAbroad: '', measures: '' },
    citiesToAvoid: [],
    notNear: [],
  };
  await cleared.call(riskNotes.supersede, { params: { noteId: older.id }, body });
  const now = await forMatching(person.code);
  expect(now.defender.risk).toEqual({ level: 'LOW', citiesToAvoid: [], notNear: [] });
  expect((await forMatching(other.code)).defender.risk.notNear).toEqual([]);
});

test('a code that names nobody is not there', async () => {
  await expect(forMatching('no-such-bird')).rejects.toMatchObject({ slug: 'not-found' });
  await expect(forMatching('%00')).rejects.toMatchObject({ slug: 'not-found' });
});
