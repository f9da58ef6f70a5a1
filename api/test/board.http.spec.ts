import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { board } from '@shelter-city/contract/board';
import type { StayStatus } from '@shelter-city/contract/vocabulary';
import { aCity, aCityWithAPlace, aPlace, confirmedCapacity, requestedCapacity, someBlockedDays } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { insertId, type Values } from './factories/insert.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
beforeAll(async () => {
  world = await startApp();
  world.clock.moveTo('2027-02-01T10:00:00Z');
  coordinator = await world.signedInAs('COORDINATOR');
});
afterAll(async () => {
  await world.stop();
});

const spring = { from: '2027-03-01', until: '2027-07-01' };
const year = { opensOn: '2027-01-01', closesOn: '2028-01-01' };
const show = async (query: { from: string; until: string; city?: string }) => (await coordinator.call(board.show, { query })).reply;
async function aHouse(capacity: Values = year) {
  const { cityId, placeId, slug } = await aCityWithAPlace(world.owner);
  await confirmedCapacity(world.owner, { cityId, placeId, ...year, confirmedById: coordinator.accountId, ...capacity });
  return { cityId, placeId, slug };
}
async function lie({ cityId, placeId }: { cityId: string; placeId: string }, status: StayStatus, arrivesOn: string, departsOn: string, more: Values = {}) {
  const defender = await aDefender(world.owner);
  return { ...defender, stayId: await aStay(world.owner, { cityId, placeId, defenderId: defender.id, status, arrivesOn, departsOn, ...more }) };
}

