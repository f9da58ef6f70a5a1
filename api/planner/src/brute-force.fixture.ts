import { faultsOf, worthOf } from './check-plan.ts';
import type { PlanInput, Seat } from './plan-input.ts';

/** The best plan of a tiny input, by trying every one; rules are asked of the checker, which no planner shares. */
export function bestByTrying(input: PlanInput): {
  readonly worth: number;
  readonly seats: readonly Seat[];
} {
  const { people, places } = input;
  let best: { worth: number; seats: readonly Seat[] } = { worth: worthOf(input, []), seats: [] };
  const most = people.map(({ worth }) => Math.max(0, ...worth.flat()));
  const hopeFrom = most.map((_, person) => most.slice(person).reduce((a, b) => a + b, 0));
  // What a share falls short by is paid back at the most.
  const back = (input.shares ?? []).reduce((sum, { least, price }) => sum + least * price, 0);
  const go = (person: number, seats: readonly Seat[], worth: number): void => {
    if (worth > best.worth) best = { worth, seats };
    const one = people[person];
    if (!one || worth + (hopeFrom[person] ?? 0) + back <= best.worth) return;
    for (const [place] of places.entries()) {
      for (const [start, from] of one.starts.entries()) {
        if ((one.worth[place]?.[start] ?? -1) < 0) continue;
        const next = [...seats, { person, place, from, until: from + (one.nights[start] ?? 0) }];
        if (faultsOf(input, next).length === 0) go(person + 1, next, worthOf(input, next));
      }
    }
    go(person + 1, seats, worth);
  };
  go(0, [], worthOf(input, []));
  return best;
}
