import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { plans, type PlanView } from '@shelter-city/contract/plans';
import { Environment } from '../src/config/environment.ts';
import { aPlanningWorld } from './factories/planning.ts';

const { app, world, planned } = await aPlanningWorld();
const settings = app.app.get(Environment);
const usual = { planMemoryMb: settings.planMemoryMb, longestPlan: settings.longestPlan };
beforeEach(() => { Object.assign(settings, usual); });
afterAll(() => app.stop());

const asWritten = async ({ id }: Pick<PlanView, 'id'>) => {
  const { rows } = await app.owner.query<{ draft: object; people: object }>(
    `SELECT to_jsonb(p) - ARRAY['status', 'phase', 'changed_at', 'version', 'placed_so_far'] AS draft,
      (SELECT jsonb_agg(to_jsonb(q) ORDER BY q.defender_id) FROM plan_person q WHERE q.plan_id = p.id) AS people FROM plan_draft p WHERE p.id = $1`,
    [id],
  );
  return rows[0];
};

describe('a plan that takes more memory than it may', () => {
  test('ends as failed and says so, leaves all as it was, and the next one begins at once', async () => {
    const { plan } = await planned.aDraft(2, [100, 110]);
    const done = await planned.made(plan);
    const before = await asWritten(plan);
    settled({ planMemoryMb: 8 });
    const memory = process.memoryUsage().rss;
    let failed = await planned.made(done);
    for (let again = 0; again < 3; again += 1) failed = await planned.made(failed);
    expect(process.memoryUsage().rss - memory).toBeLessThan(150_000_000);
    expect([failed.status, failed.failedBecause, failed.progress, failed.may.includes('run')]).toEqual(['FAILED', 'MEMORY', null, true]);
    expect(await asWritten(plan)).toEqual(before);
    expect(app.log()).toContain('A plan could not be made (ERR_WORKER_OUT_OF_MEMORY)');

    settled(usual);
    const again = await planned.made(failed);
    expect([again.status, again.failedBecause, again.placed]).toEqual(['DONE', null, 2]);
  });

  test('nor does a question about another city end in more than an answer that says so', async () => {
    const { plan, cohort } = await planned.aDraft(1, [200, 210]);
    const done = await planned.made(plan);
    settled({ planMemoryMb: 8 });
    const params = { planId: done.id, code: cohort[0]?.code ?? '', cityId: world.city.id };
    expect((await world.coordinator.call(plans.instead, { params })).reply.outcome).toBe('TOO_LARGE');
    settled(usual);
    expect((await world.coordinator.call(plans.instead, { params })).reply.outcome).toBe('POSSIBLE');
  });
});

test('a plan for which nothing was found in its time says so, and isn’t called stopped', async () => {
  const { plan } = await planned.aDraft(2, [300, 310]);
  settled({ longestPlan: 1 });
  const late = await planned.made(plan);
  expect([late.status, late.failedBecause, late.placed]).toEqual(['FAILED', 'TIME', 0]);
});

function settled(changed: Partial<typeof usual>): void {
  Object.assign(settings, changed);
}
