import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cityHome } from '@shelter-city/contract/city-home';
import { stays } from '@shelter-city/contract/stays';
import type { StayStatus } from '@shelter-city/contract/vocabulary';
import { aDefender } from './factories/defender.ts';
import { aPlacementWorld, aProposal, why, type PlacementWorld } from './factories/placement.ts';
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

/** A stay of a fresh person in a state, from and until so many days from today. */
async function stayIn(status: StayStatus, from: number, until: number, over: object = {}) {
  const { id: defenderId } = await aDefender(app.owner);
  const stayId = await aStay(app.owner, {
    defenderId, placeId: world.placeId, cityId: world.city.id, status, arrivesOn: world.day(from), departsOn: world.day(until), ...over,
  });
  return { stayId };
}

/** Whether the nights are free again: somebody else can be proposed on them. */
async function isFree(from: number, until: number): Promise<boolean> {
  const { body } = await aProposal(app, world, from, until);
  return (await world.coordinator.call(stays.proposeNew, { body })).status === 200;
}

describe('before the arrival', () => {
  test('a defender’s no frees the place and leaves no mark', async () => {
    for (const status of ['PROPOSED', 'CONFIRMED'] as const) {
      const params = await stayIn(status, 10, 40);
      const answer = await world.coordinator.call(stays.turnDown, { params, body: { version: 1, note: 'Would rather wait for autumn.' } });
      expect(answer.reply).toMatchObject({ status: 'TURNED_DOWN', reasonCode: null, reasonNote: 'Would rather wait for autumn.', holdExpiresAt: null, may: [] });
    }
    expect(await isFree(10, 40)).toBe(true);
  });

  test('a cancellation gives its reason, and "other" a note', async () => {
    const params = await stayIn('TRAVELLING', 10, 40);
    const cancel = (reason: string, note: string | null) => world.coordinator.call(stays.cancel, { params, body: { version: 1, reason, note } });
    expect((await cancel('OTHER', null)).problem).toMatchObject({ status: 422, type: '/problems/stay-change-not-possible', errors: [{ pointer: '/note' }] });
    expect((await cancel('VISA_REFUSED', null)).reply).toMatchObject({ status: 'CANCELLED', reasonCode: 'VISA_REFUSED' });
    expect(await isFree(10, 40)).toBe(true);
  });

  test('a no-show is said after the day of arrival, with what was done to find the person', async () => {
    const early = await stayIn('TRAVELLING', 0, 30);
    const body = { version: 1, welfareCheck: 'Called the go-between and the embassy.' };
    expect((await world.coordinator.call(stays.noShow, { params: early, body })).problem).toMatchObject({ status: 422, type: '/problems/stay-change-not-possible' });
    await app.owner.query('DELETE FROM stay WHERE id = $1', [early.stayId]);
    const params = await stayIn('TRAVELLING', -2, 30);
    expect((await world.coordinator.call(stays.noShow, { params, body: { ...body, welfareCheck: 'No' } })).problem.type).toBe('/problems/invalid-request');
    expect((await world.coordinator.call(stays.noShow, { params, body })).reply).toMatchObject({ status: 'NO_SHOW', reasonNote: body.welfareCheck });
    expect(await isFree(1, 30)).toBe(true);
  });
});

