import { setImmediate as nextTurn } from 'node:timers/promises';
import { errandInThread, isOutOfMemory, type Errand } from './errand-in-thread.ts';
import { aCohort } from './random-input.fixture.ts';

const small: Errand = {
  ask: 'plan',
  input: aCohort({ cities: 5, people: 12, places: 6, seed: 3 }),
  limits: {},
};
const large: Errand = {
  ask: 'plan',
  input: aCohort({ cities: 80, people: 1000, places: 1000, seed: 3 }),
  limits: {},
};

/** A thread that does something else than to plan. */
const doing = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

/** Threads of this process that are alive. */
function threads(): number {
  // Node.js knows it, its types don't yet: without it a report looks up the names of open connections.
  Object.assign(process.report, { excludeNetwork: true });
  return (process.report.getReport() as { readonly workers: readonly unknown[] }).workers.length;
}

/** What an errand failed with. */
const failureOf = (errand: Promise<unknown>): Promise<unknown> =>
  errand.then(
    () => 'it answered',
    (error: unknown) => error,
  );

it('ends a thread that takes more memory than it may, and this process lives and sends the next one', async () => {
  const before = process.memoryUsage().rss;
  for (let time = 0; time < 5; time += 1)
    expect(isOutOfMemory(await failureOf(errandInThread(large, { memoryMb: 12 })))).toBe(true);
  // Each of them was given 12 MB of heap, and a thread has 20 to 30 MB beside it: none of the five is kept.
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  expect(await errandInThread(small, { memoryMb: 64 })).toMatchObject({
    answer: { status: 'best' },
  });
});

it('rejects with what a thread threw, and when it threw what is no error', async () => {
  const thrown = await failureOf(errandInThread(small, {}, doing("throw new RangeError('too far')")));
  expect(thrown).toMatchObject({ name: 'RangeError', message: 'too far' });
  expect(isOutOfMemory(thrown)).toBe(false);
  expect(await failureOf(errandInThread(small, {}, doing('throw 7')))).toMatchObject({ name: 'Error' });
});

it.each([0, 3])('rejects when a thread ends by itself with %i and said nothing', async (code) => {
  expect(await failureOf(errandInThread(small, {}, doing(`process.exit(${String(code)})`)))).toMatchObject({
    message: expect.stringContaining(`with ${String(code)}`) as string,
  });
});

it('ends a thread that never answers when its time is over, with how far it was', async () => {
  const idle = threads();
  const signal = AbortSignal.timeout(400);
  const said = { phase: 'greedy', seats: [], placed: 0, worth: 0, bound: 7 };
  const endless = `import { parentPort } from 'node:worker_threads';
    parentPort.postMessage({ kind: 'progress', progress: ${JSON.stringify(said)} });
    for (;;);`;
  expect(await errandInThread(small, { signal }, doing(endless))).toEqual({ latest: said });
  // It would loop for ever, and this with it.
  while (threads() > idle) await nextTurn();
});

it('rejects, and doesn’t end this process, when what it sends can’t be copied', async () => {
  const [person] = small.input.people;
  const uncopied = { ...small, input: { ...small.input, people: [...Array.from({ length: 60 }, () => person), () => 1] } };
  // No type lets a function in among the people; a fault of ours might.
  const sent = uncopied as unknown as Errand;
  expect(await failureOf(errandInThread(sent, {}, doing('setInterval(() => 1, 1000)')))).toMatchObject({ name: 'DataCloneError' });
});
