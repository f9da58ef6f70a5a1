import { afterAll, expect, test } from '@jest/globals';
import { plans, type PlanView } from '@shelter-city/contract/plans';
import { PlanRuns } from '../src/plans/plan-runs.service.ts';
import { aPlanningWorld } from './factories/planning.ts';
import { aStoppableDatabase } from './harness/stoppable-database.ts';

const database = await aStoppableDatabase();
const { app, world, planned } = await aPlanningWorld({ database });
afterAll(() => app.stop());

const begin = async ({ id, version }: PlanView) => {
  const { reply } = await world.coordinator.call(plans.run, { params: { planId: id }, body: { version, keep: false } });
  expect(reply.status).toBe('RUNNING');
};
const shown = async ({ id }: Pick<PlanView, 'id'>) => (await world.coordinator.call(plans.show, { params: { planId: id } })).reply;
/** Waits until something is so, and not for ever. */
async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const late = AbortSignal.timeout(15_000);
  while (!(await isSo())) {
    late.throwIfAborted();
    await new Promise(setImmediate);
  }
}
const timesLogged = (words: string) => app.log().split(words).length - 1;

/** Lets somebody wait in the middle of what they do, by a lock that is theirs no more when the server goes. */
async function held(lock: string, planId: string): Promise<void> {
  const client = await app.owner.connect();
  client.once('error', () => { client.release(true); });
  await client.query('BEGIN');
  await client.query(lock, [planId]);
}
const seatsOf = 'SELECT FROM plan_person WHERE plan_id = $1 FOR UPDATE';
const isSomebodyWaiting = async () => ((await app.owner.query('SELECT FROM pg_locks WHERE NOT granted')).rowCount ?? 0) > 0;
/** Begins a run and waits until it has found its plan and would write it. */
async function foundAndUnwritten(plan: PlanView): Promise<void> {
  await held(seatsOf, plan.id);
  await begin(plan);
  await until(isSomebodyWaiting);
}

test('a plan that was found while the database was away is there when it is back', async () => {
  const { plan } = await planned.aDraft(2, [100, 110]);
  await foundAndUnwritten(plan);
  await database.stop();
  await until(() => timesLogged('What became of a plan waits for the database') === 1);
  const answer = await world.coordinator.call(plans.show, { params: { planId: plan.id } });
  expect([answer.status, answer.problem.type]).toEqual([503, '/problems/database-away']);
  await database.start();
  await app.app.get(PlanRuns).idle();
  const done = await shown(plan);
  expect([done.status, done.placed, done.proof]).toEqual(['DONE', 2, { isBest: true, morePeopleAtMost: 0 }]);
  expect(timesLogged('What became of a plan waits for the database')).toBe(1);
});

const proposed = async (planId: string) =>
  (await app.owner.query<{ stays: number; said: number; people: number }>(
    `SELECT (SELECT count(*)::integer FROM stay WHERE defender_id IN (SELECT defender_id FROM plan_person WHERE plan_id = $1)) AS stays,
      (SELECT count(*)::integer FROM plan_person WHERE plan_id = $1 AND stay_id IS NOT NULL) AS people,
      (SELECT count(*)::integer FROM audit.log WHERE object_id = $1 AND action = 'plan:publish') AS said`,
    [planId],
  )).rows[0];

test.each([
  ['before anybody is proposed', 200, 'SELECT FROM place WHERE id IN (SELECT place_id FROM plan_person WHERE plan_id = $1) FOR UPDATE'],
  ['when all are proposed and the draft is not yet', 300, seatsOf],
])('publishing leaves nothing when the database goes %s, and can be repeated', async (_, from, lock) => {
  const { plan } = await planned.aDraft(2, [from, from + 10]);
  const done = await planned.made(plan);
  await held(lock, plan.id);
  const publishing = planned.publish(done);
  await until(isSomebodyWaiting);
  await database.stop();
  const answer = await publishing;
  expect([answer.status, answer.problem.type]).toEqual([503, '/problems/database-away']);
  await database.start();
  expect(await proposed(plan.id)).toEqual({ stays: 0, people: 0, said: 0 });
  const after = await shown(plan);
  expect([after.status, after.version, after.may.includes('publish')]).toEqual(['DONE', done.version, true]);
  expect((await planned.publish(done)).reply.status).toBe('PUBLISHED');
  expect(await proposed(plan.id)).toEqual({ stays: 2, people: 2, said: 1 });
});

test('a run whose API and database both went isn’t running for ever, and can be begun again', async () => {
  const { plan } = await planned.aDraft(2, [400, 410]);
  await foundAndUnwritten(plan);
  const waits = timesLogged('What became of a plan waits for the database');
  await database.stop();
  await until(() => timesLogged('What became of a plan waits for the database') > waits);
  // Who ends the API isn't kept waiting for the database: what comes of it is told in the log, and the run is silent from now on.
  await app.app.get(PlanRuns).beforeApplicationShutdown();
  expect(app.log()).toContain('What became of a plan could not be written');
  await database.start();
  expect((await shown(plan)).status).toBe('RUNNING');
  app.clock.moveOn(60);
  const silent = await shown(plan);
  expect([silent.status, silent.placed, silent.may.includes('run')]).toEqual(['STOPPED', 0, true]);
});
