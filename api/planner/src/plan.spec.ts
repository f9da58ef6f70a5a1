import { bestByTrying } from './brute-force.fixture.ts';
import { faultsOf, worthOf } from './check-plan.ts';
import { plan } from './plan.ts';
import type { PlanInput } from './plan-input.ts';
import { aCohort, aTinyCase } from './random-input.fixture.ts';
import { Solver } from './solver.ts';

const solver = await Solver.load();

it.each([0, 200])(
  'finds what trying everything finds, and proves it, in 200 small cases after %i',
  (after) => {
    for (let seed = after + 1; seed <= after + 200; seed += 1) {
      const input = aTinyCase(seed);
      const { worth, isBest, bound, status, seats, placed, atMostPlaced } = plan(input, solver);
      const best = bestByTrying(input);
      expect({ seed, worth, isBest, bound, status, placed }).toEqual({
        seed,
        worth: best.worth,
        isBest: true,
        bound: best.worth,
        status: 'best',
        placed: seats.length,
      });
      expect(atMostPlaced).toBeGreaterThanOrEqual(placed);
      expect(faultsOf(input, seats)).toEqual([]);
      expect(worthOf(input, seats)).toBe(worth);
    }
  },
  120_000,
);

it('proves the best plan of twelve people over five cities', () => {
  const { isBest, placed, worth, firstCome } = plan(
    aCohort({ cities: 5, people: 12, places: 6, seed: 2, apart: 2 }),
    solver,
  );
  expect(isBest).toBe(true);
  expect(placed).toBeGreaterThan(9);
  expect(worth).toBeGreaterThanOrEqual(firstCome);
});

it('gives the same plan for the same input', () => {
  const input = aCohort({ cities: 5, people: 20, places: 9, seed: 4, apart: 3 });
  expect(plan(input, solver)).toEqual(plan(structuredClone(input), solver));
});

it('has an answer where there is nothing to plan', () => {
  const nobody: PlanInput = { places: [], people: [], limits: [], apart: [] };
  expect(plan(nobody, solver)).toMatchObject({
    seats: [],
    worth: 0,
    isBest: true,
    placed: 0,
    atMostPlaced: 0,
  });
  const nowhere = { ...aTinyCase(1), places: [] };
  expect(plan(nowhere, solver)).toMatchObject({ seats: [], worth: 0, isBest: true });
});
