import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { cityHome } from '@shelter-city/contract/city-home';
import { stays } from '@shelter-city/contract/stays';
import { aDefender, aCall, anApplication } from './factories/defender.ts';
import { insert } from './factories/insert.ts';
import { aPlacementWorld, aProposal, why, type PlacementWorld } from './factories/placement.ts';
import { startApp, type TestApp } from './harness/app.ts';

let app: TestApp;
let world: PlacementWorld;
beforeAll(async () => {
  app = await startApp();
  world = await aPlacementWorld(app);
});
afterEach(() => {
  app.clock.moveTo(`${world.today}T12:00:00Z`);
});
afterAll(async () => {
  await app.stop();
});

const eventsOf = async (stayId: string) =>
  (await app.owner.query<{ verb: string; from_status: string | null; to_status: string | null; actor_id: string }>(
    'SELECT verb, from_status, to_status, actor_id FROM event WHERE subject_id = $1 ORDER BY at, id', [stayId],
  )).rows;

describe('the whole life of a stay', () => {
  test('goes from a draft to a closed file, and every step leaves an event', async () => {
    const { coordinator, cleared, partner, placeId, day } = await aPlacementWorld(app);
    const { id: defenderId, code, codeName } = await aDefender(app.owner);
    const callId = await aCall(app.owner);
    await anApplication(app.owner, { callId, defenderId, status: 'SELECTED' });
    const drafted = (await coordinator.call(stays.draft, { body: { code, placeId, arrivesOn: day(20), departsOn: day(60) } })).reply;
    expect(drafted).toMatchObject({
      status: 'DRAFT', defender: { code, codeName }, nights: 40, visaDaysLeft: 49, version: 1,
      caseLead: { id: coordinator.accountId }, may: ['propose', 'move', 'discard'],
    });
    const params = { stayId: drafted.id };
    expect((await partner.call(cityHome.stay, { params })).status).toBe(404);

    const proposed = (await coordinator.call(stays.propose, { params, body: { version: 1, why, holdUntil: day(14) } })).reply;
    expect(proposed).toMatchObject({ status: 'PROPOSED', whyThisCity: why, version: 2, may: ['move', 'extendHold', 'turnDown', 'cancel'] });
    const { rows: [kept] } = await app.owner.query('SELECT call_id, decided_on_facts, hold_expires_at FROM stay WHERE id = $1', [drafted.id]);
    expect(kept.call_id).toBe(callId);
    expect(kept.decided_on_facts).toMatchObject({ rulesVersion: expect.any(Number), arrivesOn: day(20), departsOn: day(60), visaDaysLeft: 49, passport: 'VALID' });
    expect((await partner.call(cityHome.confirm, { params, body: { version: 2 } })).reply).toMatchObject({ phase: 'CONFIRMED', arrivesOn: day(20) });

    expect((await coordinator.call(stays.travel, { params, body: { version: 3 } })).reply).toMatchObject({ status: 'TRAVELLING', holdExpiresAt: null });
    app.clock.moveTo(`${day(21)}T12:00:00Z`);
    const arrived = (await coordinator.call(stays.arrive, { params, body: { version: 4, on: day(21) } })).reply;
    expect(arrived).toMatchObject({ status: 'IN_STAY', actualArrivesOn: day(21), nights: 39, may: [] });
    app.clock.moveTo(`${day(58)}T12:00:00Z`);
    expect((await coordinator.call(stays.show, { params })).reply.may).toEqual(['depart', 'cutShort']);
    expect((await cleared.call(stays.show, { params })).reply.may).toEqual(['reviewReturn', 'depart', 'cutShort']);
    expect((await coordinator.call(stays.reviewReturn, { params, body: { version: 5 } })).status).toBe(403);
    expect((await cleared.call(stays.reviewReturn, { params, body: { version: 5 } })).reply.returnReviewedOn).toBe(day(58));
    app.clock.moveTo(`${day(61)}T12:00:00Z`);
    const departed = (await coordinator.call(stays.depart, { params, body: { version: 6, on: day(61), withoutReviewBecause: null } })).reply;
    expect(departed).toMatchObject({ status: 'DEPARTED', actualDepartsOn: day(61), nights: 40, may: ['close'] });
    const closing = await coordinator.call(stays.close, { params, body: { version: 7, note: null } });
    expect(closing.problem).toMatchObject({ status: 422, type: '/problems/stay-change-not-possible', errors: [{ pointer: '/note' }] });
    const closed = (await coordinator.call(stays.close, { params, body: { version: 7, note: 'Followed up by the partner organisation.' } })).reply;
    expect(closed).toMatchObject({ status: 'CLOSED', may: [], version: 8 });

    const events = await eventsOf(drafted.id);
    expect(events.map(({ verb, from_status, to_status }) => [verb, from_status, to_status])).toEqual([
      ['stay:draft', null, 'DRAFT'], ['stay:propose', 'DRAFT', 'PROPOSED'], ['stay:confirm', 'PROPOSED', 'CONFIRMED'],
      ['stay:start-travel', 'CONFIRMED', 'TRAVELLING'], ['stay:arrive', 'TRAVELLING', 'IN_STAY'], ['stay:review-return', 'IN_STAY', 'IN_STAY'],
      ['stay:depart', 'IN_STAY', 'DEPARTED'], ['stay:close', 'DEPARTED', 'CLOSED'],
    ]);
    expect(events.map(({ actor_id }) => actor_id)).toContain(partner.accountId);
    const history = (await coordinator.call(stays.history, { params })).reply.items;
    expect(history[0]).toMatchObject({ verb: 'stay:close', note: 'Followed up by the partner organisation.', actor: { id: coordinator.accountId } });
    expect(history).toHaveLength(8);
  });
});

