import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plans, type PlanView } from '@shelter-city/contract/plans';
import { riskNotes } from '@shelter-city/contract/risk-notes';
import { aCity, aPlace, confirmedCapacity } from './factories/city.ts';
import { aPlacementWorld, type PlacementWorld } from './factories/placement.ts';
import { planning } from './factories/planning.ts';
import { aRiskNote } from './factories/sweep-world.ts';
import { startApp, type TestApp } from './harness/app.ts';

let app: TestApp;
let world: PlacementWorld;
let planned: ReturnType<typeof planning>;
beforeAll(async () => {
  app = await startApp();
  world = await aPlacementWorld(app);
  planned = planning(app, world);
});
afterAll(async () => {
  await app.stop();
});

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
    const why = await world.coordinator.call(plans.why, { params });
    const option = why.reply.options.find((one) => one.city.id === world.city.id);
    expect([option?.verdict, option?.whatWouldHaveToChange]).toEqual(['BLOCKED', []]);
    expect(option?.findings.filter(({ verdict }) => verdict === 'BLOCKED').map(({ rule }) => rule)).toEqual(['HIDDEN_RULE']);
    expect(why.text).not.toContain(there.defender.code);
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
