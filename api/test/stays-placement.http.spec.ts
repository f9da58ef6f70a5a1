import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { stays, type StayView } from '@shelter-city/contract/stays';
import { addDays, addMonths } from '@shelter-city/domain/calendar/calendar-date';
import { sqlStateOf } from '../src/persistence/retry.ts';
import { aCity, aPlace, confirmedCapacity, someBlockedDays } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { insert, insertId } from './factories/insert.ts';
import { aPlacementWorld, aProposal, why, type PlacementWorld } from './factories/placement.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

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

/** Proposes a fresh person; the answer is the proposal. */
async function proposed(from: number, until: number, over: { readonly placeId?: string } = {}): Promise<StayView> {
  const { body } = await aProposal(app, world, from, until);
  return (await world.coordinator.call(stays.proposeNew, { body: { ...body, ...over } })).reply;
}

/** The problem of proposing a person with these facts. */
async function refusal(from: number, until: number, defender: Parameters<typeof aDefender>[1] = {}, asker: SignedIn = world.coordinator) {
  const { body } = await aProposal(app, world, from, until, defender);
  return (await asker.call(stays.proposeNew, { body, headers: { 'accept-language': 'en' } })).problem;
}
const written = (day: string) => new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

describe('a proposal', () => {
  test('is refused while another guest has the place, and names the nights', async () => {
    await proposed(10, 40);
    const { day } = world;
    expect(await refusal(39, 60)).toMatchObject({
      status: 409, type: '/problems/place-taken', detail: `The place is taken from ${written(day(10))} to ${written(day(40))}.`,
    });
  });

  test('begins on the day the guest before leaves, and ends on the day the next arrives', async () => {
    await proposed(10, 40);
    await proposed(60, 80);
    expect((await proposed(40, 60)).status).toBe('PROPOSED');
  });

  test('leaves the place the rest its city asks, before and after', async () => {
    await app.owner.query('UPDATE host_city SET days_between_guests = 4 WHERE id = $1', [world.city.id]);
    await proposed(20, 40);
    expect(await refusal(42, 60)).toMatchObject({ status: 409, type: '/problems/place-needs-its-rest', detail: expect.stringContaining('4') });
    expect(await refusal(5, 17)).toMatchObject({ status: 409, type: '/problems/place-needs-its-rest' });
    expect((await proposed(44, 60)).status).toBe('PROPOSED');
    expect((await proposed(5, 16)).status).toBe('PROPOSED');
  });

  test('lies inside capacity that its city signed', async () => {
    const { city, coordinator, partner, day } = world;
    const placeId = await aPlace(app.owner, { cityId: city.id });
    await confirmedCapacity(app.owner, { cityId: city.id, placeId, opensOn: day(5), closesOn: day(30), confirmedById: partner.accountId });
    await confirmedCapacity(app.owner, { cityId: city.id, placeId, opensOn: day(30), closesOn: day(50), confirmedById: partner.accountId });
    const { body } = await aProposal(app, { placeId, day }, 10, 60);
    const refused = await coordinator.call(stays.proposeNew, { body, headers: { 'accept-language': 'en' } });
    expect(refused.problem).toMatchObject({
      status: 409, type: '/problems/capacity-not-confirmed', detail: `Not confirmed: ${written(day(50))} to ${written(day(60))}.`,
    });
    expect((await coordinator.call(stays.proposeNew, { body: { ...body, departsOn: day(50) } })).status).toBe(200);
  });

  test('keeps off blocked days and off a place that is given up', async () => {
    const { city, placeId, otherPlaceId, day } = world;
    await someBlockedDays(app.owner, { cityId: city.id, placeId, blockedFrom: day(20), blockedUntil: day(25) });
    expect(await refusal(10, 30)).toMatchObject({
      status: 409, type: '/problems/place-closed', detail: `It is closed from ${written(day(20))} to ${written(day(25))}.`,
    });
    await app.owner.query('UPDATE place SET retired_on = $2 WHERE id = $1', [otherPlaceId, day(35)]);
    const { body } = await aProposal(app, { placeId: otherPlaceId, day }, 30, 40);
    expect((await world.coordinator.call(stays.proposeNew, { body })).problem.type).toBe('/problems/place-closed');
  });

  test('is refused while the person has another stay', async () => {
    const { coordinator, otherPlaceId, day } = world;
    const { body } = await aProposal(app, world, 10, 40);
    expect((await coordinator.call(stays.proposeNew, { body })).status).toBe(200);
    const second = await coordinator.call(stays.proposeNew, { body: { ...body, placeId: otherPlaceId, arrivesOn: day(30), departsOn: day(50) } });
    expect(second.problem).toMatchObject({ status: 409, type: '/problems/defender-elsewhere', detail: expect.stringContaining(written(day(40))) });
  });

  test('keeps to 90 days in 180, with imported presences and the person’s other stays', async () => {
    const { coordinator, otherPlaceId, day } = world;
    // 89 nights are 90 days; the 90th night makes 91.
    expect((await proposed(10, 99)).visaDaysLeft).toBe(0);
    const over = await refusal(110, 200, {});
    expect(over).toMatchObject({ status: 409, type: '/problems/visa-days-exceeded', detail: `The last day that is allowed is ${written(day(199))}.` });

    const visitor = await aDefender(app.owner);
    await insert(app.owner, 'schengen_presence', { defenderId: visitor.id, enteredOn: day(1), leftOn: day(30), source: 'training' });
    const body = { code: visitor.code, placeId: otherPlaceId, arrivesOn: day(60), departsOn: day(119), why, holdUntil: day(7) };
    expect((await coordinator.call(stays.proposeNew, { body: { ...body, departsOn: day(120) } })).problem.type).toBe('/problems/visa-days-exceeded');
    expect((await coordinator.call(stays.proposeNew, { body })).reply.visaDaysLeft).toBe(0);
    const later = await coordinator.call(stays.proposeNew, { body: { ...body, arrivesOn: day(130), departsOn: day(140) } });
    expect(later.problem.type).toBe('/problems/visa-days-exceeded');
  });

  test('goes past the ninety days on those that a national visa or one of limited territory covers, each of several for its days', async () => {
    const { coordinator, otherPlaceId, day } = world;
    const visitor = await aDefender(app.owner);
    await insert(app.owner, 'schengen_presence', { defenderId: visitor.id, enteredOn: day(-30), leftOn: day(30), source: 'training' });
    const body = { code: visitor.code, placeId: otherPlaceId, arrivesOn: day(40), departsOn: day(120), why, holdUntil: day(7) };
    const asked = async () => coordinator.call(stays.proposeNew, { body });
    const holds = (kind: string, countries: string, until: number, from = 0) =>
      insert(app.owner, 'held_visa', { defenderId: visitor.id, kind, countries, validFrom: day(from), validUntil: day(until) });
    const holdsNone = () => app.owner.query('DELETE FROM held_visa WHERE defender_id = $1', [visitor.id]);
    expect((await asked()).problem.type).toBe('/problems/visa-days-exceeded');
    for (const [kind, countries, until] of [['SHORT_STAY', '{}', 200], ['NATIONAL', '{FR}', 200], ['NATIONAL', '{NL}', 90], ['LIMITED_TERRITORY', '{BE}', 200]] as const) {
      await holds(kind, countries, until);
      expect((await asked()).problem.type).toBe('/problems/visa-days-exceeded');
      await holdsNone();
    }
    // Sixty-one days are used, and the last ten are counted: the visa ended on the day before them.
    await holds('NATIONAL', '{NL}', 110);
    expect((await asked()).reply).toMatchObject({ status: 'PROPOSED', visaDaysLeft: 19 });
    await app.owner.query('DELETE FROM stay WHERE defender_id = $1', [visitor.id]);
    await holdsNone();
    // Neither of the two is enough: under one the days don't count, under the other they may be the ninety-first.
    await holds('NATIONAL', '{NL}', 60);
    expect((await asked()).problem.type).toBe('/problems/visa-days-exceeded');
    await holds('LIMITED_TERRITORY', '{NL}', 120, 61);
    expect((await asked()).reply).toMatchObject({ status: 'PROPOSED', visaDaysLeft: 0 });
    await app.owner.query("UPDATE schengen_presence SET basis = 'NATIONAL' WHERE defender_id = $1", [visitor.id]);
    await app.owner.query('DELETE FROM stay WHERE defender_id = $1', [visitor.id]);
    await holdsNone();
    expect((await asked()).reply).toMatchObject({ status: 'PROPOSED', visaDaysLeft: 9 });
  });

  test('needs a passport that outlives it by three months; one that nobody asked for is no refusal', async () => {
    const { day } = world;
    const needed = addMonths(day(40), 3);
    expect(await refusal(10, 40, { passportValidUntil: addDays(needed, -1) })).toMatchObject({
      status: 409, type: '/problems/passport-too-short', detail: `It must be valid until ${written(needed)}.`,
    });
    const { body } = await aProposal(app, world, 10, 40, { passportValidUntil: null });
    expect((await world.coordinator.call(stays.proposeNew, { body })).status).toBe(200);
  });

  test('says why, and holds for two weeks at most', async () => {
    const { coordinator, day } = world;
    const { body } = await aProposal(app, world, 10, 40);
    const problem = async (over: object) => (await coordinator.call(stays.proposeNew, { body: { ...body, ...over } })).problem;
    expect(await problem({ why: ' short   ' })).toMatchObject({ status: 422, type: '/problems/invalid-request', errors: [{ pointer: '/why' }] });
    expect(await problem({ holdUntil: day(15) })).toMatchObject({ status: 422, type: '/problems/hold-too-long', errors: [{ pointer: '/holdUntil' }] });
    expect(await problem({ holdUntil: day(0) })).toMatchObject({ status: 422, errors: [{ pointer: '/holdUntil' }] });
    expect((await coordinator.call(stays.proposeNew, { body: { ...body, holdUntil: day(14) } })).status).toBe(200);
  });

  test('of somebody who is no longer selected is refused, though the draft was made', async () => {
    const { coordinator, placeId, day } = world;
    const person = await aDefender(app.owner);
    const draft = (await coordinator.call(stays.draft, { body: { code: person.code, placeId, arrivesOn: day(10), departsOn: day(40) } })).reply;
    await app.owner.query(`UPDATE defender SET selection = 'WITHDRAWN' WHERE id = $1`, [person.id]);
    const refused = await coordinator.call(stays.propose, { params: { stayId: draft.id }, body: { version: 1, why, holdUntil: day(7) } });
    expect(refused.problem.type).toBe('/problems/defender-not-selected');
  });
});