describe('a draft', () => {
  test('takes no nights, so two may lie on the same ones', async () => {
    const { coordinator, placeId, day } = world;
    for (const { code } of [await aDefender(app.owner), await aDefender(app.owner)]) {
      expect((await coordinator.call(stays.draft, { body: { code, placeId, arrivesOn: day(100), departsOn: day(130) } })).status).toBe(200);
    }
  });

  test('needs a selected defender, a place and days in order', async () => {
    const { coordinator, placeId, day } = world;
    const reserve = await aDefender(app.owner, { selection: 'RESERVE' });
    const { code } = await aDefender(app.owner);
    const days = { arrivesOn: day(100), departsOn: day(130) };
    const problem = async (body: Parameters<typeof coordinator.call>[1]) => (await coordinator.call(stays.draft, body)).problem;
    expect(await problem({ body: { code: reserve.code, placeId, ...days } })).toMatchObject({ status: 409, type: '/problems/defender-not-selected' });
    expect(await problem({ body: { code, placeId: randomUUID(), ...days } })).toMatchObject({ status: 422, errors: [{ pointer: '/placeId' }] });
    expect(await problem({ body: { code: 'no-body', placeId, ...days } })).toMatchObject({ status: 422, errors: [{ pointer: '/code' }] });
    expect(await problem({ body: { code, placeId, arrivesOn: day(10), departsOn: day(10) } })).toMatchObject({ status: 422, errors: [{ pointer: '/departsOn' }] });
    expect(await problem({ body: { code, placeId, arrivesOn: day(-1), departsOn: day(10) } })).toMatchObject({ status: 422, errors: [{ pointer: '/arrivesOn' }] });
    expect(await problem({ body: { code, placeId, arrivesOn: day(1), departsOn: day(120) } })).toMatchObject({
      status: 422, type: '/problems/stay-change-not-possible', errors: [{ pointer: '/departsOn', detail: expect.stringContaining('three months') }],
    });
  });

  test('is thrown away, and nothing else is', async () => {
    const { coordinator, placeId, day } = world;
    const { code } = await aDefender(app.owner);
    const { id } = (await coordinator.call(stays.draft, { body: { code, placeId, arrivesOn: day(100), departsOn: day(130) } })).reply;
    const discard = (version: string) => coordinator.call(stays.discard, { params: { stayId: id }, query: { version } });
    expect((await discard('2')).problem).toMatchObject({ status: 409, type: '/problems/changed-meanwhile', current: { version: 1 } });
    expect((await discard('1')).reply).toEqual({ done: true });
    expect((await discard('1')).status).toBe(404);
    expect((await eventsOf(id)).map(({ verb }) => verb)).toEqual(['stay:draft', 'stay:discard']);
    const { body } = await aProposal(app, world, 400, 420);
    const proposal = (await coordinator.call(stays.proposeNew, { body })).reply;
    const refused = await coordinator.call(stays.discard, { params: { stayId: proposal.id }, query: { version: '1' } });
    expect(refused.problem).toMatchObject({ status: 409, type: '/problems/stay-not-in-that-state', current: { status: 'PROPOSED' } });
  });

  test('moves freely, to another city too', async () => {
    const { coordinator, placeId, day } = world;
    const elsewhere = await aPlacementWorld(app, { daysBetweenGuests: 3 });
    const { code } = await aDefender(app.owner);
    const { id } = (await coordinator.call(stays.draft, { body: { code, placeId, arrivesOn: day(100), departsOn: day(130) } })).reply;
    const moved = await coordinator.call(stays.move, {
      params: { stayId: id }, body: { version: 1, placeId: elsewhere.placeId, arrivesOn: day(110), departsOn: day(140) },
    });
    expect(moved.reply).toMatchObject({ city: { id: elsewhere.city.id }, planned: { from: day(110), until: day(140) }, status: 'DRAFT', version: 2 });
    const { rows } = await app.owner.query('SELECT rest_days, city_id FROM stay WHERE id = $1', [id]);
    expect(rows).toEqual([{ rest_days: 3, city_id: elsewhere.city.id }]);
  });
});

