import { Occupancy } from './occupancy.ts';
import { personOf, type PlanSpace } from './plan-space.ts';
import { reduced, type Prices } from './prices.ts';
import { mixed } from './mixed.ts';
import type { Solver } from './solver.ts';

/** What the search may spend, and whom it tells. */
export type SearchLimits = {
  readonly rounds: number;
  readonly isOver: () => boolean;
  readonly onBetter: () => void;
};

const citiesAtOnce = 5;
const peopleAtOnce = 50;
const staysOfEach = 15;

/**
 * Takes all stays of a few cities out, adds whoever has no place, and solves that part exactly while the rest stays; again
 * and again, each time other cities. Never worse than before.
 */
export function improve(
  space: PlanSpace,
  prices: Prices,
  begin: Occupancy,
  solver: Solver,
  { rounds, isOver, onBetter }: SearchLimits,
): Occupancy {
  const cities = [...new Set(space.classes.map(({ city }) => city))].sort((a, b) => a - b);
  let current = begin;
  let fruitless = 0;
  for (
    let round = 0;
    round < rounds && fruitless < Math.max(30, cities.length * 2) && !isOver();
    round += 1
  ) {
    const order = mixed(cities, round + 1);
    const near = new Set(order.slice(0, Math.min(citiesAtOnce, cities.length)));
    const next = solvePart(space, prices, current, near, round, solver);
    if (next.worth() > current.worth()) {
      current = next;
      fruitless = 0;
      onBetter();
    } else fruitless += 1;
  }
  return current;
}

function solvePart(
  space: PlanSpace,
  prices: Prices,
  current: Occupancy,
  cities: ReadonlySet<number>,
  round: number,
  solver: Solver,
): Occupancy {
  const isNear = (column: number) => cities.has(space.classes[space.kind[column] ?? 0]?.city ?? -1);
  const inside: number[] = [];
  const without: number[] = [];
  for (const [person, column] of current.chosen.entries()) {
    if (column === -1) without.push(person);
    else if (isNear(column)) inside.push(person);
  }
  const freed = mixed(inside, round * 7 + 1).slice(0, Math.floor(peopleAtOnce * 0.8));
  const wanting = mixed(without, round * 13 + 5).slice(
    0,
    peopleAtOnce - Math.min(freed.length, peopleAtOnce),
  );
  const rest = new Occupancy(
    space,
    [...current.chosen].flatMap((column, person) =>
      column === -1 || freed.includes(person) ? [] : [[person, column] as const],
    ),
  );
  const columns: number[] = [];
  for (const person of [...freed, ...wanting]) {
    const own: { column: number; value: number }[] = [];
    for (
      let column = space.first[person] ?? 0;
      column < (space.first[person + 1] ?? 0);
      column += 1
    )
      if (isNear(column) && rest.fits(person, column))
        own.push({ column, value: reduced(space, prices.before, person, column) });
    own.sort((a, b) => b.value - a.value || a.column - b.column);
    columns.push(...own.slice(0, staysOfEach).map(({ column }) => column));
  }
  const before = freed.map((person) => current.chosen[person] ?? -1);
  const given = Int32Array.from(new Set([...columns, ...before])).sort();
  if (given.length === 0) return current;
  const choice = solver.choose(space, given, rest.remaining, [], before, { nodes: 200, gap: 1e-4 });
  // Pairs who must not meet are looked at one by one: the small model doesn't know them.
  for (const column of choice.columns.toSorted(
    (a, b) => (space.worth[b] ?? 0) - (space.worth[a] ?? 0) || a - b,
  )) {
    const person = personOf(space, column);
    if (rest.fits(person, column)) rest.put(person, column);
  }
  return rest;
}
