import { expect, test } from '@jest/globals';
import { buildPlanInput } from '@shelter-city/domain/planning/build-plan-input';
import { aCityWith, anAsk, aPerson } from '../../domain/src/planning/planning.fixture.ts';
import { makePlan, type Making } from './plan-making.ts';

// Two cities that are as good by all that comes before fairness: in one of them guests are asked for publicity.
const ask = anAsk({
  cities: [aCityWith('nijmegen', 4), aCityWith('utrecht', 4, { publicEvents: 'OPEN' })],
  people: ['ada', 'bo', 'cy', 'di'].map((id) => aPerson(id)),
});
const ofMemory = (memoryMb: number): Making => ({ signal: new AbortController().signal, memoryMb, onProgress: () => undefined, onFailure: () => undefined });
const moved = (found: Awaited<ReturnType<typeof makePlan>>) => found?.people.filter(({ evenedFromCityId }) => evenedFromCityId !== null).length;

test('a plan stands without its fairness when that fails, and it is said', async () => {
  const whole = await makePlan(ask, buildPlanInput(ask), ofMemory(64));
  expect(moved(whole)).toBe(1);
  const failures: unknown[] = [];
  // Enough for the plan, and then too little.
  const memory = [64, 4];
  const without = await makePlan(ask, buildPlanInput(ask), {
    ...ofMemory(64),
    get memoryMb() { return memory.shift() ?? 0; },
    onFailure: (error) => { failures.push(error); },
  });
  expect(failures).toMatchObject([{ code: 'ERR_WORKER_OUT_OF_MEMORY' }]);
  expect(moved(without)).toBe(0);
  expect([without?.worth, without?.bound, without?.people.every(({ seat }) => seat !== null)]).toEqual([whole?.worth, whole?.bound, true]);
});
