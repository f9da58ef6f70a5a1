import { afterAll, describe, expect, test } from '@jest/globals';
import { plans, type PlanView } from '@shelter-city/contract/plans';
import { riskNotes } from '@shelter-city/contract/risk-notes';
import { stays } from '@shelter-city/contract/stays';
import { PlanRuns } from '../src/plans/plan-runs.service.ts';
import { aCity, aPlace, confirmedCapacity } from './factories/city.ts';
import { why } from './factories/placement.ts';
import { aPlanningWorld } from './factories/planning.ts';
import { aRiskNote } from './factories/sweep-world.ts';

const { app, world, planned } = await aPlanningWorld();
afterAll(() => app.stop());

/** Another city with one place that is free on some days. */
async function another(from: number, until: number) {
  const city = await aCity(app.owner);
  const placeId = await aPlace(app.owner, { cityId: city.id });
  await confirmedCapacity(app.owner, { cityId: city.id, placeId, opensOn: world.day(from), closesOn: world.day(until), confirmedById: world.partner.accountId });
  return city;
}

const keepApart = async (one = '', other = '') => {
  const { status } = await world.cleared.call(riskNotes.add, { params: { code: one }, body: aRiskNote({ restricted: true, notNear: [other] }) });
  expect(status).toBe(200);
};
/** Pins everybody of a plan where it has them. */
async function pinned(plan: PlanView): Promise<PlanView> {
  let now = plan;
  for (const { defender } of plan.cohort)
    now = (await world.coordinator.call(plans.wish, { params: { planId: plan.id, code: defender.code }, body: { version: now.version, pinned: true, bannedCityIds: [] } })).reply;
  return now;
}

describe('two whom a restricted note keeps apart', () => {
  test('aren’t named to each other by a question about another city', async () => {
    const city = await another(90, 160);
    const { cohort, plan } = await planned.aDraft(2, [100, 102]);
    await keepApart(cohort[0]?.code, cohort[1]?.code);
    const done = await planned.made(plan);
    const there = done.cohort.find(({ seat }) => seat?.city.id === world.city.id)!;
    const elsewhere = done.cohort.find(({ seat }) => seat?.city.id === city.id)!;
    const params = { planId: plan.id, code: elsewhere.defender.code };
    const instead = { params: { ...params, cityId: world.city.id } };
    const { text } = await world.coordinator.call(plans.instead, instead);
    expect(JSON.parse(text)).toEqual({ outcome: 'NO_STAY_POSSIBLE', seat: null, moves: [], leftOut: [], joins: [] });
    // Whoever may read the note is told who would move.
    expect((await world.cleared.call(plans.instead, instead)).reply.moves.map(({ defender }) => defender.code)).toEqual([there.defender.code]);
    const explained = await world.coordinator.call(plans.why, { params });
    const option = explained.reply.options.find((one) => one.city.id === world.city.id);
    expect([option?.verdict, option?.whatWouldHaveToChange]).toEqual(['BLOCKED', []]);
    expect(option?.findings.filter(({ verdict }) => verdict === 'BLOCKED').map(({ rule }) => rule)).toEqual(['HIDDEN_RULE']);
    expect(explained.text).not.toContain(there.defender.code);
  });

  test('aren’t both named by pins that the note breaks', async () => {
    const { cohort, plan } = await planned.aDraft(2, [200, 202]);
    const done = await pinned(await planned.made(plan));
    await keepApart(cohort[0]?.code, cohort[1]?.code);
    const params = { planId: plan.id };
    const { reply } = await world.coordinator.call(plans.show, { params });
    expect(reply.cohort.flatMap(({ brokenBy }) => brokenBy)).toEqual(['HIDDEN_RULE']);
    const { status, problem } = await world.coordinator.call(plans.run, { params, body: { version: done.version, keep: false } });
    expect([status, problem.errors?.length]).toEqual([422, 1]);
    const published = await planned.publish(done);
    expect([published.problem.type, published.problem.errors?.length]).toEqual(['/problems/plan-no-longer-holds', 1]);
  });
});

