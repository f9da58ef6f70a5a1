import { amountFor, type PlanSpace } from './plan-space.ts';
import { costOfAll, free, judged, ledgerOf, type PriceList, type Prices } from './prices.ts';

/** How fast the average of steps and of their squares forgets. */
const memory = { step: 0.8, square: 0.95 };
/** A stay that gains so many spreads less than the best one counts for nothing. */
const tail = 5;
/** How often the bound so far is told. */
const roundsBetweenSigns = 25;
/** Even prices that are tried first, as parts of what the best stay is worth. */
const evenly = [0.25, 0.5, 0.75, 0.9];
/**
 * How evenly people spread (as a part of the best worth) and how far prices move in a round (as a part of what a night of the
 * best stay is worth), at first and at last. Found by trying: where most wait in vain prices have far to go, and it takes more rounds.
 */
const tempers = {
  ample: { spread: { first: 0.02, last: 0.0008 }, pace: { first: 0.03, last: 0.003 }, patience: 1 },
  scarce: {
    spread: { first: 0.08, last: 0.0016 },
    pace: { first: 0.26, last: 0.008 },
    patience: 2.5,
  },
};

type Slope = { readonly at: readonly Float64Array[]; readonly sums: Float64Array };

/**
 * Prices that make the bound low, without a solver: everybody spreads over their good stays, the more evenly the earlier the
 * round, and prices go up where more is wanted than there is and down where less is, each at its own pace. Spreading makes
 * the bound smooth, so that it is reached in hundreds of rounds instead of tens of thousands. Ends early when the bound is no
 * more than `reached`. Deterministic. Sources: Nesterov (2005) on smoothing, Kingma and Ba (2015) on the pace.
 */
export function pricesOf(
  space: PlanSpace,
  reached: number,
  rounds: number,
  onBound: (bound: number) => void = () => undefined,
): Prices {
  const nothing = judged(space, free(space));
  const most = nothing.gain.reduce((a, b) => Math.max(a, b), 1);
  const reach = most / middlingLength(space);
  let best = { bound: nothing.bound, list: nothing.list };
  for (const share of evenly) {
    const list = free(space);
    for (const kind of space.classes.keys()) list.at[kind]?.fill(share * reach);
    const { bound } = judged(space, list);
    if (bound < best.bound) best = { bound, list };
  }
  const temper = best.list === nothing.list ? tempers.ample : tempers.scarce;
  const list = copied(best.list);
  const enough = rounds * temper.patience;
  const [mean, square] = [free(space), free(space)];
  const taken = new Taken(space);
  for (let round = 0; round <= enough && best.bound - reached > 1e-6; round += 1) {
    const spread = most * between(temper.spread, round / enough);
    const pace = reach * between(temper.pace, round / enough);
    const bound = taken.spread(list, spread);
    if (bound < best.bound) best = { bound, list: copied(list) };
    if (round > 0 && round % roundsBetweenSigns === 0) onBound(best.bound);
    const slope = taken.slope();
    const move = (
      prices: Float64Array,
      means: Float64Array,
      squares: Float64Array,
      steep: Float64Array,
      highest: (index: number) => number,
    ): void => {
      for (let index = 0; index < prices.length; index += 1) {
        const price = prices[index] ?? 0;
        // What is free and costs nothing can't get cheaper.
        const way = price === 0 ? Math.min(0, steep[index] ?? 0) : (steep[index] ?? 0);
        const step = (means[index] = memory.step * (means[index] ?? 0) + (1 - memory.step) * way);
        const size = (squares[index] =
          memory.square * (squares[index] ?? 0) + (1 - memory.square) * way * way);
        prices[index] = Math.min(
          highest(index),
          Math.max(0, price - (pace * step) / (Math.sqrt(size) + 0.05)),
        );
      }
    };
    const none = new Float64Array();
    for (const [index, prices] of list.at.entries()) {
      const over = space.resources[index]?.over;
      move(
        prices,
        mean.at[index] ?? none,
        square.at[index] ?? none,
        slope.at[index] ?? none,
        (time) => over?.[time] ?? Infinity,
      );
    }
    move(list.sums, mean.sums, square.sums, slope.sums, (sum) => space.sums[sum]?.price ?? 0);
  }
  return judged(space, best.list);
}

/** From the first to the last, by equal parts. */
const between = (
  { first, last }: { readonly first: number; readonly last: number },
  done: number,
): number => first * (last / first) ** done;

const copied = ({ at, sums }: PriceList): PriceList => ({
  at: at.map((prices) => prices.slice()),
  sums: sums.slice(),
});

function middlingLength({ from, until }: PlanSpace): number {
  const middle = from.length >> 1;
  return Math.max(1, (until[middle] ?? 1) - (from[middle] ?? 0));
}

