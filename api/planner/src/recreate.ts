import { random } from './random.ts';
import { Occupancy } from './occupancy.ts';
import type { PlanSpace } from './plan-space.ts';
import { shortlist } from './price-search.ts';
import { reduced, type Prices } from './prices.ts';

/** What the search may spend, and whom it tells. */
export type RecreateLimits = {
  readonly rounds: number;
  readonly seed: number;
  /** Asked now and then, with the best so far. */
  readonly isEnough: (worth: number) => boolean;
  readonly onBetter: (best: Occupancy) => void;
};

/** Stays of each person that are tried: the best priced. */
const staysOfEach = 40;
/** One in so many stays is passed over, so that the search doesn't always end in the same place. */
const blinks = 0.02;
const warm = 25;
const roundsBetweenLooks = 2_000;

/**
 * Takes out the stays of some weeks in a few cities, puts them and some of those without a place back in another order, and
 * keeps what came of it when it is better or hardly worse; less and less of the latter as rounds pass. Source: the ruin and
 * recreate of Schrimpf and others (2000), in the form of Christiaens and Vanden Berghe (2020). Never ends worse than it began.
 */
export function recreate(
  space: PlanSpace,
  prices: Prices,
  begin: Occupancy,
  { rounds, seed, isEnough, onBetter }: RecreateLimits,
): Occupancy {
  const next = random(seed);
  const below = (count: number) => Math.floor(next() * count);
  const stays = shortlist(space, prices, staysOfEach);
  const values = stays.map((own) =>
    Float64Array.from(own, (column) => reduced(space, prices.ledger, column)),
  );
  const cityOf = Int32Array.from(space.classes, ({ city }) => city);
  const inCity = new Map<number, Set<number>>();
  const current = new Occupancy(space, begin.columns());
  const homeOf = (column: number) => {
    const city = cityOf[space.kind[column] ?? 0] ?? 0;
    let people = inCity.get(city);
    if (!people) inCity.set(city, (people = new Set()));
    return people;
  };
  const without = new Set<number>();
  for (const [person, column] of current.chosen.entries()) {
    if (column !== -1) homeOf(column).add(person);
    else if ((stays[person]?.length ?? 0) > 0) without.add(person);
  }
  const put = (column: number): void => {
    const person = space.owner[column] ?? 0;
    current.put(column);
    without.delete(person);
    homeOf(column).add(person);
  };
  const take = (person: number): void => {
    homeOf(current.chosen[person] ?? 0).delete(person);
    current.take(person);
    without.add(person);
  };
  const movable = [...space.input.people.keys()].filter(
    (person) => (stays[person]?.length ?? 0) > 0,
  );
  let worth = current.worth();
  let best = { worth, columns: current.columns() };
  let told = worth;
  for (let round = 0; round < rounds && movable.length > 0; round += 1) {
    if (round % roundsBetweenLooks === 0) {
      if (best.worth > told) onBetter(new Occupancy(space, best.columns));
      told = best.worth;
      if (isEnough(best.worth)) break;
    }
    const waiting = [...without];
    const guest =
      waiting.length > 0 && next() < 0.7
        ? waiting[below(waiting.length)]
        : movable[below(movable.length)];
    const removed = new Map<number, number>();
    const remove = (person: number): void => {
      const column = current.chosen[person] ?? -1;
      if (column === -1) return;
      removed.set(person, column);
      take(person);
    };
    // Around a stay that somebody could have; then around one that somebody who just lost theirs could have.
    let wanting = guest;
    for (let ruins = 1 + below(3); ruins > 0 && wanting !== undefined; ruins -= 1) {
      const own = stays[wanting] ?? new Int32Array();
      const aim = own[below(Math.min(own.length, 12))] ?? 0;
      const from = space.from[aim] ?? 0;
      const until = space.until[aim] ?? 0;
      for (const person of [...homeOf(aim)]) {
        const column = current.chosen[person] ?? 0;
        if ((space.from[column] ?? 0) < until && from < (space.until[column] ?? 0) && next() < 0.8)
          remove(person);
      }
      remove(wanting);
      const lost = [...removed.keys()];
      wanting = lost[below(lost.length)];
    }
    const fresh = [...waiting].filter(() => next() < 8 / waiting.length);
    const order = inOrder(
      [...new Set([...removed.keys(), ...(guest === undefined ? [] : [guest]), ...fresh])],
      below(4),
      { stays, values, next },
    );
    for (const person of order) insert(person, values[person]);
    // What nobody wanted at its price is still better than nothing.
    for (const person of order) if (current.chosen[person] === -1) insert(person, undefined);
    const after =
      removed.size === 0 && order.every((person) => current.chosen[person] === -1)
        ? worth
        : current.worth();
    const heat = warm * (1 - round / rounds) ** 2;
    if (after >= worth + heat * Math.log(next() + 1e-12)) {
      worth = after;
      if (worth > best.worth) best = { worth, columns: current.columns() };
      continue;
    }
    for (const person of order) if (current.chosen[person] !== -1) take(person);
    for (const column of removed.values()) put(column);
  }
  return best.worth > begin.worth() ? new Occupancy(space, best.columns) : begin;

  /** The best stay that is free, by its price or by its worth. */
  function insert(person: number, byPrice: Float64Array | undefined): void {
    const own = stays[person] ?? new Int32Array();
    let most = 0;
    let found = -1;
    for (const [index, column] of own.entries()) {
      const value = byPrice ? (byPrice[index] ?? 0) : (space.worth[column] ?? 0);
      if (value <= most || (byPrice && next() < blinks) || !current.fits(column)) continue;
      const paid = value - current.extraCost(column);
      if (paid <= most) continue;
      most = paid;
      found = column;
      // Listed by price: nothing better follows unless something is paid besides.
      if (byPrice && paid === value) break;
    }
    if (found !== -1) put(found);
  }
}

type Choices = {
  readonly stays: readonly Int32Array[];
  readonly values: readonly Float64Array[];
  readonly next: () => number;
};

/** Who is put back first: by chance, by what they gain, by how few stays are good for them, or by how soon they could come. */
function inOrder(
  people: readonly number[],
  way: number,
  { stays, values, next }: Choices,
): number[] {
  const keyOf = (person: number): number => {
    if (way === 1) return -(values[person]?.[0] ?? 0);
    if (way === 2)
      return values[person]?.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) ?? 0;
    if (way === 3) return stays[person]?.[0] ?? 0;
    return next();
  };
  return people
    .map((person) => ({ person, key: keyOf(person) }))
    .sort((a, b) => a.key - b.key || a.person - b.person)
    .map(({ person }) => person);
}
