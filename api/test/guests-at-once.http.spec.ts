import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cities } from '@shelter-city/contract/cities';
import { matching, type MatchOption } from '@shelter-city/contract/matching';
import { stays } from '@shelter-city/contract/stays';
import { cityHome } from '@shelter-city/contract/city-home';
import { aDefender } from './factories/defender.ts';
import { insert, type Values } from './factories/insert.ts';
import { aPlacementWorld, aProposal, why, type PlacementWorld } from './factories/placement.ts';
import { aStay } from './factories/stay.ts';
import { planning } from './factories/planning.ts';
import { startApp, type TestApp } from './harness/app.ts';

let app: TestApp;
let world: PlacementWorld;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  world = await aPlacementWorld(app, { guestsAtOnceAtMost: 1 });
});
afterAll(async () => {
  await app.stop();
});

/** Somebody who is agreed to be in the other place. */
async function aGuest(from: number, until: number, stay: Values = {}) {
  const { id: defenderId } = await aDefender(app.owner);
  const { city, otherPlaceId, day } = world;
  await aStay(app.owner, { defenderId, placeId: otherPlaceId, cityId: city.id, status: 'CONFIRMED', arrivesOn: day(from), departsOn: day(until), ...stay });
  return defenderId;
}
async function optionFor(defender: Values, from = 10, until = 20): Promise<MatchOption> {
  const { code } = await aDefender(app.owner, { earliestArrival: world.day(from), latestArrival: world.day(until), nightsWished: 30, visaNeeded: false, ...defender });
  const { options } = (await world.coordinator.call(matching.show, { params: { code } })).reply;
  return options.find(({ city }) => city.id === world.city.id)!;
}
const rule = ({ findings }: MatchOption, name: string) => findings.find((finding) => finding.rule === name);

describe('how many guests a city has at once', () => {
  test('closes its other places while it is full, and says from when it isn’t', async () => {
    await aGuest(5, 60);
    const full = await optionFor({});
    expect(full.verdict).toBe('FULL');
    expect(rule(full, 'GUESTS_AT_ONCE')).toMatchObject({ verdict: 'BLOCKED', source: 'CITY_PROFILE', fact: { code: 'GUESTS_AT_ONCE_FULL', params: { atMost: 1 } } });
    expect(await optionFor({}, 10, 70)).toMatchObject({ verdict: 'FITS', best: { span: { from: world.day(60) } } });
    expect(rule(await optionFor({}, 60, 70), 'GUESTS_AT_ONCE')).toMatchObject({ verdict: 'FITS', fact: { code: 'GUESTS_AT_ONCE_OK', params: { atMost: 1 } } });
  });

  test('counts a guest whom the coordinator may not know of', async () => {
    const defenderId = await aGuest(5, 60);
    await insert(app.owner, 'withheld_from', { defenderId, accountId: world.coordinator.accountId, addedById: world.cleared.accountId });
    expect(rule(await optionFor({}), 'GUESTS_AT_ONCE')).toMatchObject({ verdict: 'BLOCKED' });
  });

  test('says nothing where the city named no number, and is written by the city itself', async () => {
    await aGuest(5, 60);
    const where = { params: { slug: world.city.slug } };
    const { version, facts } = (await world.partner.call(cities.show, where)).reply;
    expect(facts.guestsAtOnceAtMost).toBe(1);
    const { reply } = await world.partner.call(cities.update, { ...where, body: { version, facts: { ...facts, guestsAtOnceAtMost: null } } });
    expect(reply.facts.guestsAtOnceAtMost).toBeNull();
    expect(rule(await optionFor({}), 'GUESTS_AT_ONCE')).toBeUndefined();
    const none = await world.partner.call(cities.update, { ...where, body: { version: reply.version, facts: { ...facts, guestsAtOnceAtMost: 0 } } });
    expect(none.problem).toMatchObject({ status: 422, errors: [{ pointer: '/facts/guestsAtOnceAtMost' }] });
  });
});

