import { amountFor, type PlanSpace } from './plan-space.ts';

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
 * Prices added up, for each group of people class after class in one list, so that what a stay pays is a difference: those of
 * what is used with the rest, and of what is used without it; `both` is the two together.
 */
export type Ledger = {
  readonly rest: Float64Array;
  readonly stay: Float64Array;
  readonly both: Float64Array;
  /** Of each class, what a night pays towards sums. */
  readonly byNight: Float64Array;
};

/** Adds prices up, group by group and class by class. */
export function ledgerOf(space: PlanSpace, { at, sums: sumPrices }: PriceList): Ledger {
  const { classes, resources, usesOf, sums, sumsOf, times, groups } = space;
  const width = times.length + 1;
  const size = groups.length * classes.length * width;
  const ledger = { rest: new Float64Array(size), stay: new Float64Array(size) };
  const add = (
    to: Float64Array,
    begin: number,
    prices: Float64Array | undefined,
    amount: number,
  ) => {
    if (!prices || amount === 0) return;
    let sum = 0;
    for (let time = 0; time < width - 1; time += 1)
      to[begin + time + 1] =
        (to[begin + time + 1] as number) + (sum += amount * (prices[time] as number));
  };
  for (const group of groups.keys())
    for (const kind of classes.keys()) {
      const begin = (group * classes.length + kind) * width;
      add(ledger.rest, begin, at[kind], 1);
      for (const index of usesOf[kind] ?? [])
        add(
          resources[index]?.withRest ? ledger.rest : ledger.stay,
          begin,
          at[index],
          amountFor(space, index, group),
        );
    }
  const { rest, stay } = ledger;
  return {
    rest,
    stay,
    both: rest.map((value, index) => value + (stay[index] as number)),
    byNight: Float64Array.from(classes, (_, kind) =>
      (sumsOf[kind] ?? []).reduce(
        (total, sum) => total + (sums[sum]?.factor ?? 0) * (sumPrices[sum] ?? 0),
        0,
      ),
    ),
  };
}

/** A stay's worth after what it uses is paid. */
export function reduced(
  space: PlanSpace,
  { rest, stay, both, byNight }: Ledger,
  column: number,
): number {
  const kind = space.kind[column] as number;
  const group = space.groupOf[space.owner[column] as number] as number;
  const begin = (group * space.classes.length + kind) * (space.times.length + 1);
  return (
    (space.worth[column] as number) +
    (both[begin + (space.from[column] as number)] as number) -
    (rest[begin + (space.until[column] as number)] as number) -
    (stay[begin + (space.leaves[column] as number)] as number) -
    (byNight[kind] as number) * (space.nights[column] as number)
  );
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
