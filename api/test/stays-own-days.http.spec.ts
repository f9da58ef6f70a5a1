import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { stayGrounds } from '@shelter-city/contract/stay-ground';
import { stays, type Overrules } from '@shelter-city/contract/stays';
import { insert } from './factories/insert.ts';
import { aPlacementWorld, aProposal, why, type PlacementWorld } from './factories/placement.ts';
import { planning } from './factories/planning.ts';
import { startApp, type TestApp } from './harness/app.ts';

let app: TestApp;
let world: PlacementWorld;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  world = await aPlacementWorld(app, { publicEvents: 'NONE' });
});
afterAll(async () => {
  await app.stop();
});

const written = (date: string) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
const knowingly: Overrules = { reason: 'PERSON_WISHES', outsideWindow: true };
const window = () => ({ earliestArrival: world.day(20), latestArrival: world.day(30) });
const proposal = async (from: number, until: number, defender: Readonly<Record<string, unknown>> = window()) => (await aProposal(app, world, from, until, defender)).body;

describe('an arrival outside the days that the person named', () => {
  test('is refused with the day from which, or by which, they can come', async () => {
    const { coordinator, day } = world;
    const asked = async (from: number, defender?: Readonly<Record<string, unknown>>) => coordinator.call(stays.proposeNew, { body: await proposal(from, from + 30, defender) });
    expect((await asked(19)).problem).toMatchObject({
      status: 409, type: '/problems/arrival-outside-window', errors: [{ pointer: '/arrivesOn', detail: `The defender can arrive from ${written(day(20))}, not before.` }],
    });
    expect((await asked(31)).problem.errors).toEqual([{ pointer: '/arrivesOn', detail: `The defender has to arrive by ${written(day(30))}.` }]);
    expect((await asked(19, { earliestArrival: day(20) })).status).toBe(409);
    expect((await asked(30)).status).toBe(200);
  });

  test('is no matter for whoever named none, or only the other end', async () => {
    expect((await world.coordinator.call(stays.proposeNew, { body: await proposal(19, 50, { latestArrival: world.day(30) }) })).status).toBe(200);
  });

  test('is proposed knowingly, with a reason, and kept as what it went against', async () => {
    const body = await proposal(19, 50);
    const { coordinator } = world;
    for (const overrules of [{ reason: 'PERSON_WISHES' as const }, { reason: 'PERSON_WISHES' as const, outsideWindow: false }])
      expect((await coordinator.call(stays.proposeNew, { body: { ...body, overrules } })).problem.type).toBe('/problems/arrival-outside-window');
    expect((await coordinator.call(stays.proposeNew, { body: { ...body, overrules: { reason: null, outsideWindow: true } } })).problem.errors).toEqual([{ pointer: '/overrules/reason', detail: 'Please give a reason.' }]);
    const { id } = (await coordinator.call(stays.proposeNew, { body: { ...body, overrules: knowingly } })).reply;
    const { kept } = (await coordinator.call(stayGrounds.show, { params: { stayId: id } })).reply;
    expect(kept).toMatchObject({ weaker: ['ARRIVAL_WINDOW'], reason: 'PERSON_WISHES' });
    expect(kept?.findings).toContainEqual({ rule: 'ARRIVAL_WINDOW', verdict: 'BLOCKED', fact: { code: 'ARRIVAL_TOO_EARLY', params: { earliest: world.day(20) } } });
  });

  test('is asked of a draft when it is proposed, of a proposal when it moves, and of a city’s other dates', async () => {
    const { coordinator, partner, day, placeId } = world;
    const { code, arrivesOn, departsOn } = await proposal(19, 50);
    const draft = (await coordinator.call(stays.draft, { body: { code, placeId, arrivesOn, departsOn } })).reply;
    const params = { stayId: draft.id };
    const proposed = { version: 1, why, holdUntil: day(7) };
    expect((await coordinator.call(stays.propose, { params, body: proposed })).problem.type).toBe('/problems/arrival-outside-window');
    expect((await coordinator.call(stays.propose, { params, body: { ...proposed, overrules: knowingly } })).status).toBe(200);
    const to = (version: number, from: number) => ({ version, placeId, arrivesOn: day(from), departsOn: day(from + 30) });
    expect((await coordinator.call(stays.move, { params, body: to(2, 31) })).problem.type).toBe('/problems/arrival-outside-window');
    expect((await coordinator.call(stays.move, { params, body: { ...to(2, 31), overrules: knowingly } })).status).toBe(200);
    expect((await coordinator.call(stays.move, { params, body: to(3, 25) })).status).toBe(200);
    await app.owner.query('UPDATE stay SET offered_arrives_on = $2, offered_departs_on = $3 WHERE id = $1', [draft.id, day(32), day(60)]);
    expect((await coordinator.call(stays.acceptOtherDates, { params, body: { version: 4 } })).problem.type).toBe('/problems/arrival-outside-window');
    expect((await coordinator.call(stays.acceptOtherDates, { params, body: { version: 4, overrules: knowingly } })).reply.status).toBe('CONFIRMED');
    expect((await coordinator.call(stayGrounds.show, { params })).reply.kept).toMatchObject({ weaker: ['ARRIVAL_WINDOW'], reason: 'PERSON_WISHES' });
    expect((await partner.call(stayGrounds.show, { params })).status).toBe(403);
  });

  test('is told in the row of a plan that was drafted before the person named other days, and nobody is proposed', async () => {
    const planned = planning(app, world);
    const { cohort, plan } = await planned.aDraft(2, [200, 210]);
    const done = await planned.made(plan);
    const [moved] = cohort;
    await app.owner.query('UPDATE defender SET latest_arrival = $2, earliest_arrival = $2 WHERE id = $1', [moved?.id, world.day(150)]);
    const { problem } = await planned.publish(done);
    expect(problem.type).toBe('/problems/plan-no-longer-holds');
    expect(problem.errors).toEqual([{
      pointer: `/cohort/${moved?.code ?? ''}`,
      detail: `The arrival lies outside the days that the defender named. The defender has to arrive by ${written(world.day(150))}.`,
    }]);
    expect((await app.owner.query('SELECT FROM stay WHERE defender_id = ANY ($1)', [cohort.map(({ id }) => id)])).rowCount).toBe(0);
  });

  test('lifts no other rule, and three months are never passed', async () => {
    const { coordinator } = world;
    const asked = async (from: number, until: number, defender: Readonly<Record<string, unknown>>) =>
      (await coordinator.call(stays.proposeNew, { body: { ...(await proposal(from, until, { ...window(), ...defender })), overrules: knowingly } })).problem.type;
    expect(await asked(19, 50, { visaLeadDays: 25 })).toBe('/problems/place-does-not-suit');
    expect(await asked(19, 110, {})).toBe('/problems/visa-days-exceeded');
    expect(await asked(19, 50, { passportValidUntil: world.day(60) })).toBe('/problems/passport-too-short');
    const { person, body: long } = await aProposal(app, world, 19, 120, window());
    await insert(app.owner, 'held_visa', { defenderId: person.id, kind: 'NATIONAL', validFrom: world.day(0), validUntil: world.day(300), countries: '{NL}' });
    expect((await coordinator.call(stays.proposeNew, { body: { ...long, overrules: knowingly } })).problem.errors?.[0]?.pointer).toBe('/departsOn');
  });
});