describe('the board', () => {
  test('shows what lies in its window, with actual days where there are any', async () => {
    const house = await aHouse();
    const proposed = await lie(house, 'PROPOSED', '2027-06-30', '2027-08-01', { holdExpiresAt: new Date('2027-02-10T23:00:00Z') });
    const drafted = await lie(house, 'DRAFT', '2027-03-20', '2027-05-01');
    const early = await lie(house, 'CUT_SHORT', '2027-01-10', '2027-03-20', { actualArrivesOn: '2027-01-12', actualDepartsOn: '2027-03-02' });
    const gone = await lie(house, 'DEPARTED', '2027-01-01', '2027-01-09');
    await lie(house, 'DECLINED', '2027-05-01', '2027-05-20');
    await lie(house, 'CONFIRMED', '2027-09-01', '2027-10-01');
    const { cities, places, stays, asOf } = await show({ ...spring, city: house.slug });
    expect(asOf).toBe('2027-02-01');
    expect(cities.map(({ id }) => id)).toEqual([house.cityId]);
    expect(places.map(({ id }) => id)).toEqual([house.placeId]);
    expect([...stays].sort((a, b) => (a.from < b.from ? -1 : 1))).toMatchObject([
      { id: early.stayId, from: '2027-01-12', until: '2027-03-02', movable: false, holdUntil: null },
      { id: drafted.stayId, code: drafted.code, codeName: drafted.codeName, movable: true, holdUntil: null },
      { id: proposed.stayId, status: 'PROPOSED', movable: true, holdUntil: '2027-02-10', version: 1 },
    ]);
    expect(stays.map(({ id }) => id)).not.toContain(gone.stayId);
  });

  test('shows capacity, signed or not, and closed days, but neither withdrawn nor lifted ones', async () => {
    const house = await aHouse({ closesOn: '2027-05-01' });
    await requestedCapacity(world.owner, { cityId: house.cityId, placeId: house.placeId, opensOn: '2027-05-01', closesOn: '2027-06-01' });
    await requestedCapacity(world.owner, { cityId: house.cityId, placeId: house.placeId, opensOn: '2027-06-01', closesOn: '2027-06-20', status: 'WITHDRAWN', withdrawnReason: 'Sold' });
    await someBlockedDays(world.owner, { cityId: house.cityId, placeId: house.placeId, blockedFrom: '2027-02-20', blockedUntil: '2027-03-02' });
    await someBlockedDays(world.owner, { cityId: house.cityId, placeId: house.placeId, blockedFrom: '2027-04-01', blockedUntil: '2027-04-02', liftedAt: new Date('2027-01-01T00:00:00Z') });
    const { periods, blocked } = await show({ ...spring, city: house.slug });
    expect([...periods].sort((a, b) => (a.from < b.from ? -1 : 1)).map(({ status, until }) => [status, until])).toEqual([['CONFIRMED', '2027-05-01'], ['REQUESTED', '2027-06-01']]);
    expect(blocked).toEqual([{ placeId: house.placeId, from: '2027-02-20', until: '2027-03-02', reason: 'REPAIR' }]);
  });

  test('has those who await a place in its tray, and takes them out with the first draft', async () => {
    const waiting = await aDefender(world.owner, { earliestArrival: '2027-04-01', latestArrival: '2027-05-01', nightsWished: 60 });
    const undecided = await aDefender(world.owner, { selection: 'SHORTLISTED' });
    const tray = async () => (await show(spring)).unplaced;
    expect(await tray()).toContainEqual({ code: waiting.code, codeName: waiting.codeName, earliestArrival: '2027-04-01', latestArrival: '2027-05-01', nightsWished: 60 });
    expect((await tray()).map(({ code }) => code)).not.toContain(undecided.code);
    const house = await aHouse();
    await aStay(world.owner, { cityId: house.cityId, placeId: house.placeId, defenderId: waiting.id, arrivesOn: '2027-04-01', departsOn: '2027-05-01' });
    expect((await tray()).map(({ code }) => code)).not.toContain(waiting.code);
  });

  test('leaves out places that were given up before its window', async () => {
    const { id: cityId, slug } = await aCity(world.owner);
    await aPlace(world.owner, { cityId, retiredOn: '2027-03-01' });
    const last = await aPlace(world.owner, { cityId, retiredOn: '2027-03-02' });
    expect((await show({ ...spring, city: slug })).places.map(({ id }) => id)).toEqual([last]);
  });

  test('wants a window in order, not too long, and a city that is there', async () => {
    const problem = async (query: Record<string, string>) => (await coordinator.ask('GET', '/api/board', { query })).problem;
    expect(await problem({ from: '2027-03-01', until: '2027-03-01' })).toMatchObject({ status: 422, errors: [{ pointer: '/until', detail: 'The end must be after the beginning.' }] });
    expect(await problem({ from: '2027-03-01', until: '2029-06-01' })).toMatchObject({ status: 422, errors: [{ pointer: '/until', detail: 'Ask for at most 800 days.' }] });
    expect(await problem({ from: '2027-02-30', until: '2027-03-01' })).toMatchObject({ status: 422, errors: [{ pointer: '/from' }] });
    expect(await problem({ ...spring, city: 'nowhere' })).toMatchObject({ status: 404 });
  });

  test.each(['CITY_PARTNER', 'MANAGER', 'ADMIN'] as const)('is not for a %s', async (role) => {
    const { cityId, slug } = await aHouse();
    const asker = await world.signedInAs(role, role === 'CITY_PARTNER' ? { cityId } : {});
    expect((await asker.call(board.show, { query: { ...spring, city: slug } })).status).toBe(403);
    const { code } = await aDefender(world.owner);
    expect((await asker.call(board.placeability, { params: { code }, query: { ...spring, nights: '30' } })).status).toBe(403);
  });
});

