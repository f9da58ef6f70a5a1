import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cities } from '@shelter-city/contract/cities';
import { matching, type MatchOption } from '@shelter-city/contract/matching';
import { aDefender } from './factories/defender.ts';
import { insert, type Values } from './factories/insert.ts';
import { aPlacementWorld, type PlacementWorld } from './factories/placement.ts';
import { aStay } from './factories/stay.ts';
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