describe('every write', () => {
  test('answers what a look at the stay would show', async () => {
    const { coordinator, cleared, placeId, day } = world;
    const { id: defenderId, code } = await aDefender(app.owner, { caseLeadId: cleared.accountId, track: 'ARTIST' });
    await insert(app.owner, 'schengen_presence', { defenderId, enteredOn: day(-20), leftOn: day(-11), source: 'training' });
    const { body } = await aProposal(app, world, 160, 190);
    const draft = (await coordinator.call(stays.draft, { body: { code, placeId, arrivesOn: day(100), departsOn: day(130) } })).reply;
    const proposal = (await coordinator.call(stays.proposeNew, { body: { ...body, code } })).reply;
    const moved = (await coordinator.call(stays.move, { params: { stayId: draft.id }, body: { version: 1, placeId, arrivesOn: day(101), departsOn: day(131) } })).reply;
    for (const answer of [proposal, moved]) expect((await coordinator.call(stays.show, { params: { stayId: answer.id } })).reply).toEqual(answer);
    expect(proposal).toMatchObject({ caseLead: { id: cleared.accountId }, track: 'ARTIST', visaDaysLeft: 59, holdExpiresAt: expect.any(String) });
    expect(draft).toEqual({ ...moved, planned: { from: day(100), until: day(130) }, visaDaysLeft: draft.visaDaysLeft, version: 1 });
  });

  test('that saw an older version is refused with the stay as it is now', async () => {
    const { coordinator, day } = world;
    const { body } = await aProposal(app, world, 200, 230);
    const { id } = (await coordinator.call(stays.proposeNew, { body })).reply;
    const params = { stayId: id };
    expect((await coordinator.call(stays.extendHold, { params, body: { version: 1, holdUntil: day(9) } })).reply.version).toBe(2);
    const late = await coordinator.call(stays.cancel, { params, body: { version: 1, reason: 'VISA_REFUSED', note: null } });
    expect(late.problem).toMatchObject({ status: 409, type: '/problems/changed-meanwhile', current: { id, status: 'PROPOSED', version: 2 } });
    expect((await eventsOf(id)).map(({ verb }) => verb)).toEqual(['stay:propose', 'stay:extend-hold']);
  });

  test('with one key happens once and answers the same again', async () => {
    const { coordinator } = world;
    const { body } = await aProposal(app, world, 240, 260);
    const headers = { 'idempotency-key': randomUUID() };
    const first = await coordinator.call(stays.proposeNew, { body, headers });
    const again = await coordinator.call(stays.proposeNew, { body, headers });
    expect(first.status).toBe(200);
    expect(again.reply).toEqual(first.reply);
    const { rows } = await app.owner.query('SELECT id FROM stay WHERE defender_id = (SELECT defender_id FROM stay WHERE id = $1)', [first.reply.id]);
    expect(rows).toHaveLength(1);
    const other = await coordinator.call(stays.proposeNew, { body: { ...body, why: 'Another reason altogether.' }, headers });
    expect(other.problem).toMatchObject({ status: 422, type: '/problems/key-used-for-something-else' });
  });

  test('that the state does not allow is refused with the stay as it is', async () => {
    const { coordinator, day } = world;
    const { body } = await aProposal(app, world, 270, 290);
    const { id } = (await coordinator.call(stays.proposeNew, { body })).reply;
    const params = { stayId: id };
    for (const [endpoint, more] of [
      [stays.travel, {}], [stays.arrive, { on: day(0) }], [stays.depart, { on: day(0), withoutReviewBecause: null }], [stays.close, { note: 'done' }],
      [stays.noShow, { welfareCheck: 'Called the go-between twice.' }], [stays.acceptOtherDates, {}], [stays.propose, { why, holdUntil: day(3) }],
      [stays.cutShort, { on: day(0), reason: 'HEALTH', note: null }],
    ] as const) {
      const answer = await coordinator.call(endpoint, { params, body: { version: 1, ...more } });
      expect(answer.problem).toMatchObject({ status: 409, type: '/problems/stay-not-in-that-state', current: { id, version: 1 } });
    }
  });

  test('is a coordinator’s: a city, a manager and an administrator have no such door', async () => {
    const { coordinator, partner, day } = world;
    const { body } = await aProposal(app, world, 300, 320);
    const { id } = (await coordinator.call(stays.proposeNew, { body })).reply;
    const params = { stayId: id };
    for (const asker of [partner, await app.signedInAs('MANAGER'), await app.signedInAs('ADMIN')]) {
      expect((await asker.call(stays.show, { params })).status).toBe(403);
      expect((await asker.call(stays.cancel, { params, body: { version: 1, reason: 'OTHER', note: 'no' } })).status).toBe(403);
    }
    // Arriving and departing are a city's acts too, by its own address; this one shows a coordinator's view.
    expect((await partner.call(stays.arrive, { params, body: { version: 1, on: day(0) } })).status).toBe(404);
    expect((await partner.call(stays.depart, { params, body: { version: 1, on: day(0), withoutReviewBecause: null } })).status).toBe(404);
  });
});