describe('where someone could lie', () => {
  const ask = (code: string, more: Record<string, string> = {}) => coordinator.call(board.placeability, { params: { code }, query: { ...spring, nights: '30', ...more } });
  const inPlace = async (code: string, placeId: string, more: Record<string, string> = {}, asker = coordinator) =>
    (await asker.call(board.placeability, { params: { code }, query: { ...spring, nights: '30', ...more } })).reply.places.find((place) => place.placeId === placeId);

  test('is every arrival day on which all nights are confirmed, open and free', async () => {
    const house = await aHouse({ closesOn: '2027-06-15' });
    await requestedCapacity(world.owner, { cityId: house.cityId, placeId: house.placeId, opensOn: '2027-06-15', closesOn: '2027-12-01' });
    const guest = await lie(house, 'CONFIRMED', '2027-04-10', '2027-05-01');
    const { code } = await aDefender(world.owner, { visaNeeded: false });
    const days = [{ from: '2027-03-01', until: '2027-03-12' }, { from: '2027-05-01', until: '2027-05-17' }];
    expect((await inPlace(code, house.placeId))?.arrivals).toEqual(days);
    expect((await inPlace(guest.code, house.placeId))?.arrivals).toEqual(days);
    // The guest's own stay, about to move, takes no nights from its guest.
    await world.owner.query('UPDATE defender SET visa_needed = false WHERE id = $1', [guest.id]);
    expect((await inPlace(guest.code, house.placeId, { exceptStay: guest.stayId }))?.arrivals).toEqual([{ from: '2027-03-01', until: '2027-05-17' }]);
  });

  test('names the rules that forbid a place altogether', async () => {
    const house = await aHouse();
    const person = await aDefender(world.owner, { householdSize: 3, visaNeeded: false });
    expect(await inPlace(person.code, house.placeId)).toEqual({ placeId: house.placeId, arrivals: [], blockedBy: ['HOUSEHOLD'] });
    const { cityId, placeId } = await aCityWithAPlace(world.owner);
    await requestedCapacity(world.owner, { cityId, placeId, ...year });
    const alone = await aDefender(world.owner, { visaNeeded: false });
    expect(await inPlace(alone.code, placeId)).toEqual({ placeId, arrivals: [], blockedBy: ['CAPACITY'] });
  });

  test('keeps a rule that the reader may not know to itself, days included', async () => {
    const house = await aHouse();
    const other = await lie(house, 'CONFIRMED', '2027-04-10', '2027-05-01');
    const second = await aPlace(world.owner, { cityId: house.cityId });
    await confirmedCapacity(world.owner, { cityId: house.cityId, placeId: second, ...year, confirmedById: coordinator.accountId });
    const { id: defenderId, code } = await aDefender(world.owner, { visaNeeded: false });
    const noteId = await insertId(world.owner, 'risk_note', { subject: 'DEFENDER', defenderId, scope: 'PERSON', level: 'HIGH', degree: 'DIRECT_RISK', reviewBy: '2027-12-01', restricted: true, authorId: coordinator.accountId });
    await world.owner.query('INSERT INTO risk_apart (note_id, defender_id, other_defender_id) VALUES ($1, $2, $3)', [noteId, defenderId, other.id]);
    expect(await inPlace(code, second)).toEqual({ placeId: second, arrivals: [], blockedBy: ['HIDDEN_RULE'] });
    const cleared = await world.signedInAs('COORDINATOR', { riskCleared: true });
    expect(await inPlace(code, second, {}, cleared)).toEqual({ placeId: second, arrivals: [{ from: '2027-03-01', until: '2027-03-12' }, { from: '2027-05-01', until: '2027-07-01' }], blockedBy: ['RISK_NEARBY'] });
  });

  test('wants a person, a length and a window', async () => {
    const { code } = await aDefender(world.owner);
    expect((await ask('no-body')).status).toBe(404);
    expect((await ask(code, { nights: '0' })).status).toBe(422);
    expect((await ask(code, { until: '2027-03-01' })).problem).toMatchObject({ status: 422, errors: [{ pointer: '/until' }] });
    expect((await ask(code, { until: '2030-03-01' })).status).toBe(422);
    expect((await ask(code, { exceptStay: 'no-id' })).status).toBe(404);
  });
});
