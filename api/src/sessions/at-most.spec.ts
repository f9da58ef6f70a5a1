import { expect, test } from '@jest/globals';
import { Problem } from '../problems/problem.ts';
import { atMost } from './at-most.ts';

test('two run, three wait, the sixth is told that we are busy, and failures give their place back', async () => {
  const limited = atMost(2, 3);
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
    running -= 1;
    throw new Error('failed');
  };
  const results = await Promise.allSettled(Array.from({ length: 6 }, () => limited(work)));
  expect(most).toBe(2);
  expect(results.map(({ status }) => status)).toEqual(Array(6).fill('rejected'));
  expect(
    results.filter((result) => result.status === 'rejected' && result.reason instanceof Problem),
  ).toHaveLength(1);
  await expect(limited(() => Promise.resolve('fine'))).resolves.toBe('fine');
});
