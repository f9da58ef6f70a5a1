import { plans, type PlanView } from '@shelter-city/contract/plans';
import { expect } from '@jest/globals';
import { PlanRuns } from '../../src/plans/plan-runs.service.ts';
import { startApp, type SignedIn, type TestApp } from '../harness/app.ts';
import { aDefender } from './defender.ts';
import { aPlacementWorld, why, type PlacementWorld } from './placement.ts';

/** The application on a database of its own with a world to plan in; stop `app` in the end. */
export async function aPlanningWorld(options?: Parameters<typeof startApp>[0]) {
  const app = await startApp(options);
  const world = await aPlacementWorld(app);
  return { app, world, planned: planning(app, world) };
}

/** What specs of plans do again and again, in one world. */
export function planning(app: TestApp, world: PlacementWorld) {
  const windowOf = (from: number, until: number) => ({ earliestArrival: world.day(from), latestArrival: world.day(until), nightsWished: 30 });
  return {
    windowOf,
    /** So many people who can arrive between two days, and a draft of them. */
    async aDraft(people: number, between: readonly [number, number], asker: SignedIn = world.coordinator) {
      const cohort = [];
      for (let at = 0; at < people; at += 1) cohort.push(await aDefender(app.owner, windowOf(...between)));
      const { reply } = await asker.call(plans.create, { body: { name: 'Spring', from: world.day(between[0]), until: world.day(between[1] + 1), codes: cohort.map(({ code }) => code), placesKeptFree: 0 } });
      return { cohort, plan: reply };
    },
    /** Makes a plan and waits for it. */
    async made(plan: Pick<PlanView, 'id' | 'version'>, keep = false): Promise<PlanView> {
      const params = { planId: plan.id };
      const begun = await world.coordinator.call(plans.run, { params, body: { version: plan.version, keep } });
      expect(begun.reply.status).toBe('RUNNING');
      await app.app.get(PlanRuns).idle();
      return (await world.coordinator.call(plans.show, { params })).reply;
    },
    publish: (plan: Pick<PlanView, 'id' | 'version'>, headers: Readonly<Record<string, string>> = {}) =>
      world.coordinator.call(plans.publish, { params: { planId: plan.id }, body: { version: plan.version, why, holdUntil: world.day(7) }, headers }),
  };
}
