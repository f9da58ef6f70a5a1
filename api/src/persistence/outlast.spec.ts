import { describe, expect, test } from '@jest/globals';
import { outlasting } from './outlast.ts';
import { isAway, isPassing } from './retry.ts';

const failure = (code: string | undefined, message = 'no') => Object.assign(new Error(message), code === undefined ? {} : { code });
const open = new AbortController().signal;
/** Work that fails so often before it is done, and what heard of it. */
function failing(times: number, error: Error) {
  const seen = { tries: 0, heard: 0 };
  const work = () => {
    seen.tries += 1;
    return seen.tries <= times ? Promise.reject(error) : Promise.resolve('done');
  };
  return { seen, work, onAway: () => { seen.heard += 1; } };
}

describe('what must not be lost', () => {
  test('is done again until the database is back, and somebody hears of it once', async () => {
    const { seen, work, onAway } = failing(3, failure('ECONNREFUSED'));
    expect(await outlasting(work, { signal: open, onAway, pauses: [1, 1, 1, 1] })).toBe('done');
    expect(seen).toEqual({ tries: 4, heard: 1 });
  });

  test('isn’t tried for ever', async () => {
    const { seen, work, onAway } = failing(99, failure('57P03'));
    await expect(outlasting(work, { signal: open, onAway, pauses: [1, 1] })).rejects.toThrow('no');
    expect(seen.tries).toBe(3);
  });

  test('isn’t tried again when the database refused it', async () => {
    const { seen, work, onAway } = failing(99, failure('23514'));
    await expect(outlasting(work, { signal: open, onAway })).rejects.toThrow('no');
    expect(seen).toEqual({ tries: 1, heard: 0 });
  });

  test('is tried once more and no longer when it shall end', async () => {
    const ending = new AbortController();
    const { seen, work } = failing(99, failure('57P01'));
    await expect(outlasting(work, { signal: ending.signal, onAway: () => { ending.abort(); } })).rejects.toThrow('no');
    expect(seen.tries).toBe(2);
  });
});

test.each([
  ['a shutdown', failure('57P01'), true, true],
  ['a lost connection', failure(undefined, 'Connection terminated unexpectedly'), true, true],
  ['Prisma without a connection', failure('P1001'), true, true],
  ['too many connections', failure('53300'), false, true],
  ['a lock that took too long', failure('55P03'), false, true],
  ['a deadlock', failure('40P01'), false, true],
  ['a broken rule', failure('23505'), false, false],
  ['a missing right', failure('42501'), false, false],
  ['a fault of ours', new TypeError('x is not a function'), false, false],
  ['what is no error', 7, false, false],
])('tells %s from the others', (_, error, away, passing) => {
  expect([isAway(error), isPassing(error)]).toEqual([away, passing]);
});
