import { describe, expect, test } from '@jest/globals';
import { inSteps } from './in-steps.ts';

function* threeSteps(done: number[]): Generator<undefined, string> {
  for (const step of [1, 2, 3]) {
    done.push(step);
    yield;
  }
  return 'through';
}

describe('long work in steps', () => {
  test('lets others in after each, and gives what came of it', async () => {
    const done: number[] = [];
    const seenByOthers: number[] = [];
    const look = () => {
      seenByOthers.push(done.length);
      if (done.length < 3) setImmediate(look);
    };
    setImmediate(look);
    expect(await inSteps(threeSteps(done))).toBe('through');
    expect(new Set(seenByOthers)).toEqual(new Set([1, 2, 3]));
  });

  test('goes no step further once it is stopped', async () => {
    const done: number[] = [];
    const control = new AbortController();
    const work = inSteps(threeSteps(done), control.signal);
    control.abort();
    expect([await work, done]).toEqual([undefined, [1]]);
  });
});