describe('a risk note', () => {
  const aNote = (defenderId: string, more: object = {}) =>
    insertId(app.owner, 'risk_note', {
      subject: 'DEFENDER', defenderId, scope: 'PERSON', level: 'HIGH', degree: 'DIRECT_RISK', reviewBy: world.day(30), authorId: world.cleared.accountId, ...more,
    });
  const propose = (code: string, asker: SignedIn, over: object = {}) =>
    asker.call(stays.proposeNew, { body: { code, placeId: world.placeId, arrivesOn: world.day(10), departsOn: world.day(40), why, holdUntil: world.day(7), ...over } });

  test('keeps a person out of a city, and says so to those who may read it', async () => {
    const person = await aDefender(app.owner);
    const noteId = await aNote(person.id);
    await app.owner.query('INSERT INTO risk_city_ban (note_id, defender_id, city_id) VALUES ($1, $2, $3)', [noteId, person.id, world.city.id]);
    expect((await propose(person.code, world.coordinator)).problem).toMatchObject({ status: 409, type: '/problems/risk-rule', errors: [{ pointer: '/placeId' }] });
    await aNote(person.id, { supersedesId: noteId });
    expect((await propose(person.code, world.coordinator)).status).toBe(200);
  });

  test('that is restricted is named only as a rule', async () => {
    const person = await aDefender(app.owner);
    const noteId = await aNote(person.id, { restricted: true });
    await app.owner.query('INSERT INTO risk_city_ban (note_id, defender_id, city_id) VALUES ($1, $2, $3)', [noteId, person.id, world.city.id]);
    const { problem } = await propose(person.code, world.coordinator);
    expect(problem).toEqual({ type: '/problems/risk-rule', status: 409, title: expect.any(String), requestId: expect.any(String) });
    expect((await propose(person.code, world.cleared)).problem.errors).toHaveLength(1);
  });

  test('keeps two people apart in one city at one time, whoever of them it is about', async () => {
    const { coordinator, otherPlaceId, day } = world;
    const here = await aDefender(app.owner);
    const comer = await aDefender(app.owner);
    const noteId = await aNote(here.id);
    await app.owner.query('INSERT INTO risk_apart (note_id, defender_id, other_defender_id) VALUES ($1, $2, $3)', [noteId, here.id, comer.id]);
    expect((await propose(here.code, coordinator)).status).toBe(200);
    const there = { placeId: otherPlaceId };
    expect((await propose(comer.code, coordinator, there)).problem).toMatchObject({ status: 409, type: '/problems/risk-rule' });
    expect((await propose(comer.code, coordinator, { ...there, arrivesOn: day(40), departsOn: day(60) })).status).toBe(200);
  });

  test('lets only one of two into a city when both are proposed in the same moment', async () => {
    const [a, b] = [await aDefender(app.owner), await aDefender(app.owner)];
    const noteId = await aNote(a.id);
    await app.owner.query('INSERT INTO risk_apart (note_id, defender_id, other_defender_id) VALUES ($1, $2, $3)', [noteId, a.id, b.id]);
    const answers = await Promise.all([propose(a.code, world.coordinator), propose(b.code, world.coordinator, { placeId: world.otherPlaceId })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('an expired hold', () => {
  test('in the way lapses by the proposal that needs its nights', async () => {
    const { coordinator, day } = world;
    const old = await proposed(10, 40);
    await app.owner.query(`UPDATE stay SET hold_expires_at = now() - interval '1 minute' WHERE id = $1`, [old.id]);
    expect((await proposed(30, 50)).status).toBe('PROPOSED');
    const shown = (await coordinator.call(stays.show, { params: { stayId: old.id } })).reply;
    expect(shown).toMatchObject({ status: 'LAPSED', may: [], planned: { from: day(10), until: day(40) }, version: 2 });
    const history = (await coordinator.call(stays.history, { params: { stayId: old.id } })).reply.items;
    expect(history.map(({ verb, fromStatus, toStatus }) => [verb, fromStatus, toStatus])).toEqual([
      ['stay:lapse', 'PROPOSED', 'LAPSED'], ['stay:propose', null, 'PROPOSED'],
    ]);
    // It lapsed by time alone, whoever came by.
    expect(history.map(({ actor }) => actor?.id ?? null)).toEqual([null, coordinator.accountId]);
  });

  test('of the same person elsewhere lapses as well, and one that still runs does not', async () => {
    const { coordinator, otherPlaceId, day } = world;
    const { body } = await aProposal(app, world, 10, 40);
    const old = (await coordinator.call(stays.proposeNew, { body })).reply;
    const elsewhere = { ...body, placeId: otherPlaceId };
    expect((await coordinator.call(stays.proposeNew, { body: elsewhere })).problem.type).toBe('/problems/defender-elsewhere');
    await app.owner.query(`UPDATE stay SET hold_expires_at = now() - interval '1 minute' WHERE id = $1`, [old.id]);
    expect((await coordinator.call(stays.proposeNew, { body: elsewhere })).reply.planned.from).toBe(day(10));
  });

  test('is the one thing that a coordinator may write down as nobody’s act', async () => {
    const client = await app.owner.connect();
    const told = async (verb: string, actorId: string | null) => {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.account_id', $1, true), set_config('role', 'shelter_coordinator', true)`, [world.coordinator.accountId]);
      const line = client.query(`INSERT INTO event (actor_id, subject, subject_id, verb) VALUES ($1, 'STAY', gen_random_uuid(), $2)`, [actorId, verb]);
      const answer = await line.then(() => 'written', (thrown: unknown) => sqlStateOf(thrown));
      await client.query('ROLLBACK');
      return answer;
    };
    try {
      expect(await told('stay:lapse', null)).toBe('written');
      expect(await told('stay:cancel', null)).toBe('42501');
      expect(await told('stay:lapse', world.cleared.accountId)).toBe('42501');
    } finally {
      client.release();
    }
  });
});

describe('a move', () => {
  test('of a proposal is judged like a proposal, within its city', async () => {
    const { coordinator, otherPlaceId, placeId, day } = world;
    await proposed(10, 40);
    const stay = await proposed(10, 40, { placeId: otherPlaceId });
    const move = (version: number, to: object) =>
      coordinator.call(stays.move, { params: { stayId: stay.id }, body: { version, placeId, arrivesOn: day(10), departsOn: day(40), ...to } });
    expect((await move(1, {})).problem.type).toBe('/problems/place-taken');
    await app.owner.query(
      `INSERT INTO schengen_presence (defender_id, entered_on, left_on, source) SELECT defender_id, $2, $3, 'training' FROM stay WHERE id = $1`,
      [stay.id, day(1), day(30)],
    );
    expect((await move(1, { arrivesOn: day(40), departsOn: day(110) })).problem.type).toBe('/problems/visa-days-exceeded');
    const moved = (await move(1, { arrivesOn: day(40), departsOn: day(70) })).reply;
    expect(moved).toMatchObject({ place: { id: placeId }, planned: { from: day(40), until: day(70) }, status: 'PROPOSED', version: 2 });
    expect((await move(2, { arrivesOn: day(41), departsOn: day(71) })).reply.version).toBe(3);

    const elsewhere = await aCity(app.owner);
    const farAway = await aPlace(app.owner, { cityId: elsewhere.id });
    expect((await move(3, { placeId: farAway })).problem).toMatchObject({ status: 422, errors: [{ pointer: '/placeId' }] });
    expect((await move(3, { arrivesOn: day(-3), departsOn: day(10) })).problem).toMatchObject({ status: 422, errors: [{ pointer: '/arrivesOn' }] });
  });
});
