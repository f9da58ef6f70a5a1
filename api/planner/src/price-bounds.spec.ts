import { bestByTrying } from './brute-force.fixture.ts';
import { worthOf } from './check-plan.ts';
import { plan } from './plan.ts';
import { leastCosts } from './price-bounds.ts';
import { aTinyCase } from './random-input.fixture.ts';
import { everything, pinned } from './settled.ts';
import { Solver } from './solver.ts';

const solver = await Solver.load();

it('never says more than forcing it costs, and often says something', () => {
  let telling = 0;
  for (let seed = 9_000; seed < 9_060; seed += 1) {
    const input = aTinyCase(seed);
    const { worth } = plan(input, solver);
    for (const [city, least] of leastCosts(input, worth)[0]!.entries()) {
      const best = bestByTrying(pinned(input, 0, { city }, everything(input)));
      const isPossible = best.seats.some((seat) => seat.person === 0);
      if (least === null)
        expect({ seed, city, isPossible }).toEqual({ seed, city, isPossible: false });
      else if (isPossible) expect(least).toBeLessThanOrEqual(worth - worthOf(input, best.seats));
      if ((least ?? 0) > 0) telling += 1;
    }
  }
  expect(telling).toBeGreaterThan(10);
});
