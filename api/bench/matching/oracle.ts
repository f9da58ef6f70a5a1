import { bestByTrying } from '@shelter-city/planner/brute-force.fixture';
import { faultsOf } from '@shelter-city/planner/check-plan';
import { plan } from '@shelter-city/planner/plan';
import { aTinyCase } from '@shelter-city/planner/random-input.fixture';
import { Solver } from '@shelter-city/planner/solver';

/** The seeds of small cases in which the plan isn't what trying everything finds, isn't proven, or breaks a rule: none, it is hoped. */
export async function differing(first: number, count: number): Promise<number[]> {
  const solver = await Solver.load();
  return Array.from({ length: count }, (_, index) => first + index).filter((seed) => {
    const input = aTinyCase(seed);
    const { worth, isBest, seats } = plan(input, solver);
    return !isBest || worth !== bestByTrying(input).worth || faultsOf(input, seats).length > 0;
  });
}