describe('an arrival', () => {
  test('is a day that has come, before the planned departure', async () => {
    const { coordinator, day } = world;
    const params = await stayIn('CONFIRMED', -5, 20);
    const arrive = (on: string) => coordinator.call(stays.arrive, { params, body: { version: 1, on } });
    expect((await arrive(day(1))).problem).toMatchObject({ status: 422, errors: [{ pointer: '/on' }] });
    expect((await arrive(day(-3))).reply).toMatchObject({ status: 'IN_STAY', actualArrivesOn: day(-3), nights: 23 });
  });

  test('on nights that are another’s, or nobody’s, is refused by the database’s own rules', async () => {
    const { coordinator, city, otherPlaceId, day } = world;
    const { id: defenderId } = await aDefender(app.owner);
    await stayIn('DEPARTED', -30, -6);
    const params = await stayIn('CONFIRMED', -5, 20, { defenderId });
    const arrive = (on: number) => coordinator.call(stays.arrive, { params, body: { version: 1, on: day(on) } });
    expect((await arrive(-8)).problem).toMatchObject({ status: 409, type: '/problems/place-taken' });
    await aStay(app.owner, { defenderId, placeId: otherPlaceId, cityId: city.id, status: 'DEPARTED', arrivesOn: day(-60), departsOn: day(-5) });
    await app.owner.query(`DELETE FROM stay WHERE place_id = $1 AND status = 'DEPARTED'`, [world.placeId]);
    expect((await arrive(-8)).problem).toMatchObject({ status: 409, type: '/problems/defender-elsewhere' });
    await app.owner.query(`DELETE FROM stay WHERE status = 'DEPARTED' AND defender_id = $1`, [defenderId]);
    await app.owner.query('UPDATE capacity_period SET opens_on = $2 WHERE place_id = $1', [world.placeId, day(-7)]);
    expect((await arrive(-8)).problem).toMatchObject({ status: 409, type: '/problems/capacity-not-confirmed' });
    expect((await coordinator.call(stays.show, { params })).reply).toMatchObject({ status: 'CONFIRMED', version: 1 });
    expect((await arrive(-7)).status).toBe(200);
  });

  test('is not written for a stay that nobody knows', async () => {
    const answers = [];
    for (const stayId of [randomUUID(), 'none', '\0']) {
      answers.push(await world.coordinator.call(stays.show, { params: { stayId } }));
      answers.push(await world.coordinator.call(stays.history, { params: { stayId } }));
      answers.push(await world.coordinator.call(stays.arrive, { params: { stayId }, body: { version: 1, on: world.day(0) } }));
    }
    expect(new Set(answers.map(({ status, text }) => `${String(status)} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });
});

describe('a departure', () => {
  test('needs a review of the return within the two weeks before, or a reason why not', async () => {
    const { coordinator, day } = world;
    const params = await stayIn('IN_STAY', -60, 5, { returnReviewedOn: day(-20) });
    const depart = (over: object) => coordinator.call(stays.depart, { params, body: { version: 1, on: day(-1), withoutReviewBecause: null, ...over } });
    expect((await depart({})).problem).toMatchObject({ status: 422, type: '/problems/stay-change-not-possible', errors: [{ pointer: '/withoutReviewBecause' }] });
    expect((await depart({ on: day(1) })).problem).toMatchObject({ status: 422, errors: [{ pointer: '/on' }] });
    expect((await depart({ on: day(-60) })).problem).toMatchObject({ status: 422, errors: [{ pointer: '/on' }] });
    expect((await depart({ withoutReviewBecause: 'Left for a funeral overnight.' })).reply).toMatchObject({ status: 'DEPARTED', actualDepartsOn: day(-1) });
    const history = (await coordinator.call(stays.history, { params })).reply.items;
    expect(history[0]).toMatchObject({ verb: 'stay:depart', note: 'Left for a funeral overnight.' });
  });

  test('that comes early frees the rest at once, and is counted apart', async () => {
    const { coordinator, day } = world;
    const params = await stayIn('IN_STAY', -30, 40);
    expect(await isFree(0, 40)).toBe(false);
    const cut = (over: object) => coordinator.call(stays.cutShort, { params, body: { version: 1, on: day(0), reason: 'FAMILY', note: null, ...over } });
    expect((await cut({ reason: 'OTHER' })).problem).toMatchObject({ status: 422, errors: [{ pointer: '/note' }] });
    expect((await cut({ on: day(40) })).problem).toMatchObject({ status: 422, errors: [{ pointer: '/on' }] });
    expect((await cut({})).reply).toMatchObject({ status: 'CUT_SHORT', actualDepartsOn: day(0), nights: 30, reasonCode: 'FAMILY', may: ['close'] });
    expect(await isFree(0, 40)).toBe(true);
  });

  test('by transfer is not closed: the stay that follows it is', async () => {
    const params = await stayIn('TRANSFERRED', -60, -20);
    const answer = await world.coordinator.call(stays.close, { params, body: { version: 1, note: 'Done with this file.' } });
    expect(answer.problem).toMatchObject({ status: 409, type: '/problems/stay-not-in-that-state' });
  });
});

describe('other dates', () => {
  const offer = async (from: number, until: number) => {
    const { body } = await aProposal(app, world, 10, 40);
    const { id } = (await world.coordinator.call(stays.proposeNew, { body })).reply;
    const params = { stayId: id };
    const answer = await world.partner.call(cityHome.offerOtherDates, {
      params, body: { version: 1, arrivesOn: world.day(from), departsOn: world.day(until), note: 'The house is painted first.' },
    });
    return { params, answer };
  };

  test('that a city offered become the stay’s when a coordinator takes them: the city said yes', async () => {
    const { coordinator, partner, day } = world;
    const { params, answer } = await offer(20, 50);
    expect(answer.reply).toMatchObject({ phase: 'PROPOSED', otherDates: { from: day(20), until: day(50) }, version: 2 });
    const waiting = (await coordinator.call(stays.show, { params })).reply;
    expect(waiting).toMatchObject({ status: 'PROPOSED', planned: { from: day(10), until: day(40) }, otherDates: { from: day(20), until: day(50) } });
    expect(waiting.may[0]).toBe('acceptOtherDates');
    const taken = (await coordinator.call(stays.acceptOtherDates, { params, body: { version: 2 } })).reply;
    expect(taken).toMatchObject({ status: 'CONFIRMED', planned: { from: day(20), until: day(50) }, otherDates: null, holdExpiresAt: null });
    expect(taken.answeredAt).not.toBeNull();
    expect((await partner.call(cityHome.stay, { params })).reply).toMatchObject({ phase: 'CONFIRMED', arrivesOn: day(20), departsOn: day(50) });
  });

  test('are judged again when they are taken', async () => {
    const { coordinator } = world;
    const { params } = await offer(20, 50);
    await stayIn('PROPOSED', 45, 70);
    const taken = await coordinator.call(stays.acceptOtherDates, { params, body: { version: 2 } });
    expect(taken.problem).toMatchObject({ status: 409, type: '/problems/place-taken' });
  });

  test('of somebody who is no longer selected take no yes any more, of nobody', async () => {
    const { coordinator, partner } = world;
    const { params } = await offer(20, 50);
    const select = (selection: string) =>
      app.owner.query('UPDATE defender SET selection = $2 WHERE id = (SELECT defender_id FROM stay WHERE id = $1)', [params.stayId, selection]);
    expect((await partner.call(cityHome.stay, { params })).reply).toMatchObject({ mayConfirm: true });
    await select('WITHDRAWN');
    expect((await partner.call(cityHome.stay, { params })).reply).toMatchObject({ mayConfirm: false });
    const refused = { status: 409, type: '/problems/defender-not-selected' };
    expect((await coordinator.call(stays.acceptOtherDates, { params, body: { version: 2 } })).problem).toMatchObject(refused);
    expect((await partner.call(cityHome.confirm, { params, body: { version: 2 } })).problem).toMatchObject(refused);
    await select('SELECTED');
    expect((await partner.call(cityHome.confirm, { params, body: { version: 2 } })).status).toBe(200);
  });

  test('that a city offers are not held against its own screening', async () => {
    const { params } = await offer(20, 50);
    await app.owner.query('UPDATE host_city SET screening_days = 40 WHERE id = $1', [world.city.id]);
    expect((await world.coordinator.call(stays.acceptOtherDates, { params, body: { version: 2 } })).status).toBe(200);
  });

  test('are gone when the proposal moves', async () => {
    const { coordinator, placeId, day } = world;
    const { params } = await offer(20, 50);
    const moved = await coordinator.call(stays.move, { params, body: { version: 2, placeId, arrivesOn: day(15), departsOn: day(45) } });
    expect(moved.reply).toMatchObject({ otherDates: null, planned: { from: day(15), until: day(45) } });
    expect((await coordinator.call(stays.acceptOtherDates, { params, body: { version: 3 } })).problem.type).toBe('/problems/stay-not-in-that-state');
  });
});

describe('a hold', () => {
  test('is lengthened by two weeks from today at most', async () => {
    const { coordinator, day } = world;
    const params = await stayIn('PROPOSED', 10, 40);
    const hold = (holdUntil: string) => coordinator.call(stays.extendHold, { params, body: { version: 1, holdUntil } });
    expect((await hold(day(15))).problem.type).toBe('/problems/hold-too-long');
    const held = (await hold(day(14))).reply;
    // Through the whole of the day, in the Netherlands.
    expect(Temporal.Instant.from(held.holdExpiresAt ?? '').toZonedDateTimeISO('Europe/Amsterdam').toPlainDateTime().toString()).toBe(`${day(15)}T00:00:00`);
  });

  test('that has expired takes no yes any more, of nobody', async () => {
    const { coordinator, partner, day } = world;
    const params = await stayIn('PROPOSED', 10, 40, {
      holdExpiresAt: new Date(`${day(-1)}T10:00:00Z`), offeredArrivesOn: day(20), offeredDepartsOn: day(50),
    });
    expect((await partner.call(cityHome.confirm, { params, body: { version: 1 } })).problem).toMatchObject({ status: 409, type: '/problems/hold-expired' });
    expect((await coordinator.call(stays.acceptOtherDates, { params, body: { version: 1 } })).problem).toMatchObject({
      status: 409, type: '/problems/hold-expired', current: { id: params.stayId },
    });
    // Until it has lapsed, a coordinator may hold it again.
    expect((await coordinator.call(stays.extendHold, { params, body: { version: 1, holdUntil: day(5) } })).status).toBe(200);
    expect((await partner.call(cityHome.confirm, { params, body: { version: 2 } })).status).toBe(200);
  });
});

test('a proposal’s reason reaches its city, and no earlier than it is proposed', async () => {
  const { coordinator, partner, placeId, day } = world;
  const { code } = await aDefender(app.owner);
  const { id } = (await coordinator.call(stays.draft, { body: { code, placeId, arrivesOn: day(10), departsOn: day(40) } })).reply;
  const params = { stayId: id };
  expect((await partner.call(cityHome.stay, { params })).status).toBe(404);
  await coordinator.call(stays.propose, { params, body: { version: 1, why, holdUntil: day(3) } });
  expect((await partner.call(cityHome.stay, { params })).reply).toMatchObject({ phase: 'PROPOSED', why, answerBy: day(3) });
});