/** How much of everything parts of stays use: what begins and ends at each time, group by group and class by class. */
class Taken {
  private readonly rest: Float64Array;
  private readonly stay: Float64Array;
  private readonly nights: Float64Array;
  private readonly space: PlanSpace;
  private readonly users: readonly (readonly number[])[];
  private readonly values: Float64Array;
  private readonly near: Int32Array;

  constructor(space: PlanSpace) {
    const { first, groups, classes, times, resources, usesOf } = space;
    this.space = space;
    const size = groups.length * classes.length * (times.length + 1);
    this.rest = new Float64Array(size);
    this.stay = new Float64Array(size);
    this.nights = new Float64Array(classes.length);
    const longest = first.reduce(
      (most, begin, at) => Math.max(most, begin - (first[at - 1] ?? 0)),
      0,
    );
    this.values = new Float64Array(longest);
    this.near = new Int32Array(longest);
    const users: number[][] = resources.map(() => []);
    for (const [kind, uses] of usesOf.entries())
      for (const resource of [kind, ...uses]) users[resource]?.push(kind);
    this.users = users;
  }

  /**
   * Everybody takes some of each stay that gains nearly the most under the prices, the more evenly the larger `spread` is.
   * Gives the bound that follows from the prices.
   */
  spread(list: PriceList, spread: number): number {
    const { space, values, near } = this;
    const { first, kind, from, until, leaves, nights, worth, times, classes, groupOf } = space;
    const { rest, stay, both, byNight } = ledgerOf(space, list);
    const width = times.length + 1;
    let bound = costOfAll(space, list);
    this.rest.fill(0);
    this.stay.fill(0);
    this.nights.fill(0);
    for (let person = 0; person < first.length - 1; person += 1) {
      const begin = first[person] as number;
      const count = (first[person + 1] as number) - begin;
      const group = (groupOf[person] as number) * classes.length;
      let most = 0;
      // Written out: most of all time is spent here.
      for (let index = 0; index < count; index += 1) {
        const column = begin + index;
        const own = kind[column] as number;
        const at = (group + own) * width;
        const value =
          (worth[column] as number) +
          (both[at + (from[column] as number)] as number) -
          (rest[at + (until[column] as number)] as number) -
          (stay[at + (leaves[column] as number)] as number) -
          (byNight[own] as number) * (nights[column] as number);
        values[index] = value;
        if (value > most) most = value;
      }
      bound += most;
      const least = most - tail * spread;
      let whole = Math.exp(-most / spread);
      let found = 0;
      for (let index = 0; index < count; index += 1) {
        const value = values[index] as number;
        if (value < least) continue;
        near[found] = index;
        found += 1;
        whole += values[index] = Math.exp((value - most) / spread);
      }
      for (let each = 0; each < found; each += 1) {
        const index = near[each] as number;
        this.add(begin + index, group, (values[index] as number) / whole);
      }
    }
    return bound;
  }

  private add(column: number, group: number, part: number): void {
    const { rest, stay, nights, space } = this;
    const own = space.kind[column] as number;
    const at = (group + own) * (space.times.length + 1);
    const come = at + (space.from[column] as number);
    const rested = at + (space.until[column] as number);
    const leave = at + (space.leaves[column] as number);
    rest[come] = (rest[come] as number) + part;
    rest[rested] = (rest[rested] as number) - part;
    stay[come] = (stay[come] as number) + part;
    stay[leave] = (stay[leave] as number) - part;
    nights[own] = (nights[own] as number) + part * (space.nights[column] as number);
  }

  /** How fast the bound grows with each price: what there is, less what all take. */
  slope(): Slope {
    const { space, users, nights } = this;
    const { resources, sums, sumsOf, classes, groups, times } = space;
    const width = times.length + 1;
    const bySum = Float64Array.from(sums, ({ capacity }) => capacity);
    for (const [kind, own] of sumsOf.entries())
      for (const sum of own)
        bySum[sum] = (bySum[sum] ?? 0) - (sums[sum]?.factor ?? 0) * (nights[kind] ?? 0);
    const at = resources.map(({ capacity, withRest }, resource) => {
      const change = withRest ? this.rest : this.stay;
      const slope = new Float64Array(capacity.length);
      for (const group of groups.keys()) {
        const amount = resource < classes.length ? 1 : amountFor(space, resource, group);
        if (amount === 0) continue;
        for (const kind of users[resource] ?? []) {
          const begin = (group * classes.length + kind) * width;
          let inUse = 0;
          for (let time = 0; time < slope.length; time += 1)
            slope[time] =
              (slope[time] as number) - amount * (inUse += change[begin + time] as number);
        }
      }
      for (let time = 0; time < slope.length; time += 1)
        slope[time] = (slope[time] as number) + (capacity[time] as number);
      return slope;
    });
    return { at, sums: bySum };
  }
}
