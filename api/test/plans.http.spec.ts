import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { board } from '@shelter-city/contract/board';
import { plans, type PlanView } from '@shelter-city/contract/plans';
import { riskNotes } from '@shelter-city/contract/risk-notes';
import { withholding } from '@shelter-city/contract/withholding';
import { PlanRuns } from '../src/plans/plan-runs.service.ts';
import { aCity, aPlace, confirmedCapacity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { aPlacementWorld, aProposal, why, type PlacementWorld } from './factories/placement.ts';
import { aRiskNote } from './factories/sweep-world.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let app: TestApp;
let world: PlacementWorld;
beforeAll(async () => {
  app = await startApp();
  world = await aPlacementWorld(app);
});
afterAll(async () => {
  await app.stop();
});

const windowOf = (from: number, until: number) => ({ earliestArrival: world.day(from), latestArrival: world.day(until), nightsWished: 30 });

/** So many people who can arrive between two days, and a draft of them. */
async function aDraft(people: number, between: readonly [number, number], asker: SignedIn = world.coordinator) {
  const cohort = [];
  for (let at = 0; at < people; at += 1) cohort.push(await aDefender(app.owner, windowOf(...between)));
  const { reply } = await asker.call(plans.create, { body: { name: 'Spring', from: world.day(between[0]), until: world.day(between[1] + 1), codes: cohort.map(({ code }) => code), placesKeptFree: 0 } });
  return { cohort, plan: reply };
}

/** Makes a plan and waits for it. */
async function made(plan: Pick<PlanView, 'id' | 'version'>, keep = false, asker: SignedIn = world.coordinator): Promise<PlanView> {
  const params = { planId: plan.id };
  const begun = await asker.call(plans.run, { params, body: { version: plan.version, keep } });
  expect(begun.reply.status).toBe('RUNNING');
  await app.app.get(PlanRuns).idle();
  return (await asker.call(plans.show, { params })).reply;
}

const seatedIn = (plan: PlanView) => plan.cohort.map(({ defender, seat }) => [defender.code, seat?.place.id ?? null] as const);
const publish = (plan: Pick<PlanView, 'id' | 'version'>, asker: SignedIn = world.coordinator, headers: Record<string, string> = {}) =>
  asker.call(plans.publish, { params: { planId: plan.id }, body: { version: plan.version, why, holdUntil: world.day(7) }, headers });
const proposals = async () => (await app.owner.query<{ n: number }>("SELECT count(*)::integer AS n FROM stay WHERE status = 'PROPOSED'")).rows[0]?.n;

describe('a draft', () => {
  test('is made in the background, places as many as there is room for and proves it', async () => {
    const { plan } = await aDraft(3, [100, 110]);
    expect([plan.status, plan.placed, plan.may]).toEqual(['NEW', 0, ['run', 'change', 'copy', 'discard']]);
    const done = await made(plan);
    expect([done.status, done.placed, done.people, done.proof]).toEqual(['DONE', 2, 3, { isBest: true, morePeopleAtMost: 0 }]);
    expect(new Set(done.cohort.flatMap(({ seat }) => (seat ? [seat.place.id] : [])))).toEqual(new Set([world.placeId, world.otherPlaceId]));
    expect(done.cohort.find(({ seat }) => seat === null)?.leftOutBecause).toBe('OTHERS_NEED_IT');
    expect(done.cohort.flatMap(({ brokenBy }) => brokenBy)).toEqual([]);
    expect(done.may).toContain('publish');
    // It takes no nights and no city hears of it.
    const { reply } = await world.coordinator.call(board.show, { query: { from: world.day(90), until: world.day(150) } });
    expect(reply.stays).toEqual([]);
    expect((await world.partner.call(plans.show, { params: { planId: plan.id } })).status).toBe(403);
  });

  test('obeys a rule that its reader may not know, and says only that there is one', async () => {
    const { cohort, plan } = await aDraft(1, [200, 210]);
    const other = await aCity(app.owner);
    const body = aRiskNote({ restricted: true, citiesToAvoid: [world.city.id] });
    await world.cleared.call(riskNotes.add, { params: { code: cohort[0]?.code ?? '' }, body });
    const done = await made(plan);
    expect([done.placed, done.cohort[0]?.leftOutBecause]).toEqual([0, 'NOTHING_FITS']);
    const { reply, text } = await world.coordinator.call(plans.why, { params: { planId: plan.id, code: cohort[0]?.code ?? '' } });
    expect(reply.options.find(({ city }) => city.id === world.city.id)?.findings.filter(({ verdict }) => verdict === 'BLOCKED').map(({ rule }) => rule)).toEqual(['HIDDEN_RULE']);
    expect(text).not.toContain('RISK_CITY_TO_AVOID');
    expect(reply.options.map(({ city }) => city.id)).toContain(other.id);
  });

  test('keeps two apart whom a restricted note keeps apart, whoever plans', async () => {
    const { cohort, plan } = await aDraft(2, [300, 305]);
    const ids = cohort.map(({ id }) => id);
    await world.cleared.call(riskNotes.add, { params: { code: cohort[0]?.code ?? '' }, body: aRiskNote({ restricted: true, notNear: [cohort[1]?.code ?? ''] }) });
    const done = await made(plan);
    expect(done.placed).toBe(1);
    expect(ids).toHaveLength(2);
  });

  test('gets its pins and bans, and tells what became other', async () => {
    const { plan } = await aDraft(2, [400, 410]);
    const done = await made(plan);
    const [pinned, banned] = done.cohort;
    const params = (code = '') => ({ planId: plan.id, code });
    const first = await world.coordinator.call(plans.wish, { params: params(pinned?.defender.code), body: { version: done.version, pinned: true, bannedCityIds: [] } });
    const second = await world.coordinator.call(plans.wish, { params: params(banned?.defender.code), body: { version: first.reply.version, pinned: false, bannedCityIds: [world.city.id] } });
    const again = await made(second.reply);
    expect(seatedIn(again)).toEqual([[pinned?.defender.code, pinned?.seat?.place.id], [banned?.defender.code, null]]);
    expect(again.cohort[1]?.before?.place.id).toBe(banned?.seat?.place.id);
    const stale = await world.coordinator.call(plans.wish, { params: params(pinned?.defender.code), body: { version: 1, pinned: false, bannedCityIds: [] } });
    expect(stale.problem.type).toBe('/problems/changed-meanwhile');
    const nowhere = await world.coordinator.call(plans.wish, { params: params(banned?.defender.code), body: { version: again.version, pinned: true, bannedCityIds: [] } });
    expect([nowhere.status, nowhere.problem.errors?.[0]?.pointer]).toEqual([422, '/pinned']);
  });

  test('says what would follow elsewhere, and what would let in who has no place', async () => {
    const other = await aCity(app.owner);
    const placeId = await aPlace(app.owner, { cityId: other.id });
    await confirmedCapacity(app.owner, { cityId: other.id, placeId, opensOn: world.day(445), closesOn: world.day(490), confirmedById: world.partner.accountId });
    const { plan } = await aDraft(4, [450, 452]);
    const done = await made(plan);
    expect(done.placed).toBe(3);
    const left = done.cohort.find(({ seat }) => seat === null)!;
    const why = await world.coordinator.call(plans.why, { params: { planId: plan.id, code: left.defender.code } });
    expect(why.reply.neededBy.map(({ people }) => people.length).toSorted()).toEqual([1, 2]);
    expect(why.reply.letsIn?.onePlaceMore.map(({ city }) => city.id).toSorted()).toEqual([world.city.id, other.id].toSorted());
    expect(why.reply.letsIn?.otherDays?.days).toBe(28);
    const seated = done.cohort.find(({ seat }) => seat?.city.id === world.city.id)!;
    const instead = await world.coordinator.call(plans.instead, { params: { planId: plan.id, code: seated.defender.code, cityId: other.id } });
    expect([instead.reply.outcome, instead.reply.seat?.place.id]).toEqual(['POSSIBLE', placeId]);
    // Whoever was there goes elsewhere, or waits while the one who waited comes.
    expect(instead.reply.leftOut).toHaveLength(instead.reply.joins.length);
    expect(instead.reply.moves.length + instead.reply.leftOut.length).toBeGreaterThan(0);
    const forced = await world.coordinator.call(plans.instead, { params: { planId: plan.id, code: left.defender.code, cityId: other.id } });
    expect([forced.reply.outcome, forced.reply.leftOut.length + forced.reply.moves.length]).toEqual(['POSSIBLE', 1]);
  });

  test('is compared with its copy, row by row', async () => {
    const { plan } = await aDraft(2, [500, 510]);
    const done = await made(plan);
    const { reply: copy } = await world.coordinator.call(plans.copy, { params: { planId: plan.id }, body: { name: 'Spring, otherwise' } });
    expect(seatedIn(copy)).toEqual(seatedIn(done));
    const [person] = copy.cohort;
    const { reply: wished } = await world.coordinator.call(plans.wish, { params: { planId: copy.id, code: person?.defender.code ?? '' }, body: { version: copy.version, pinned: false, bannedCityIds: [world.city.id] } });
    await made(wished);
    const { reply } = await world.coordinator.call(plans.compare, { params: { planId: plan.id, otherId: copy.id } });
    expect([reply.one.placed, reply.other.placed, reply.other.leftOut]).toEqual([2, 1, 1]);
    expect(reply.rows.map(({ change }) => change)).toContain('LEFT_OUT');
  });

  test('that a killed server was making is stopped, and can be made anew', async () => {
    const { plan } = await aDraft(1, [560, 565]);
    await app.owner.query("UPDATE plan_draft SET status = 'RUNNING', run_id = gen_random_uuid(), runs_until = now() - interval '1 minute' WHERE id = $1", [plan.id]);
    const { reply } = await world.coordinator.call(plans.show, { params: { planId: plan.id } });
    expect([reply.status, reply.may]).toEqual(['STOPPED', ['run', 'change', 'copy', 'discard']]);
    expect((await made(reply)).placed).toBe(1);
  });

  test('isn’t there for whom one of its people is withheld from', async () => {
    const { cohort, plan } = await aDraft(1, [570, 575]);
    const hidden = await app.signedInAs('COORDINATOR');
    await world.coordinator.call(withholding.add, { params: { code: cohort[0]?.code ?? '' }, body: { from: { kind: 'ACCOUNT', accountId: hidden.accountId }, why: 'They know each other.' } });
    expect((await hidden.call(plans.show, { params: { planId: plan.id } })).status).toBe(404);
    expect((await hidden.call(plans.list)).text).not.toContain(plan.id);
  });

  test('is begun only for those who await a place', async () => {
    const { person, body } = await aProposal(app, world, 20, 50);
    const stays = await import('@shelter-city/contract/stays');
    await world.coordinator.call(stays.stays.proposeNew, { body });
    const answer = await world.coordinator.call(plans.create, { body: { name: 'X', from: world.day(1), until: world.day(9), codes: [person.code], placesKeptFree: 0 } });
    expect([answer.status, answer.problem.errors?.[0]?.pointer]).toEqual([422, '/codes/0']);
  });
});

describe('publishing', () => {
  test('proposes everybody in one act, with an audit row for each and one for the act, and once only', async () => {
    const { plan } = await aDraft(2, [600, 610]);
    const done = await made(plan);
    const before = (await proposals()) ?? 0;
    const key = { 'idempotency-key': '3f6e1f6a-7a7b-4a43-9a71-1d2a1c0a9f10' };
    const [one, two] = await Promise.all([publish(done), publish(done)]);
    expect([one.status, two.status].toSorted()).toEqual([200, 409]);
    expect(await proposals()).toBe(before + 2);
    const again = await publish(done, world.coordinator, key);
    expect(again.status).toBe(409);
    const { rows } = await app.owner.query<{ action: string; n: number }>(
      "SELECT action, count(*)::integer AS n FROM audit.log WHERE action IN ('plan:publish', 'stay:propose') AND result = 'DONE' AND seq > (SELECT min(seq) FROM audit.log WHERE action = 'plan:publish') - 3 GROUP BY 1 ORDER BY 1",
    );
    expect(rows).toEqual([{ action: 'plan:publish', n: 1 }, { action: 'stay:propose', n: 2 }]);
    const { reply } = await world.coordinator.call(plans.show, { params: { planId: plan.id } });
    expect([reply.status, reply.cohort.every(({ stayId }) => stayId !== null)]).toEqual(['PUBLISHED', true]);
  });

  test('tells for each what no longer holds and proposes nobody, and the rest can be planned anew', async () => {
    const other = await aCity(app.owner);
    const placeId = await aPlace(app.owner, { cityId: other.id });
    await confirmedCapacity(app.owner, { cityId: other.id, placeId, opensOn: world.day(630), closesOn: world.day(699), confirmedById: world.partner.accountId });
    const { plan } = await aDraft(3, [640, 645]);
    const done = await made(plan);
    expect(done.placed).toBe(3);
    const { body } = await aProposal(app, world, 630, 660);
    const { stays } = await import('@shelter-city/contract/stays');
    await world.coordinator.call(stays.proposeNew, { body });
    const before = await proposals();
    const answer = await publish(done);
    expect([answer.status, answer.problem.type]).toEqual([409, '/problems/plan-no-longer-holds']);
    const hit = done.cohort.find(({ seat }) => seat?.place.id === world.placeId);
    expect(answer.problem.errors?.map(({ pointer }) => pointer)).toEqual([`/cohort/${hit?.defender.code ?? ''}`]);
    expect(answer.problem.errors?.[0]?.detail).toContain('taken');
    expect(await proposals()).toBe(before);
    const { reply } = await world.coordinator.call(plans.show, { params: { planId: plan.id } });
    expect(reply.cohort.find(({ defender }) => defender.code === hit?.defender.code)?.brokenBy).toEqual(['CAPACITY']);
    const again = await made(reply, true);
    expect(again.placed).toBe(2);
    const kept = done.cohort.filter(({ seat }) => seat?.place.id !== world.placeId).map(({ defender, seat }) => [defender.code, seat?.place.id, seat?.span.from]);
    const now = again.cohort.map(({ defender, seat }) => [defender.code, seat?.place.id, seat?.span.from]);
    expect(now).toEqual(expect.arrayContaining(kept));
    expect((await publish(again)).status).toBe(200);
  });

  test('asks for words that every proposal takes, and says of them once', async () => {
    const { plan } = await aDraft(1, [60, 65]);
    const done = await made(plan);
    const answer = await world.coordinator.call(plans.publish, { params: { planId: plan.id }, body: { version: done.version, why, holdUntil: world.day(-1) } });
    expect([answer.status, answer.problem.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/holdUntil']]);
  });

  test('leaves nothing when it fails at any step', async () => {
    const { plan } = await aDraft(2, [660, 665]);
    const done = await made(plan);
    const before = await proposals();
    for (const table of ['plan_draft', 'plan_person', 'stay', 'event']) {
      await app.owner.query(`CREATE FUNCTION fail_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$`);
      await app.owner.query(`CREATE TRIGGER fail_here AFTER ${table === 'stay' || table === 'event' ? 'INSERT' : 'UPDATE'} ON ${table} FOR EACH ROW EXECUTE FUNCTION fail_here()`);
      expect((await publish(done)).status).toBe(500);
      await app.owner.query('DROP FUNCTION fail_here() CASCADE');
    }
    expect(await proposals()).toBe(before);
    expect((await publish(done)).status).toBe(200);
  });
});
