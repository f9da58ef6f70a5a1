import { plan } from './plan.ts';
import { planInWorker } from './plan-in-worker.ts';
import type { PlanInput } from './plan-input.ts';
import { aCohort } from './random-input.fixture.ts';
import { Solver } from './solver.ts';

const small = aCohort({ cities: 5, people: 12, places: 6, seed: 3 });
const large = aCohort({ cities: 30, people: 200, places: 60, seed: 3 });

it('gives the plan that is had without a thread, and says how it gets on', async () => {
  const said: string[] = [];
  const inThread = await planInWorker(small, { onProgress: ({ phase }) => said.push(phase) });
  expect(inThread).toEqual(plan(small, await Solver.load()));
  expect(said.slice(0, 2)).toEqual(['greedy', 'prices']);
});

it('answers in the same turn in which it is stopped in the middle of a solver call, with the best so far', async () => {
  const control = new AbortController();
  const nextTurn = Promise.withResolvers<'next turn'>();
  const stop = () => {
    setImmediate(() => nextTurn.resolve('next turn'));
    control.abort();
  };
  const planned = planInWorker(large, { signal: control.signal, onProgress: stop });
  expect(await Promise.race([planned.then(({ status }) => status), nextTurn.promise])).toBe(
    'stopped',
  );
  const { seats, worth, bound, placed } = await planned;
  expect(placed).toBe(seats.length);
  expect(placed).toBeGreaterThan(100);
  expect(bound).toBeGreaterThan(worth);
});

it('answers at once when it was stopped before it began', async () => {
  expect(await planInWorker(small, { signal: AbortSignal.abort() })).toMatchObject({
    status: 'stopped',
    seats: [],
    isBest: false,
  });
});

it('rejects when the thread fails', async () => {
  // What no type check sees: a list of worths that isn't one.
  const broken = {
    ...small,
    ...(JSON.parse('{"people":[{"id":"ada","starts":[1],"nights":[1],"worth":null}]}') as Pick<PlanInput, 'people'>),
  };
  await expect(planInWorker(broken)).rejects.toThrow('Cannot read properties of null');
});
