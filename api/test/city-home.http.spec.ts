import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cityHome } from '@shelter-city/contract/city-home';
import { stays } from '@shelter-city/contract/stays';
import type { StayStatus } from '@shelter-city/contract/vocabulary';
import { aCity, aPlace, requestedCapacity, someBlockedDays } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { insert, insertId } from './factories/insert.ts';
import { aPlacementWorld, type PlacementWorld } from './factories/placement.ts';
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

/** A stay of a person whose country would give them away, if it were ever shown. */
async function stayIn(status: StayStatus, from: number, until: number, over: object = {}, who: object = {}) {
  const person = await aDefender(app.owner, { countryOfWork: 'GE', currentCountry: 'AM', needs: ['QUIET'], householdSize: 2, interpreter: 'ka', track: 'ARTIST', ...who });
  await insert(app.owner, 'defender_language', { defenderId: person.id, language: 'fr', level: 'B2' });
  const stayId = await aStay(app.owner, {
    defenderId: person.id, placeId: world.placeId, cityId: world.city.id, status, arrivesOn: world.day(from), departsOn: world.day(until), ...over,
  });
  return { person, stayId, params: { stayId } };
}

describe('before the yes', () => {
  test('a city sees a code name, the month and what is needed: no country, no name, no exact day', async () => {
    const { partner, day } = world;
    const { person, stayId, params } = await stayIn('PROPOSED', 33, 63);
    const noteId = await insertId(app.owner, 'risk_note', {
      subject: 'DEFENDER', defenderId: person.id, scope: 'PERSON', level: 'HIGH', degree: 'DIRECT_RISK', reviewBy: day(30), authorId: world.cleared.accountId,
    });
    await app.owner.query('INSERT INTO city_instruction (note_id, defender_id, text) VALUES ($1, $2, $3)', [noteId, person.id, 'No pictures at the door.']);
    const answer = await partner.call(cityHome.stay, { params });
    expect(answer.reply).toEqual({
      phase: 'PROPOSED', id: stayId, codeName: person.codeName, place: { id: world.placeId, label: expect.any(String) }, householdSize: 2, companions: [],
      languages: [{ language: 'fr', level: 'B2' }], interpreter: 'ka', needs: ['QUIET'], track: null, why: 'The language fits, and the place is quiet.',
      nights: 30, version: 1, arrivalMonth: day(33).slice(0, 7), proposedOn: '2026-01-20', answerBy: '2099-01-01', otherDates: null, mayConfirm: true,
    });
    const home = await partner.call(cityHome.show);
    for (const text of [answer.text, home.text]) {
      for (const secret of [day(33), day(63), '"GE"', '"AM"', 'No pictures', 'countryOfWork', person.id]) expect(text).not.toContain(secret);
    }
  });

  test('a day of arrival that another stay forbids is refused without a word of that stay', async () => {
    const { partner, coordinator, day } = world;
    const guest = await stayIn('CONFIRMED', 2, 60);
    await aStay(app.owner, {
      defenderId: guest.person.id, placeId: world.otherPlaceId, cityId: world.city.id, status: 'DEPARTED', arrivesOn: day(-20), departsOn: day(-3),
    });
    const arrive = { params: guest.params, body: { version: 1, on: day(-5) } };
    const [toCity, toCoordinator] = [await partner.call(cityHome.arrive, arrive), await coordinator.call(stays.arrive, arrive)];
    expect(toCity.problem).toMatchObject({ type: '/problems/stay-change-not-possible', status: 422 });
    expect(toCity.problem.detail).toBeUndefined();
    expect(toCoordinator.problem).toMatchObject({ type: '/problems/defender-elsewhere', status: 409 });
  });

  test('no refusal tells the days either', async () => {
    const { partner, day } = world;
    const { params } = await stayIn('PROPOSED', 33, 63);
    const offer = (body: object) => partner.call(cityHome.offerOtherDates, { params, body: { version: 1, note: null, ...body } });
    const answers = [
      await partner.call(cityHome.confirm, { params, body: { version: 2 } }),
      await partner.call(cityHome.arrive, { params, body: { version: 1, on: day(0) } }),
      await partner.call(cityHome.depart, { params, body: { version: 1, on: day(0), withoutReviewBecause: null } }),
      await partner.call(cityHome.decline, { params, body: { version: 1, reason: 'OTHER', note: null } }),
      await offer({ arrivesOn: day(-5), departsOn: day(20) }),
      await offer({ arrivesOn: day(20), departsOn: day(10) }),
      await offer({ arrivesOn: day(800), departsOn: day(820) }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([409, 409, 409, 422, 422, 422, 409]);
    expect(answers[0]?.problem.current).toMatchObject({ phase: 'PROPOSED', version: 1 });
    for (const { text } of answers) for (const secret of [day(33), day(63)]) expect(text).not.toContain(secret);
    // Another proposal for the same place has days of its own that stay hidden.
    const other = await stayIn('PROPOSED', 70, 90);
    const over = await offer({ arrivesOn: day(65), departsOn: day(85) });
    expect(over.reply).toMatchObject({ otherDates: { from: day(65), until: day(85) } });
    expect(over.text).not.toContain(other.stayId);
  });

  test('other dates must be nights that the city itself can keep', async () => {
    const { partner, city, placeId, day } = world;
    const { params } = await stayIn('PROPOSED', 33, 63);
    await stayIn('CONFIRMED', 100, 120);
    await someBlockedDays(app.owner, { cityId: city.id, placeId, blockedFrom: day(200), blockedUntil: day(205) });
    const offer = async (from: number, until: number) =>
      (await partner.call(cityHome.offerOtherDates, { params, body: { version: 1, arrivesOn: day(from), departsOn: day(until), note: null } })).problem.type;
    expect(await offer(690, 720)).toBe('/problems/capacity-not-confirmed');
    expect(await offer(190, 210)).toBe('/problems/place-closed');
    expect(await offer(90, 110)).toBe('/problems/place-taken');
  });
});

describe('the yes', () => {
  test('opens the days and the instructions that still hold', async () => {
    const { partner, day } = world;
    const { person, params } = await stayIn('PROPOSED', 33, 63);
    const note = (over: object) =>
      insertId(app.owner, 'risk_note', {
        subject: 'DEFENDER', defenderId: person.id, scope: 'PERSON', level: 'HIGH', degree: 'DIRECT_RISK', reviewBy: day(30), authorId: world.cleared.accountId, ...over,
      });
    const instruct = (noteId: string, text: string) =>
      app.owner.query('INSERT INTO city_instruction (note_id, defender_id, text) VALUES ($1, $2, $3)', [noteId, person.id, text]);
    const old = await note({});
    await instruct(old, 'Never alone to the station.');
    await instruct(await note({ supersedesId: old, restricted: true }), 'No pictures at the door.');
    const said = await partner.call(cityHome.confirm, { params, body: { version: 1 } });
    expect(said.reply).toMatchObject({
      phase: 'CONFIRMED', status: 'CONFIRMED', arrivesOn: day(33), departsOn: day(63), instructions: ['No pictures at the door.'], may: [], version: 2,
    });
    expect((await partner.call(cityHome.show)).reply).toMatchObject({ requests: [], guests: [{ phase: 'CONFIRMED', codeName: person.codeName }] });
    const { rows } = await app.owner.query('SELECT status, answered_at, hold_expires_at FROM stay WHERE id = $1', [params.stayId]);
    expect(rows[0]).toMatchObject({ status: 'CONFIRMED', answered_at: expect.any(Date), hold_expires_at: null });
    const again = await partner.call(cityHome.confirm, { params, body: { version: 2 } });
    expect(again.problem).toMatchObject({ status: 409, type: '/problems/stay-not-in-that-state', current: { phase: 'CONFIRMED' } });
  });

  test('with one key is said once', async () => {
    const { partner } = world;
    const { params } = await stayIn('PROPOSED', 33, 63);
    const headers = { 'idempotency-key': randomUUID() };
    const first = await partner.call(cityHome.confirm, { params, body: { version: 1 }, headers });
    const again = await partner.call(cityHome.confirm, { params, body: { version: 1 }, headers });
    expect(again.reply).toEqual(first.reply);
    const { rows } = await app.owner.query('SELECT verb, actor_id FROM event WHERE subject_id = $1', [params.stayId]);
    expect(rows).toEqual([{ verb: 'stay:confirm', actor_id: partner.accountId }]);
  });
});

describe('the no', () => {
  test('gives a reason code and a note, frees the place, and can be looked up for 30 days', async () => {
    const { partner, coordinator } = world;
    const { person, params } = await stayIn('PROPOSED', 33, 63);
    const decline = (body: object) => partner.call(cityHome.decline, { params, body: { version: 1, reason: 'STAFF_ABSENT', ...body } });
    expect((await decline({ note: null })).problem).toMatchObject({ status: 422, errors: [{ pointer: '/note' }] });
    const said = await decline({ note: 'Both of us are on leave then.' });
    expect(said.reply).toEqual({
      phase: 'AFTER', id: params.stayId, codeName: person.codeName, place: expect.any(Object), status: 'DECLINED', nights: 30, endedOn: world.today, version: 2,
    });
    expect((await partner.call(cityHome.show)).reply.past).toHaveLength(1);
    expect((await coordinator.call(stays.show, { params })).reply).toMatchObject({ status: 'DECLINED', reasonCode: 'STAFF_ABSENT', reasonNote: 'Both of us are on leave then.' });
    // Days of the Netherlands, at their noon: 31 times 24 hours are only 30 days while summer time ends in between.
    const answeredDaysAgo = (days: number) =>
      app.owner.query(`UPDATE stay SET answered_at = (app_today() - $2::int + time '12:00') AT TIME ZONE 'Europe/Amsterdam' WHERE id = $1`, [params.stayId, days]);
    await answeredDaysAgo(30);
    expect((await partner.call(cityHome.stay, { params })).status).toBe(200);
    await answeredDaysAgo(31);
    expect((await partner.call(cityHome.stay, { params })).status).toBe(404);
    expect((await partner.call(cityHome.show)).reply.past).toEqual([]);
  });
});

describe('a guest', () => {
  test('arrives and departs by the city’s word', async () => {
    const { partner, day } = world;
    const { params } = await stayIn('TRAVELLING', -20, 30);
    expect((await partner.call(cityHome.stay, { params })).reply).toMatchObject({ phase: 'CONFIRMED', status: 'TRAVELLING', may: ['arrive'] });
    expect((await partner.call(cityHome.arrive, { params, body: { version: 1, on: day(1) } })).problem).toMatchObject({ status: 422, errors: [{ pointer: '/on' }] });
    const here = (await partner.call(cityHome.arrive, { params, body: { version: 1, on: day(-19) } })).reply;
    expect(here).toMatchObject({ status: 'IN_STAY', actualArrivesOn: day(-19), returnReviewed: false, may: ['depart'] });
    const depart = (over: object) => partner.call(cityHome.depart, { params, body: { version: 2, on: day(-1), withoutReviewBecause: null, ...over } });
    expect((await depart({})).problem).toMatchObject({ status: 422, errors: [{ pointer: '/withoutReviewBecause' }] });
    const gone = (await depart({ withoutReviewBecause: 'Left in a hurry, to family.' })).reply;
    expect(gone).toMatchObject({ phase: 'AFTER', status: 'DEPARTED', nights: 18, endedOn: day(-1), version: 3 });
    expect(gone).not.toHaveProperty('arrivesOn');
  });

  test('who left longer ago than a city may look back is written down by a coordinator', async () => {
    const { partner, coordinator, day } = world;
    const { params } = await stayIn('IN_STAY', -90, -20);
    const body = { version: 1, on: day(-31), withoutReviewBecause: 'Nobody wrote it down then.' };
    expect((await partner.call(cityHome.depart, { params, body })).problem).toMatchObject({ status: 422, errors: [{ pointer: '/on' }] });
    expect((await coordinator.call(stays.depart, { params, body })).status).toBe(200);
    expect((await partner.call(cityHome.stay, { params })).status).toBe(404);
  });

  test('is shown for 30 days after the departure, and then never was', async () => {
    const { partner, day } = world;
    const { params, stayId } = await stayIn('DEPARTED', -90, -30);
    expect((await partner.call(cityHome.stay, { params })).reply).toMatchObject({ phase: 'AFTER', nights: 60, endedOn: day(-30) });
    await app.owner.query('UPDATE stay SET actual_departs_on = $2 WHERE id = $1', [stayId, day(-31)]);
    const closed = await partner.call(cityHome.stay, { params });
    const unknown = await partner.call(cityHome.stay, { params: { stayId: randomUUID() } });
    expect([closed.status, closed.text]).toEqual([404, unknown.text]);
  });
});

describe('what isn’t a city’s own', () => {
  test('is the same 404, to the byte, for a foreign, a hidden, an unknown and a malformed id', async () => {
    const { partner } = world;
    const foreign = await aPlacementWorld(app);
    const bodies = { confirm: {}, decline: { reason: 'OTHER', note: 'no' }, arrive: { on: world.day(0) }, depart: { on: world.day(0), withoutReviewBecause: null },
      offerOtherDates: { arrivesOn: world.day(5), departsOn: world.day(9), note: null } } as const;
    const theirs = await aStay(app.owner, {
      defenderId: (await aDefender(app.owner)).id, placeId: foreign.placeId, cityId: foreign.city.id, status: 'PROPOSED', arrivesOn: foreign.day(5), departsOn: foreign.day(25),
    });
    const hidden = [];
    for (const status of ['DRAFT', 'LAPSED', 'TURNED_DOWN', 'CANCELLED', 'NO_SHOW'] as const) hidden.push((await stayIn(status, 33, 63)).stayId);
    const answers = [];
    for (const stayId of [theirs, ...hidden, randomUUID(), randomUUID().toUpperCase(), 'none', '\0', 'x'.repeat(200), "' OR true --"]) {
      answers.push(await partner.call(cityHome.stay, { params: { stayId } }));
      for (const [act, body] of Object.entries(bodies)) {
        answers.push(await partner.call(cityHome[act as keyof typeof bodies], { params: { stayId }, body: { version: 1, ...body } }));
      }
    }
    expect(new Set(answers.map(({ status, text }) => `${String(status)} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    const { rows } = await app.owner.query('SELECT status, version FROM stay WHERE id = $1', [theirs]);
    expect(rows).toEqual([{ status: 'PROPOSED', version: 1 }]);
  });

  test('has no home for others', async () => {
    expect((await world.coordinator.call(cityHome.show)).status).toBe(403);
    const { params } = await stayIn('CONFIRMED', -1, 30);
    // Arriving is a coordinator's act too, by another address.
    expect((await world.coordinator.call(cityHome.arrive, { params, body: { version: 1, on: world.day(0) } })).status).toBe(404);
    expect((await app.anybody.call(cityHome.show)).status).toBe(401);
  });
});

describe('the home', () => {
  test('shows requests by the day an answer is due, guests by arrival, and the past, newest first', async () => {
    const { partner, otherPlaceId, city, day } = world;
    const first = await stayIn('PROPOSED', 60, 80, { holdExpiresAt: new Date(`${day(2)}T22:00:00Z`) });
    const second = await stayIn('PROPOSED', 30, 50, { holdExpiresAt: new Date(`${day(5)}T22:00:00Z`) });
    const here = await stayIn('IN_STAY', -10, 20);
    const coming = await stayIn('CONFIRMED', 5, 25, { placeId: otherPlaceId }, { interpreter: null });
    const gone = await stayIn('CUT_SHORT', -80, -20, { actualDepartsOn: day(-21) });
    const lately = await stayIn('DEPARTED', -60, -12, { placeId: otherPlaceId }, { interpreter: null });
    const home = (await partner.call(cityHome.show)).reply;
    expect(home.city).toEqual(city);
    expect(home.requests.map(({ id }) => id)).toEqual([first.stayId, second.stayId]);
    expect(home.guests.map(({ id }) => id)).toEqual([here.stayId, coming.stayId]);
    expect(home.guests.map(({ may }) => may)).toEqual([['depart'], ['arrive']]);
    expect(home.past.map(({ id }) => id)).toEqual([lately.stayId, gone.stayId]);
  });

  test('says what waits in the capacity and what nobody has filled in', async () => {
    const { partner, city, placeId, day } = world;
    await requestedCapacity(app.owner, { cityId: city.id, placeId, opensOn: day(800), closesOn: day(830) });
    await requestedCapacity(app.owner, { cityId: city.id, placeId, opensOn: day(840), closesOn: day(850), status: 'OFFERED' });
    await requestedCapacity(app.owner, { cityId: city.id, placeId, opensOn: day(-40), closesOn: day(-10), status: 'OFFERED' });
    expect((await partner.call(cityHome.show)).reply.capacity).toEqual({
      unanswered: 1, unconfirmed: 1, confirmedUntil: day(700), missing: ['LANGUAGES', 'CARE', 'STEP_FREE', 'QUIET', 'DIET', 'ADDRESS'],
    });
    const bare = await aCity(app.owner, { languagesKnown: true, careNearby: false });
    await aPlace(app.owner, { cityId: bare.id, stepFree: false, quiet: true, dietPossible: false });
    const other = await app.signedInAs('CITY_PARTNER', { cityId: bare.id });
    expect((await other.call(cityHome.show)).reply.capacity).toEqual({ unanswered: 0, unconfirmed: 0, confirmedUntil: null, missing: ['ADDRESS', 'NEXT_YEAR'] });
  });
});
