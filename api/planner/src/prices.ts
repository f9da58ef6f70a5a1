import { eachUse, type PlanSpace } from './plan-space.ts';

/**
 * What a moment of each resource is worth to everybody together, found without a solver. Any prices that aren't negative give
 * a bound that no plan can pass: what the scarce things cost, plus the best that each person could still gain.
 */
export type Prices = {
  /** No plan is worth more. */
  readonly bound: number;
  /** Of each resource, the sum of the prices of the moments before each moment. */
  readonly before: readonly Float64Array[];
  /** The most that each person gains under the prices; at least nothing. */
  readonly gain: Float64Array;
};

/** A stay's worth after what it uses is paid. */
export function reduced(
  space: PlanSpace,
  before: Prices['before'],
  person: number,
  column: number,
): number {
  let value = space.worth[column] ?? 0;
  eachUse(space, person, column, (resource, from, until) => {
    const sums = before[resource];
    value -= (sums?.[until] ?? 0) - (sums?.[from] ?? 0);
  });
  return value;
}

const sumsOf = (price: Float64Array): Float64Array => {
  const sums = new Float64Array(price.length + 1);
  for (let time = 0; time < price.length; time += 1)
    sums[time + 1] = (sums[time] ?? 0) + (price[time] ?? 0);
  return sums;
};

/** What prices say: the bound that follows from them, whatever they are, and the stay that each person would take. */
export function judged(
  space: PlanSpace,
  price: readonly Float64Array[],
  take: (person: number, column: number) => void = () => undefined,
): Prices {
  const { capacity, first, input } = space;
  const before = price.map(sumsOf);
  const gain = new Float64Array(input.people.length);
  let bound = 0;
  for (const [resource, list] of capacity.entries())
    for (let time = 0; time < list.length; time += 1)
      bound += (list[time] ?? 0) * (price[resource]?.[time] ?? 0);
  for (let person = 0; person < gain.length; person += 1) {
    let best = -1;
    for (let column = first[person] ?? 0; column < (first[person + 1] ?? 0); column += 1) {
      const value = reduced(space, before, person, column);
      if (value <= (gain[person] ?? 0)) continue;
      gain[person] = value;
      best = column;
    }
    bound += gain[person] ?? 0;
    if (best !== -1) take(person, best);
  }
  return { bound, before, gain };
}

/**
 * Moves prices along the deflected subgradient of the bound, with Polyak's step towards a plan that is known; `reached` is
 * what that plan is worth. Deterministic.
 */
export function pricesOf(
  space: PlanSpace,
  reached: number,
  rounds: number,
  isOver: () => boolean = () => false,
): Prices {
  const { capacity } = space;
  const nothing = () => capacity.map((list) => new Float64Array(list.length));
  let price = nothing();
  let direction = nothing();
  let best = judged(space, price);
  let bestPrice = price;
  let pace = 1;
  let since = 0;
  for (let round = 0; round < rounds && pace > 1e-7 && !isOver(); round += 1) {
    const slope = capacity.map((list) => Float64Array.from(list));
    const here = judged(space, price, (person, column) => {
      eachUse(space, person, column, (resource, from, until) => {
        const list = slope[resource];
        if (list) for (let time = from; time < until; time += 1) list[time] = (list[time] ?? 0) - 1;
      });
    });
    if (here.bound < best.bound - 1e-9) {
      best = here;
      bestPrice = price;
      since = 0;
    } else if ((since += 1) >= 8) {
      pace /= 2;
      since = 0;
      price = bestPrice;
      direction = nothing();
      continue;
    }
    if (here.bound - reached < 1e-6) break;
    let length = 0;
    direction = direction.map((old, resource) =>
      old.map((value, time) => {
        // What is free and costs nothing can't get cheaper.
        const steep =
          (slope[resource]?.[time] ?? 0) > 0 && (price[resource]?.[time] ?? 0) === 0
            ? 0
            : (slope[resource]?.[time] ?? 0);
        const next = 0.5 * value + steep;
        length += next * next;
        return next;
      }),
    );
    if (length === 0) break;
    const step = (pace * (here.bound - reached)) / length;
    price = price.map((list, resource) =>
      list.map((value, time) => Math.max(0, value - step * (direction[resource]?.[time] ?? 0))),
    );
  }
  return best;
}