describe('the most guests on one night', () => {
  test('are shown from today on: to a city only those whose days it knows, to a coordinator all', async () => {
    await app.owner.query('UPDATE host_city SET guests_at_once_at_most = NULL WHERE id = $1', [world.city.id]);
    const most = async () => Promise.all([world.partner, world.coordinator].map(async (asker) => (await asker.call(cities.show, { params: { slug: world.city.slug } })).reply.mostGuestsAtOnce));
    expect(await most()).toEqual([0, 0]);
    const hidden = await aGuest(10, 40);
    await aGuest(-60, -30, { status: 'CLOSED' });
    await aGuest(30, 60, { placeId: world.placeId, status: 'PROPOSED' });
    await aGuest(40, 70);
    expect(await most()).toEqual([1, 2]);
    await aGuest(5, 20, { placeId: world.placeId });
    expect(await most()).toEqual([2, 2]);
    await insert(app.owner, 'withheld_from', { defenderId: hidden, accountId: world.partner.accountId, addedById: world.cleared.accountId });
    await insert(app.owner, 'withheld_from', { defenderId: hidden, accountId: world.coordinator.accountId, addedById: world.cleared.accountId });
    expect(await most()).toEqual([1, 2]);
  });
});

describe('proposing to a city that has its guests', () => {
  const propose = async (from: number, until: number, more: Values = {}, language = 'en') => {
    const { body } = await aProposal(app, world, from, until);
    return world.coordinator.call(stays.proposeNew, { body: { ...body, ...more }, headers: { 'accept-language': language } });
  };
  const named = (atMost: number | null) => app.owner.query('UPDATE host_city SET guests_at_once_at_most = $2 WHERE id = $1', [world.city.id, atMost]);
  const full = 'On some of these nights the city has as many guests as it can accompany at once.';

  test('is refused in every language, on the nights on which it is full and on no other', async () => {
    await aGuest(30, 60);
    for (const [language, detail] of [['en', full], ['nl', 'Op sommige van deze nachten heeft de stad zoveel gasten als ze tegelijk kan begeleiden.'], ['fr', 'Certaines de ces nuits, la ville accueille autant de personnes qu’elle peut en accompagner à la fois.']] as const)
      expect((await propose(10, 31, {}, language)).problem).toMatchObject({ status: 409, type: '/problems/place-does-not-suit', detail });
    expect((await propose(60, 90)).status).toBe(200);
    expect((await propose(10, 30)).status).toBe(200);
    await named(2);
    expect((await propose(30, 60)).status).toBe(200);
  });

  test('is refused for a guest whom the coordinator may not know of, in the same words', async () => {
    const defenderId = await aGuest(30, 60);
    await insert(app.owner, 'withheld_from', { defenderId, accountId: world.coordinator.accountId, addedById: world.cleared.accountId });
    expect((await propose(30, 50)).problem).toMatchObject({ type: '/problems/place-does-not-suit', detail: full });
  });

  test('counts no hold that has expired', async () => {
    await aGuest(30, 60, { status: 'PROPOSED', holdExpiresAt: new Date(app.clock.now().getTime() - 1000) });
    expect((await propose(30, 50)).status).toBe(200);
    expect((await propose(40, 70, { placeId: world.otherPlaceId })).problem.detail).toBe(full);
  });

  test('gives the last seat to one of two who ask at once, and the other reads why not', async () => {
    for (const start of [10, 50, 90, 130]) {
      const bodies = [await aProposal(app, world, start, start + 30), await aProposal(app, { ...world, placeId: world.otherPlaceId }, start + 5, start + 35)].map(({ body }) => body);
      const answers = await Promise.all([world.coordinator, world.cleared].map((asker, at) => asker.call(stays.proposeNew, { body: bodies[at]! })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)!.problem).toMatchObject({ type: '/problems/place-does-not-suit', detail: full });
    }
  });

  test('is refused to a draft, to a proposal that moves and to other dates, and a stay keeps the nights that it has', async () => {
    const { coordinator, partner, placeId, otherPlaceId, day } = world;
    await named(2);
    const stay = (await propose(10, 40)).reply;
    await aGuest(20, 30);
    await named(1);
    const { body } = await aProposal(app, { ...world, placeId: otherPlaceId }, 35, 45);
    const draft = (await coordinator.call(stays.draft, { body: { code: body.code, placeId: otherPlaceId, arrivesOn: body.arrivesOn, departsOn: body.departsOn } })).reply;
    expect((await coordinator.call(stays.propose, { params: { stayId: draft.id }, body: { version: 1, why, holdUntil: day(7) } })).problem.detail).toBe(full);
    const params = { stayId: stay.id };
    const move = (version: number, from: number, until: number) => coordinator.call(stays.move, { params, body: { version, placeId, arrivesOn: day(from), departsOn: day(until) } });
    const longer = (await move(stay.version, 10, 50)).reply;
    await aGuest(60, 80);
    expect((await move(longer.version, 10, 61)).problem.detail).toBe(full);
    await partner.call(cityHome.offerOtherDates, { params, body: { version: longer.version, arrivesOn: day(15), departsOn: day(65), note: 'Later suits the house.' } });
    const accept = () => coordinator.call(stays.acceptOtherDates, { params, body: { version: longer.version + 1 } });
    expect((await accept()).problem.detail).toBe(full);
    await named(2);
    expect((await accept()).reply.status).toBe('CONFIRMED');
  });

  test('is none that the database takes past the rule; whoever has arrived is here', async () => {
    const { city, placeId, day } = world;
    const standing = await aGuest(20, 40);
    const nights = async (from: number, until: number, more: Values = {}) =>
      aStay(app.owner, { defenderId: (await aDefender(app.owner)).id, placeId, cityId: city.id, status: 'CONFIRMED', arrivesOn: day(from), departsOn: day(until), ...more });
    const refused = { constraint: 'stay_within_guests_at_once' };
    await expect(nights(30, 50)).rejects.toMatchObject(refused);
    const draft = await nights(30, 50, { status: 'DRAFT' });
    await expect(app.owner.query("UPDATE stay SET status = 'CONFIRMED' WHERE id = $1", [draft])).rejects.toMatchObject(refused);
    const here = await nights(-20, 20, { status: 'IN_STAY' });
    await expect(app.owner.query('UPDATE stay SET departs_on = $2 WHERE id = $1', [here, day(21)])).rejects.toMatchObject(refused);
    await app.owner.query('UPDATE stay SET departs_on = $2 WHERE id = $1', [here, day(19)]);
    const early = await nights(40, 60);
    await app.owner.query("UPDATE stay SET status = 'IN_STAY', actual_arrives_on = $2 WHERE id = $1", [early, day(38)]);
    await app.owner.query("UPDATE stay SET status = 'TRAVELLING' WHERE defender_id = $1", [standing]);
  });
});