describe('publishing', () => {
  test('proposes nobody to a city that was banned for them since, and the proof goes with the ban', async () => {
    const { plan } = await planned.aDraft(1, [300, 302]);
    const done = await pinned(await planned.made(plan));
    expect(done.proof).toEqual({ isBest: true, morePeopleAtMost: 0 });
    const code = done.cohort[0]?.defender.code ?? '';
    const { reply } = await world.coordinator.call(plans.wish, { params: { planId: plan.id, code }, body: { version: done.version, pinned: false, bannedCityIds: [world.city.id] } });
    expect(reply.proof).toBeNull();
    const { status, problem } = await planned.publish(reply);
    expect([status, problem.errors?.map(({ pointer }) => pointer)]).toEqual([409, [`/cohort/${code}`]]);
    expect(problem.errors?.[0]?.detail).toBe('Since the plan was made somebody asked that this person isn’t in this city.');
  });

  test('proposes nobody who got a place on other days meanwhile, and plans them nowhere', async () => {
    const { plan } = await planned.aDraft(2, [310, 380]);
    const done = await pinned(await planned.made(plan));
    const code = done.cohort[0]?.defender.code ?? '';
    const body = { code, placeId: world.placeId, arrivesOn: world.day(375), departsOn: world.day(405), why, holdUntil: world.day(7) };
    expect((await world.coordinator.call(stays.proposeNew, { body })).status).toBe(200);
    const { problem } = await planned.publish(done);
    expect(problem.errors?.map(({ pointer, detail }) => [pointer, detail])).toEqual([[`/cohort/${code}`, 'This person doesn’t await a place any more.']]);
    const again = await planned.made(done);
    expect(again.cohort.map(({ awaits, seat, pinned: isPinned, leftOutBecause }) => [awaits, seat !== null, isPinned, leftOutBecause])).toEqual([[false, false, false, null], [true, true, true, null]]);
    expect((await planned.publish(again)).status).toBe(200);
  });

  test('of two plans with the same people at once proposes each of them once', async () => {
    const { cohort, plan } = await planned.aDraft(2, [500, 560]);
    const codes = cohort.map(({ code }) => code);
    const { reply: other } = await world.cleared.call(plans.create, { body: { name: 'Later', from: world.day(550), until: world.day(560), codes, placesKeptFree: 0 } });
    const both = [await planned.made(plan), await planned.made(other)];
    expect(both.map(({ placed }) => placed)).toEqual([2, 2]);
    const answers = await Promise.all(both.map((one) => planned.publish(one)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { rows } = await app.owner.query<{ n: number }>("SELECT count(*)::integer AS n FROM stay WHERE status = 'PROPOSED' AND defender_id = ANY ($1)", [cohort.map(({ id }) => id)]);
    expect(rows[0]?.n).toBe(2);
  });
});

describe('a plan', () => {
  test('over more days of arrival than it can hold is refused where they are written', async () => {
    const { plan } = await planned.aDraft(1, [640, 642]);
    const body = { version: plan.version, name: plan.name, from: world.day(1), until: world.day(402), placesKeptFree: 0 };
    const { status, problem } = await world.coordinator.call(plans.change, { params: { planId: plan.id }, body });
    expect([status, problem.errors]).toEqual([422, [{ pointer: '/until', detail: 'A plan looks at most 400 days of arrival ahead.' }]]);
    const { reply } = await world.coordinator.call(plans.change, { params: { planId: plan.id }, body: { ...body, until: world.day(401) } });
    expect(reply.arrivals.until).toBe(world.day(401));
  });
});

describe('who looked', () => {
  test('stands in the audit log, whatever act showed the cohort', async () => {
    const { cohort, plan } = await planned.aDraft(1, [600, 602]);
    const done = await planned.made(plan);
    const curious = await app.signedInAs('COORDINATOR');
    const looks = async () => (await app.owner.query<{ n: number }>("SELECT count(*)::integer AS n FROM audit.log WHERE action = 'plan:read' AND defender_id = $1 AND actor_id = $2", [cohort[0]?.id, curious.accountId])).rows[0]?.n;
    const params = { planId: plan.id };
    const copy = await curious.call(plans.copy, { params, body: { name: 'Mine' } });
    expect([copy.reply.cohort[0]?.findings.length === 0, await looks()]).toEqual([false, 1]);
    const stale = await curious.call(plans.run, { params, body: { version: done.version - 1, keep: false } });
    expect([stale.status, await looks()]).toEqual([409, 2]);
    // Its page asks every second while it is made: that is one look.
    await app.owner.query("UPDATE plan_draft SET status = 'RUNNING', run_id = gen_random_uuid(), runs_until = now() + interval '1 minute' WHERE id = $1", [plan.id]);
    for (let at = 0; at < 3; at += 1) await curious.call(plans.show, { params });
    expect(await looks()).toBe(3);
  });
});

describe('one who asks for much', () => {
  test('has three plans made at a time, and one that waits for its turn is over as soon as it is stopped', async () => {
    const city = await another(800, 1100);
    for (let at = 0; at < 7; at += 1) {
      const placeId = await aPlace(app.owner, { cityId: city.id });
      await confirmedCapacity(app.owner, { cityId: city.id, placeId, opensOn: world.day(800), closesOn: world.day(1100), confirmedById: world.partner.accountId });
    }
    const drafts = [await planned.aDraft(40, [820, 1000])];
    for (let at = 0; at < 3; at += 1) drafts.push(await planned.aDraft(1, [610, 612]));
    const run = ({ plan }: (typeof drafts)[number], asker = world.coordinator) => asker.call(plans.run, { params: { planId: plan.id }, body: { version: plan.version, keep: false } });
    const stop = ({ plan }: (typeof drafts)[number]) => world.coordinator.call(plans.stop, { params: { planId: plan.id }, body: {} });
    const begun = [];
    for (const draft of drafts) begun.push((await run(draft)).status);
    expect(begun).toEqual([200, 200, 200, 503]);
    expect((await run(drafts[3]!, world.cleared)).status).toBe(200);
    expect((await stop(drafts[1]!)).reply.status).toBe('STOPPED');
    expect((await stop(drafts[0]!)).status).toBe(200);
    await app.app.get(PlanRuns).idle();
    const now = [];
    for (const { plan } of drafts) now.push((await world.coordinator.call(plans.show, { params: { planId: plan.id } })).reply.status);
    expect(now).toEqual(['STOPPED', 'STOPPED', 'DONE', 'DONE']);
  }, 60_000);

  test('has three questions at a time', async () => {
    const city = await another(90, 160);
    const { plan } = await planned.aDraft(3, [100, 102]);
    const done = await planned.made(plan);
    const params = { planId: plan.id, code: done.cohort.find(({ seat }) => seat !== null)?.defender.code ?? '', cityId: city.id };
    const answers = await Promise.all(Array.from({ length: 6 }, () => world.coordinator.call(plans.instead, { params })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 503, 503, 503]);
    expect((await world.coordinator.call(plans.instead, { params })).status).toBe(200);
  });
});
