import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { stays } from '@shelter-city/contract/stays';
import { aPlacementWorld, aProposal, why, type PlacementWorld } from './factories/placement.ts';
import { aDefender } from './factories/defender.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type TestApp } from './harness/app.ts';

let app: TestApp;
let world: PlacementWorld;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  world = await aPlacementWorld(app);
});
afterAll(async () => {
  await app.stop();
});

const written = (day: string) => new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

describe('a place that does not suit', () => {
  type Facts = Readonly<Record<string, unknown>>;
  const inWords = async (defender: Facts, language = 'en', from = 10) => {
    const { body } = await aProposal(app, world, from, from + 30, defender);
    return world.coordinator.call(stays.proposeNew, { body, headers: { 'accept-language': language } });
  };
  const set = (table: 'place' | 'host_city' | 'capacity_period', id: string, column: string, value: unknown) =>
    app.owner.query(`UPDATE ${table} SET ${column} = $2 WHERE ${table === 'capacity_period' ? 'place_id' : 'id'} = $1`, [id, value]);
  const expectRefused = async (defender: Facts, detail: string, language?: string) =>
    expect((await inWords(defender, language)).problem).toMatchObject({ status: 409, type: '/problems/place-does-not-suit', detail });

  test('is one for women, unless the profile says it may be', async () => {
    await set('place', world.placeId, 'women_only', true);
    await expectRefused({}, 'The place is for women only.');
    await expectRefused({}, 'De plek is alleen voor vrouwen.', 'nl');
    await expectRefused({}, 'La place est réservée aux femmes.', 'fr');
    expect((await inWords({ womenOnlyAllowed: true })).status).toBe(200);
  });

  test('is one with too little room', async () => {
    await set('place', world.placeId, 'sleeps', 2);
    await expectRefused({ householdSize: 3 }, 'The place sleeps 2, and 3 people come.');
    expect((await inWords({ householdSize: 2 })).status).toBe(200);
  });

  test('is one that is shared, for who can’t share', async () => {
    await set('place', world.placeId, 'shared', true);
    await expectRefused({ needs: ['SLEEPS_ALONE'] }, 'A place to oneself is needed, and this one is shared.');
    await expectRefused({ needs: ['WOMEN_ONLY'] }, 'A place for women, or one of one’s own, is needed, and this one is shared.');
    expect((await inWords({})).status).toBe(200);
  });

  test('is one with steps; one of which nobody wrote it down is no refusal', async () => {
    await set('place', world.placeId, 'step_free', false);
    await expectRefused({ needs: ['STEP_FREE'] }, 'A step-free place is needed, and this one is not.');
    await set('place', world.placeId, 'step_free', null);
    expect((await inWords({ needs: ['STEP_FREE'] })).status).toBe(200);
  });

  test('is one that is kept for another track, or whose nights are', async () => {
    await set('place', world.placeId, 'track', 'ARTIST');
    await expectRefused({ track: 'ACADEMIC' }, 'The place is kept for another track.');
    await set('place', world.placeId, 'track', null);
    await set('capacity_period', world.placeId, 'track', 'ARTIST');
    await expectRefused({}, 'The place is kept for another track.');
    expect((await inWords({ track: 'ARTIST' })).status).toBe(200);
  });

  test('is one of a city that takes no guests, or can’t screen in time', async () => {
    await set('host_city', world.city.id, 'status', 'PAUSED');
    await expectRefused({}, 'The city takes no guests at present.');
    await set('host_city', world.city.id, 'status', 'ACTIVE');
    await set('host_city', world.city.id, 'screening_days', 11);
    await expectRefused({}, `The city’s own screening would be done on ${written(world.day(11))}, after the arrival.`);
    expect((await inWords({}, 'en', 11)).status).toBe(200);
  });

  test('is any for which a visa comes too late, and every reason is said', async () => {
    await set('place', world.placeId, 'women_only', true);
    await expectRefused({ visaLeadDays: 11 }, `A visa would be ready on ${written(world.day(11))}, after the arrival. The place is for women only.`);
    expect((await inWords({ womenOnlyAllowed: true, visaLeadDays: 11, visaNeeded: false })).status).toBe(200);
  });

  test('is any of a city whose interpreter another guest has, for who needs one', async () => {
    const elsewhere = { placeId: world.otherPlaceId, day: world.day };
    const first = await aProposal(app, elsewhere, 10, 40, { interpreter: 'ar' });
    expect((await world.coordinator.call(stays.proposeNew, { body: first.body })).status).toBe(200);
    await expectRefused({ interpreter: 'fr' }, 'Another guest of the city needs the interpreter on some of these nights.');
    expect((await inWords({ interpreter: 'fr' }, 'en', 40)).status).toBe(200);
    expect((await inWords({}, 'en', 10)).status).toBe(200);
  });

  test('is none that the database takes past the rule, from two at once or by another hand', async () => {
    const [a, b] = [await aDefender(app.owner, { interpreter: 'ar' }), await aDefender(app.owner, { interpreter: 'ar' })];
    const nights = { cityId: world.city.id, status: 'CONFIRMED', arrivesOn: world.day(10), departsOn: world.day(40) } as const;
    await aStay(app.owner, { ...nights, defenderId: a.id, placeId: world.placeId });
    const second = { ...nights, defenderId: b.id, placeId: world.otherPlaceId };
    await expect(aStay(app.owner, second)).rejects.toMatchObject({ constraint: 'stay_one_interpreter_in_a_city' });
    const draft = await aStay(app.owner, { ...second, status: 'DRAFT' });
    await expect(app.owner.query("UPDATE stay SET status = 'CONFIRMED' WHERE id = $1", [draft])).rejects.toMatchObject({ constraint: 'stay_one_interpreter_in_a_city' });
    await aStay(app.owner, { ...second, arrivesOn: world.day(40), departsOn: world.day(60) });
  });

  test('takes neither a draft that was made nor a proposal that moves', async () => {
    const { coordinator, placeId, otherPlaceId, day } = world;
    await set('place', otherPlaceId, 'step_free', false);
    const { body } = await aProposal(app, world, 10, 40, { needs: ['STEP_FREE'] });
    const { code, arrivesOn, departsOn } = body;
    const draft = (await coordinator.call(stays.draft, { body: { code, placeId: otherPlaceId, arrivesOn, departsOn } })).reply;
    const asked = { params: { stayId: draft.id }, body: { version: 1, why, holdUntil: day(7) } };
    expect((await coordinator.call(stays.propose, asked)).problem.type).toBe('/problems/place-does-not-suit');
    const stay = (await coordinator.call(stays.proposeNew, { body })).reply;
    const moved = { version: stay.version, placeId: otherPlaceId, arrivesOn, departsOn };
    expect((await coordinator.call(stays.move, { params: { stayId: stay.id }, body: moved })).problem.type).toBe('/problems/place-does-not-suit');
    expect((await coordinator.call(stays.move, { params: { stayId: stay.id }, body: { ...moved, placeId } })).status).toBe(200);
  });
});
