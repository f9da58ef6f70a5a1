import { nightsOf, type PlanSpace } from './plan-space.ts';

/** A price for each resource at each time, and for each sum: none is negative, and none above what too much of it costs. */
export type PriceList = { readonly at: readonly Float64Array[]; readonly sums: Float64Array };

/**
 * What a moment of each resource is worth to everybody together. Any such prices give a bound that no plan can pass: what the
 * scarce things cost, plus the best that each person could still gain.
 */
export type Prices = {
  readonly list: PriceList;
  /** No plan is worth more. */
  readonly bound: number;
  /** The most that each person gains under the prices; at least nothing. */
  readonly gain: Float64Array;
  /** The stay by which they do, or -1. */
  readonly best: Int32Array;
  readonly ledger: Ledger;
};

/**
 * Prices added up, class after class in one list, so that what a stay pays is a difference: those with the rest, those
 * without, and those that only some pay.
 */
export type Ledger = {
  readonly rest: Float64Array;
  readonly stay: Float64Array;
  readonly some: readonly (readonly {
    readonly sums: Float64Array;
    readonly withRest: boolean;
    readonly amounts: Int32Array;
  }[])[];
  readonly byNight: Float64Array;
  readonly isPlain: boolean;
};

/** Adds prices up, class by class. */
export function ledgerOf(
  { classes, resources, usesOf, sums, sumsOf, times }: PlanSpace,
  { at, sums: sumPrices }: PriceList,
): Ledger {
  const width = times.length + 1;
  const ledger = {
    rest: new Float64Array(classes.length * width),
    stay: new Float64Array(classes.length * width),
  };
  const add = (to: Float64Array, begin: number, prices: Float64Array | undefined) => {
    let sum = 0;
    for (let time = 0; time < width - 1; time += 1)
      to[begin + time + 1] = (to[begin + time + 1] ?? 0) + (sum += prices?.[time] ?? 0);
  };
  const some = classes.map((_, kind) => {
    const begin = kind * width;
    add(ledger.rest, begin, at[kind]);
    return (usesOf[kind] ?? []).flatMap((index) => {
      const { amounts, withRest } = resources[index] ?? { amounts: null, withRest: false };
      if (!amounts) {
        add(withRest ? ledger.rest : ledger.stay, begin, at[index]);
        return [];
      }
      const own = new Float64Array(width);
      add(own, 0, at[index]);
      return [{ sums: own, withRest, amounts }];
    });
  });
  const byNight = Float64Array.from(classes, (_, kind) =>
    (sumsOf[kind] ?? []).reduce(
      (total, sum) => total + (sums[sum]?.factor ?? 0) * (sumPrices[sum] ?? 0),
      0,
    ),
  );
  return {
    ...ledger,
    some,
    byNight,
    isPlain: byNight.every((price) => price === 0) && some.every(({ length }) => length === 0),
  };
}

/** A stay's worth after what it uses is paid. */
export function reduced(
  space: PlanSpace,
  { rest, stay, some, byNight, isPlain }: Ledger,
  column: number,
): number {
  const kind = space.kind[column] as number;
  const from = space.from[column] as number;
  const until = space.until[column] as number;
  const leaves = space.leaves[column] as number;
  const begin = kind * (space.times.length + 1);
  let value =
    (space.worth[column] as number) -
    (rest[begin + until] as number) +
    (rest[begin + from] as number) -
    (stay[begin + leaves] as number) +
    (stay[begin + from] as number);
  if (isPlain) return value;
  for (const { sums, withRest, amounts } of some[kind] ?? [])
    value -=
      (amounts[space.owner[column] ?? 0] ?? 0) *
      ((sums[withRest ? until : leaves] ?? 0) - (sums[from] ?? 0));
  const perNight = byNight[kind] ?? 0;
  return perNight === 0 ? value : value - perNight * nightsOf(space, column);
}

/** What everything scarce costs under the prices. */
export function costOfAll(
  { classes, resources, sums }: PlanSpace,
  { at, sums: sumPrices }: PriceList,
): number {
  let cost = 0;
  for (const [index, { capacity }] of resources.entries()) {
    const prices = at[index];
    let own = 0;
    for (let time = 0; time < capacity.length; time += 1)
      own += (capacity[time] ?? 0) * (prices?.[time] ?? 0);
    const { opening = 0, places } = classes[index] ?? { places: [] };
    // A place that has to be opened first takes that much less from those who stay there; unopened, it takes nothing.
    cost += opening > 0 ? Math.max(0, own - opening * places.length) : own;
  }
  for (const [index, { capacity }] of sums.entries()) cost += capacity * (sumPrices[index] ?? 0);
  return cost;
}

/**
 * What prices say: the bound that follows from them, whatever they are, and the stay that each person would take.
 */
export function judged(space: PlanSpace, list: PriceList): Prices {
  const ledger = ledgerOf(space, list);
  const people = space.input.people.length;
  const gain = new Float64Array(people);
  const best = new Int32Array(people).fill(-1);
  const { owner } = space;
  for (let column = 0; column < owner.length; column += 1) {
    const value = reduced(space, ledger, column);
    const person = owner[column] as number;
    if (value <= (gain[person] as number)) continue;
    gain[person] = value;
    best[person] = column;
  }
  return { list, bound: gain.reduce((a, b) => a + b, costOfAll(space, list)), gain, best, ledger };
}

/** Prices of nothing. */
export const free = ({ resources, sums }: PlanSpace): PriceList => ({
  at: resources.map(({ capacity }) => new Float64Array(capacity.length)),
  sums: new Float64Array(sums.length),
});