describe('a plan', () => {
  test('has no more at once in a city than it takes, and is refused row by row when it takes fewer by now', async () => {
    await app.owner.query("UPDATE host_city SET status = 'PAUSED' WHERE id <> $1", [world.city.id]);
    const planned = planning(app, world);
    const { cohort, plan } = await planned.aDraft(2, [100, 103]);
    const one = await planned.made(plan);
    expect(one.placed).toBe(1);
    await app.owner.query('UPDATE host_city SET guests_at_once_at_most = 2 WHERE id = $1', [world.city.id]);
    const two = await planned.made(one);
    expect(two.placed).toBe(2);
    await app.owner.query('UPDATE host_city SET guests_at_once_at_most = 1 WHERE id = $1', [world.city.id]);
    const { problem } = await planned.publish(two);
    expect(problem.type).toBe('/problems/plan-no-longer-holds');
    expect(problem.errors).toHaveLength(1);
    expect(cohort.map(({ code }) => `/cohort/${code}`)).toContain(problem.errors?.[0]?.pointer);
    expect(problem.errors?.[0]?.detail).toContain('as many guests as it can accompany at once');
    const { rows } = await app.owner.query('SELECT FROM stay WHERE city_id = $1', [world.city.id]);
    expect(rows).toEqual([]);
  });
});

describe('a diet', () => {
  const said = (possible: boolean | null) => app.owner.query('UPDATE place SET diet_possible = $2 WHERE city_id = $1', [world.city.id, possible]);

  test('is possible, or weighs against the place, or is asked of the city', async () => {
    const needs = ['DIET'];
    expect(rule(await optionFor({ needs }), 'PRACTICAL_NEEDS')).toMatchObject({ verdict: 'UNKNOWN', source: 'PLACE_PROFILE', ask: { whom: 'CITY' } });
    await said(true);
    expect(rule(await optionFor({ needs }), 'PRACTICAL_NEEDS')).toMatchObject({ verdict: 'FITS', fact: { code: 'NEED_MET', params: { need: 'DIET' } } });
    await said(false);
    const weaker = await optionFor({ needs });
    expect(rule(weaker, 'PRACTICAL_NEEDS')).toMatchObject({ verdict: 'WEAKER', fact: { code: 'NEED_NOT_MET', params: { need: 'DIET' } } });
    expect(weaker.verdict).toBe('FITS');
    expect(rule(await optionFor({}), 'PRACTICAL_NEEDS')).toBeUndefined();
  });
});
