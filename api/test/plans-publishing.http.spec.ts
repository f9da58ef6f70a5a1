import { afterAll, describe, expect, test } from '@jest/globals';
import { erasure } from '@shelter-city/contract/erasure';
import { plans } from '@shelter-city/contract/plans';
import { stays } from '@shelter-city/contract/stays';
import { TimedWork } from '../src/jobs/timed-work.ts';
import { PlanRuns } from '../src/plans/plan-runs.service.ts';
import { aCity, aPlace, confirmedCapacity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { aProposal, why } from './factories/placement.ts';
import { aPlanningWorld } from './factories/planning.ts';

const { app, world, planned } = await aPlanningWorld();
afterAll(() => app.stop());

const proposals = async () => (await app.owner.query<{ n: number }>("SELECT count(*)::integer AS n FROM stay WHERE status = 'PROPOSED'")).rows[0]?.n;

describe('the making of a plan', () => {
  test('answers to a stop at once and keeps what it had', async () => {
    const city = await aCity(app.owner);
    for (let at = 0; at < 8; at += 1) {
      const placeId = await aPlace(app.owner, { cityId: city.id });
      await confirmedCapacity(app.owner, { cityId: city.id, placeId, opensOn: world.day(800), closesOn: world.day(1100), confirmedById: world.partner.accountId });
    }
    const { plan } = await planned.aDraft(40, [820, 1000]);
    const params = { planId: plan.id };
    expect((await world.coordinator.call(plans.run, { params, body: { version: plan.version, keep: false } })).status).toBe(200);
    expect((await world.coordinator.call(plans.stop, { params, body: {} })).status).toBe(200);
    await app.app.get(PlanRuns).idle();
    const { reply } = await world.coordinator.call(plans.show, { params });
    expect([reply.status, reply.may.includes('run')]).toEqual(['STOPPED', true]);
    expect((await world.coordinator.call(plans.stop, { params, body: {} })).problem.type).toBe('/problems/plan-not-in-that-state');
  }, 60_000);

  test('obeys a stop that another process wrote, within a fifth of a second of its next look', async () => {
    const { plan } = await planned.aDraft(40, [820, 1000]);
    const params = { planId: plan.id };
    await world.coordinator.call(plans.run, { params, body: { version: plan.version, keep: false } });
    const asked = performance.now();
    await app.owner.query('UPDATE plan_draft SET stop_asked = true WHERE id = $1', [plan.id]);
    await app.app.get(PlanRuns).idle();
    // Without the look it would be a second and more until the first sign of life.
    expect(performance.now() - asked).toBeLessThan(900);
    expect((await world.coordinator.call(plans.show, { params })).reply.status).toBe('STOPPED');
  }, 60_000);

  test('says how far it is as soon as it gets further', async () => {
    const { plan } = await planned.aDraft(40, [820, 1000]);
    const params = { planId: plan.id };
    await world.coordinator.call(plans.run, { params, body: { version: plan.version, keep: false } });
    const begun = performance.now();
    const phase = async () => (await app.owner.query<{ phase: string | null }>('SELECT phase FROM plan_draft WHERE id = $1', [plan.id])).rows[0]?.phase;
    while ((await phase()) === null && performance.now() - begun < 5_000) await new Promise(setImmediate);
    expect(performance.now() - begun).toBeLessThan(900);
    await world.coordinator.call(plans.stop, { params, body: {} });
    await app.app.get(PlanRuns).idle();
  }, 60_000);

  test('leaves out whoever was erased meanwhile, and goes with the erasure', async () => {
    const { cohort, plan } = await planned.aDraft(2, [560, 563]);
    const done = await planned.made(plan);
    expect(done.people).toBe(2);
    const [gone] = cohort;
    const erased = await world.cleared.call(erasure.erase, { params: { code: gone?.code ?? '' }, body: { confirm: gone?.codeName ?? '' } });
    expect(erased.status).toBe(200);
    const { reply } = await world.coordinator.call(plans.show, { params: { planId: plan.id } });
    expect(reply.cohort.map(({ defender }) => defender.code)).toEqual([cohort[1]?.code]);
  });

  test('is refused to who has too many drafts', async () => {
    const busy = await app.signedInAs('COORDINATOR');
    await app.owner.query("INSERT INTO plan_draft (name, made_by_id, arrivals_from, arrivals_until) SELECT 'One of many', $1, '2027-01-01', '2027-02-01' FROM generate_series(1, 30)", [busy.accountId]);
    const { code } = await aDefender(app.owner, planned.windowOf(100, 110));
    const answer = await busy.call(plans.create, { body: { name: 'X', from: world.day(1), until: world.day(9), codes: [code], placesKeptFree: 0 } });
    expect(answer.problem.type).toBe('/problems/too-many-plans');
  });

  test('a year without a change ends a draft', async () => {
    const { plan } = await planned.aDraft(1, [576, 579]);
    await app.owner.query("UPDATE plan_draft SET changed_at = now() - interval '366 days' WHERE id = $1", [plan.id]);
    await app.app.get(TimedWork).run();
    expect((await world.coordinator.call(plans.show, { params: { planId: plan.id } })).status).toBe(404);
  });
});

describe('publishing', () => {
  test('proposes everybody in one act, with an audit row for each and one for the act, and once only', async () => {
    const { plan } = await planned.aDraft(2, [600, 610]);
    const done = await planned.made(plan);
    const before = (await proposals()) ?? 0;
    const key = { 'idempotency-key': '3f6e1f6a-7a7b-4a43-9a71-1d2a1c0a9f10' };
    const [one, two] = await Promise.all([planned.publish(done), planned.publish(done)]);
    expect([one.status, two.status].toSorted()).toEqual([200, 409]);
    expect(await proposals()).toBe(before + 2);
    const again = await planned.publish(done, key);
    expect(again.status).toBe(409);
    const { rows } = await app.owner.query<{ action: string; n: number }>(
      "SELECT action, count(*)::integer AS n FROM audit.log WHERE action IN ('plan:publish', 'stay:propose') AND result = 'DONE' AND seq > (SELECT min(seq) FROM audit.log WHERE action = 'plan:publish') - 3 GROUP BY 1 ORDER BY 1",
    );
    expect(rows).toEqual([{ action: 'plan:publish', n: 1 }, { action: 'stay:propose', n: 2 }]);
    const { reply } = await world.coordinator.call(plans.show, { params: { planId: plan.id } });
    expect([reply.status, reply.cohort.every(({ stayId }) => stayId !== null)]).toEqual(['PUBLISHED', true]);
    expect((await planned.publish(reply)).problem.type).toBe('/problems/plan-not-in-that-state');
  });

  test('tells for each what no longer holds and proposes nobody, and the rest can be planned anew', async () => {
    const other = await aCity(app.owner);
    const placeId = await aPlace(app.owner, { cityId: other.id });
    await confirmedCapacity(app.owner, { cityId: other.id, placeId, opensOn: world.day(630), closesOn: world.day(699), confirmedById: world.partner.accountId });
    const { plan } = await planned.aDraft(3, [640, 645]);
    const done = await planned.made(plan);
    expect(done.placed).toBe(3);
    const { body } = await aProposal(app, world, 630, 660);
    await world.coordinator.call(stays.proposeNew, { body });
    const before = await proposals();
    const answer = await planned.publish(done);
    expect([answer.status, answer.problem.type]).toEqual([409, '/problems/plan-no-longer-holds']);
    const hit = done.cohort.find(({ seat }) => seat?.place.id === world.placeId);
    expect(answer.problem.errors?.map(({ pointer }) => pointer)).toEqual([`/cohort/${hit?.defender.code ?? ''}`]);
    expect(answer.problem.errors?.[0]?.detail).toContain('taken');
    expect(await proposals()).toBe(before);
    const { reply } = await world.coordinator.call(plans.show, { params: { planId: plan.id } });
    expect(reply.cohort.find(({ defender }) => defender.code === hit?.defender.code)?.brokenBy).toEqual(['CAPACITY']);
    const again = await planned.made(reply, true);
    expect(again.placed).toBe(2);
    const kept = done.cohort.filter(({ seat }) => seat?.place.id !== world.placeId).map(({ defender, seat }) => [defender.code, seat?.place.id, seat?.span.from]);
    const now = again.cohort.map(({ defender, seat }) => [defender.code, seat?.place.id, seat?.span.from]);
    expect(now).toEqual(expect.arrayContaining(kept));
    expect((await planned.publish(again)).status).toBe(200);
  });

  test('asks for words that every proposal takes, and says of them once', async () => {
    const { plan } = await planned.aDraft(1, [60, 65]);
    const done = await planned.made(plan);
    const answer = await world.coordinator.call(plans.publish, { params: { planId: plan.id }, body: { version: done.version, why, holdUntil: world.day(-1) } });
    expect([answer.status, answer.problem.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/holdUntil']]);
  });

  test('leaves nothing when it fails at any step', async () => {
    const { plan } = await planned.aDraft(2, [660, 665]);
    const done = await planned.made(plan);
    const before = await proposals();
    for (const table of ['plan_draft', 'plan_person', 'stay', 'event']) {
      await app.owner.query(`CREATE FUNCTION fail_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$`);
      await app.owner.query(`CREATE TRIGGER fail_here AFTER ${table === 'stay' || table === 'event' ? 'INSERT' : 'UPDATE'} ON ${table} FOR EACH ROW EXECUTE FUNCTION fail_here()`);
      expect((await planned.publish(done)).status).toBe(500);
      await app.owner.query('DROP FUNCTION fail_here() CASCADE');
    }
    expect(await proposals()).toBe(before);
    expect((await planned.publish(done)).status).toBe(200);
  });
});
