import { Chains } from './chains.ts';
import { Occupancy } from './occupancy.ts';
import type { PlanSpace } from './plan-space.ts';
import { shortlist } from './shortlist.ts';
import { reduced, type Prices } from './prices.ts';
import { random } from './random.ts';
import { Waiting } from './waiting.ts';

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
/** How much worse a plan may become for a while, as a part of what a middling stay is worth: at first, and at last. */
const heat = { first: 0.022, last: 0.002 };
const roundsBetweenLooks = 500;
/** How often what the ruins left is filled with chains of stays first, at the most; less often the more stays each looks at. */
const inChainsAtMost = 0.3;
const staysInChains = 40;
/** So many of those who wait are asked besides in each round. */
const askedBesides = 8;

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
  const { owner, kind: kindOf, from: fromOf, until: untilOf, worth: worthOf } = space;
  const stays = shortlist(space, prices, staysOfEach);
  const values = stays.map((own) =>
    Float64Array.from(own, (column) => reduced(space, prices.ledger, column)),
  );
  const chains = new Chains(space, stays, prices.gain);
  const cities = 1 + space.classes.reduce((most, { city }) => Math.max(most, city), -1);
  const cityOf = Int32Array.from(space.classes, ({ city }) => city);
  const inCity = Array.from({ length: cities }, () => new Set<number>());
  const current = new Occupancy(space, begin.columns());
  const { chosen } = current;
  const homeOf = (column: number) => inCity[cityOf[kindOf[column] ?? 0] ?? 0] ?? new Set<number>();
  const movable = [...space.input.people.keys()].filter(
    (person) => (stays[person]?.length ?? 0) > 0,
  );
  const waiting = new Waiting(space.input.people.length);
  for (const [person, column] of chosen.entries()) if (column !== -1) homeOf(column).add(person);
  for (const person of movable) if (chosen[person] === -1) waiting.add(person);
  const put = (column: number): void => {
    const person = owner[column] ?? 0;
    current.put(column);
    waiting.remove(person);
    homeOf(column).add(person);
  };
  const take = (person: number): void => {
    homeOf(chosen[person] ?? 0).delete(person);
    current.take(person);
    waiting.add(person);
  };
  const staysInClass = stays.reduce((sum, own) => sum + own.length, 0) / space.classes.length;
  const inChains = Math.min(inChainsAtMost, staysInChains / staysInClass);
  const middling = middle(worthOf);
  let worth = current.worth();
  let best = { worth, columns: current.columns() };
  let told = worth;
  for (let round = 0; round < rounds && movable.length > 0; round += 1) {
    if (round % roundsBetweenLooks === 0) {
      if (best.worth > told) onBetter(new Occupancy(space, best.columns));
      told = best.worth;
      if (isEnough(best.worth)) break;
    }
    const guest =
      waiting.size > 0 && next() < 0.7
        ? waiting.nth(below(waiting.size))
        : movable[below(movable.length)];
    const fresh = someOf();
    const removed = new Map<number, number>();
    const remove = (person: number): void => {
      const column = chosen[person] ?? -1;
      if (column === -1) return;
      removed.set(person, column);
      take(person);
    };
    // Around a stay that somebody could have; then around one that somebody who just lost theirs could have.
    let wanting = guest;
    const kinds = new Set<number>();
    for (let ruins = 1 + below(3); ruins > 0 && wanting !== undefined; ruins -= 1) {
      const own = stays[wanting] ?? new Int32Array();
      const aim = own[below(Math.min(own.length, 12))] ?? 0;
      const from = fromOf[aim] ?? 0;
      const until = untilOf[aim] ?? 0;
      kinds.add(kindOf[aim] ?? 0);
      for (const person of [...homeOf(aim)]) {
        const column = chosen[person] ?? 0;
        if ((fromOf[column] ?? 0) < until && from < (untilOf[column] ?? 0) && next() < 0.8) {
          kinds.add(kindOf[column] ?? 0);
          remove(person);
        }
      }
      remove(wanting);
      const lost = [...removed.keys()];
      wanting = lost[below(lost.length)];
    }
    const filled = next() < inChains ? fillAll(kinds) : [];
    const order = inOrder(
      [...new Set([...removed.keys(), ...(guest === undefined ? [] : [guest]), ...fresh])].filter(
        (p) => chosen[p] === -1,
      ),
      below(4),
      { stays, values, next },
    );
    for (const person of order) insert(person, values[person]);
    // What nobody wanted at its price is still better than nothing.
    for (const person of order) if (chosen[person] === -1) insert(person, undefined);
    const after = current.worth();
    const done = round / rounds;
    const warmth = middling * heat.first * (heat.last / heat.first) ** done;
    if (after >= worth + warmth * Math.log(next() + 1e-12)) {
      worth = after;
      if (worth > best.worth) best = { worth, columns: current.columns() };
      continue;
    }
    for (const person of [...filled, ...order]) if (chosen[person] !== -1) take(person);
    for (const column of removed.values()) put(column);
  }
  return best.worth > begin.worth() ? new Occupancy(space, best.columns) : begin;

  /** Some of those who wait, by chance. */
  function someOf(): number[] {
    return Array.from(
      { length: Math.min(askedBesides, waiting.size) },
      () => waiting.nth(below(waiting.size)) ?? 0,
    );
  }

  /** Fills what the ruins left of some classes, each with the chain of stays that is best together. */
  function fillAll(kinds: Iterable<number>): number[] {
    const passed = below(1 << 16);
    // One in so many is passed over here too: which ones depends on the round alone, not on how often they are looked at.
    const isPassedOver = (column: number) =>
      (Math.imul(column ^ passed, 0x9e3779b1) >>> 16) % 50 === 0;
    return [...kinds].flatMap((kind) =>
      chains.fill(kind, current, waiting, isPassedOver).flatMap((column) => {
        const person = owner[column] ?? 0;
        if (!waiting.has(person) || !current.fits(column)) return [];
        put(column);
        return [person];
      }),
    );
  }

  /** The best stay that is free, by its price or by its worth. */
  function insert(person: number, byPrice: Float64Array | undefined): void {
    const own = stays[person] ?? new Int32Array();
    let most = 0;
    let found = -1;
    for (const [index, column] of own.entries()) {
      const value = byPrice ? (byPrice[index] ?? 0) : (worthOf[column] ?? 0);
      if (value <= most || !current.fits(column) || (byPrice && next() < blinks)) continue;
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

/** The one in the middle, by size. */
const middle = (values: Float64Array): number => values.toSorted()[values.length >> 1] ?? 0;

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
