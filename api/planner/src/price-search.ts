import { eachUse, nightsOf, type PlanSpace } from './plan-space.ts';
import {
  costOfAll,
  free,
  judged,
  ledgerOf,
  reduced,
  type PriceList,
  type Prices,
} from './prices.ts';

/** How fast the average of steps and of their squares forgets. */
const memory = { step: 0.8, square: 0.95 };
/** A stay that gains so many spreads less than the best one counts for nothing. */
const tail = 5;

type Slope = { readonly at: readonly Float64Array[]; readonly sums: Float64Array };

/**
 * Prices that make the bound low, without a solver: everybody spreads over their good stays, the more evenly the earlier the
 * round, and prices go up where more is wanted than there is and down where less is, each at its own pace. Spreading makes
 * the bound smooth, so that it is reached in hundreds of rounds instead of tens of thousands. Ends early when the bound is no
 * more than `reached`. Deterministic. Sources: Nesterov (2005) on smoothing, Kingma and Ba (2015) on the pace.
 */
export function pricesOf(space: PlanSpace, reached: number, rounds: number): Prices {
  const nothing = judged(space, free(space));
  const most = nothing.gain.reduce((a, b) => Math.max(a, b), 1);
  const reach = most / middlingLength(space);
  const list = free(space);
  const [mean, square] = [free(space), free(space)];
  let best = { bound: nothing.bound, list: nothing.list };
  const taken = new Taken(space);
  for (let round = 0; round <= rounds && best.bound - reached > 1e-6; round += 1) {
    const done = round / rounds;
    const spread = most * 0.06 * 0.04 ** done;
    const bound = spreadOver(space, list, spread, taken);
    if (bound < best.bound) best = { bound, list: copied(list) };
    const slope = slopeOf(space, taken);
    const pace = 0.26 * reach * 0.05 ** done;
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

const copied = ({ at, sums }: PriceList): PriceList => ({
  at: at.map((prices) => prices.slice()),
  sums: sums.slice(),
});

function middlingLength({ from, until }: PlanSpace): number {
  const middle = from.length >> 1;
  return Math.max(1, (until[middle] ?? 1) - (from[middle] ?? 0));
}

/** Everybody takes some of each stay that is nearly their best one; gives the bound that follows from the prices. */
function spreadOver(space: PlanSpace, list: PriceList, spread: number, taken: Taken): number {
  const { first, kind, from, until, leaves, worth, times } = space;
  const ledger = ledgerOf(space, list);
  const { rest, stay } = ledger;
  const width = times.length + 1;
  const both = rest.map((value, index) => value + (stay[index] as number));
  let values = new Float64Array(1_024);
  let bound = costOfAll(space, list);
  taken.clear();
  for (let person = 0; person < first.length - 1; person += 1) {
    const begin = first[person] as number;
    const end = first[person + 1] as number;
    if (end - begin > values.length) values = new Float64Array(2 * (end - begin));
    let most = 0;
    // Where everybody pays alike, written out: most of all time is spent here.
    if (ledger.isPlain) {
      for (let column = begin; column < end; column += 1) {
        const at = (kind[column] as number) * width;
        const value =
          (worth[column] as number) +
          (both[at + (from[column] as number)] as number) -
          (rest[at + (until[column] as number)] as number) -
          (stay[at + (leaves[column] as number)] as number);
        values[column - begin] = value;
        if (value > most) most = value;
      }
    } else {
      for (let column = begin; column < end; column += 1)
        most = Math.max(most, (values[column - begin] = reduced(space, ledger, column)));
    }
    bound += most;
    const least = most - tail * spread;
    let whole = Math.exp(-most / spread);
    for (let index = 0; index < end - begin; index += 1) {
      const value = values[index] as number;
      whole += values[index] = value < least ? 0 : Math.exp((value - most) / spread);
    }
    for (let index = 0; index < end - begin; index += 1) {
      const part = values[index] as number;
      if (part > 0) taken.add(begin + index, part / whole);
    }
  }
  return bound;
}

/** How much of everything parts of stays use: what begins and ends at each time. */
class Taken {
  readonly change: readonly Float64Array[];
  readonly sums: Float64Array;
  private readonly space: PlanSpace;
  private part = 0;
  private readonly visit = (
    resource: number,
    from: number,
    until: number,
    amount: number,
  ): void => {
    const list = this.change[resource];
    if (!list) return;
    list[from] = (list[from] ?? 0) + this.part * amount;
    list[until] = (list[until] ?? 0) - this.part * amount;
  };

  constructor(space: PlanSpace) {
    this.space = space;
    this.change = space.resources.map(({ capacity }) => new Float64Array(capacity.length + 1));
    this.sums = new Float64Array(space.sums.length);
  }

  clear(): void {
    for (const list of this.change) list.fill(0);
    this.sums.fill(0);
  }

  add(column: number, part: number): void {
    this.part = part;
    eachUse(this.space, column, this.visit);
    for (const sum of this.space.sumsOf[this.space.kind[column] ?? 0] ?? [])
      this.sums[sum] =
        (this.sums[sum] ?? 0) +
        part * (this.space.sums[sum]?.factor ?? 0) * nightsOf(this.space, column);
  }
}

/** How fast the bound grows with each price: what there is, less what all take. */
function slopeOf(space: PlanSpace, { change, sums }: Taken): Slope {
  return {
    sums: Float64Array.from(space.sums, ({ capacity }, sum) => capacity - (sums[sum] ?? 0)),
    at: space.resources.map(({ capacity }, resource) => {
      let inUse = 0;
      return Float64Array.from(
        capacity,
        (value, time) => value - (inUse += change[resource]?.[time] ?? 0),
      );
    }),
  };
}

/** Of each person, the stays that gain most under the prices, best first. */
export function shortlist(
  space: PlanSpace,
  { ledger }: Pick<Prices, 'ledger'>,
  most: number,
): Int32Array[] {
  const { first, input } = space;
  return input.people.map((_, person) => {
    const begin = first[person] ?? 0;
    const end = first[person + 1] ?? 0;
    const values = new Float64Array(end - begin);
    for (let column = begin; column < end; column += 1)
      values[column - begin] = reduced(space, ledger, column);
    const enough =
      values.length > most ? (values.toSorted()[values.length - most] ?? 0) : -Infinity;
    const own: number[] = [];
    for (const [index, value] of values.entries()) if (value >= enough) own.push(begin + index);
    return Int32Array.from(
      own
        .sort((a, b) => (values[b - begin] ?? 0) - (values[a - begin] ?? 0) || a - b)
        .slice(0, most),
    );
  });
}
