import type { PlaceClass } from './place-classes.ts';
import { eachUse, type PlanSpace } from './plan-space.ts';
import type { Resource, Sum } from './resources.ts';

/** What a plan in the making uses of everything, moment by moment, and who is where. */
export class Occupancy {
  /** Column of each person, or -1. */
  readonly chosen: Int32Array;
  private readonly space: PlanSpace;
  private readonly left: readonly Int32Array[];
  private readonly sumLeft: Float64Array;
  private readonly apart: readonly (readonly number[])[];
  private readonly isPriced: boolean;
  /** What the stays are worth, less what is paid: kept up with each change, because the search asks all the time. */
  private total = 0;

  constructor(space: PlanSpace, columns: Iterable<number> = []) {
    this.space = space;
    this.left = space.resources.map(({ capacity }) => capacity.slice());
    this.sumLeft = Float64Array.from(space.sums, ({ capacity }) => capacity);
    this.chosen = new Int32Array(space.input.people.length).fill(-1);
    const apart: number[][] = space.input.people.map(() => []);
    for (const [a, b] of space.input.apart) {
      apart[a]?.push(b);
      apart[b]?.push(a);
    }
    this.apart = apart;
    this.isPriced =
      space.sums.length > 0 ||
      space.resources.some(({ over }) => over) ||
      space.classes.some(({ opening }) => opening > 0);
    this.total = -this.cost();
    for (const column of columns) this.put(column);
  }

  /** How much of each resource is left, moment by moment; less than nothing where too much has a price. */
  get remaining(): readonly Int32Array[] {
    return this.left;
  }

  /** How much of each sum is left. */
  get remainingSums(): Float64Array {
    return this.sumLeft;
  }

  /** Whether a stay still fits. */
  fits(column: number): boolean {
    const {
      kind: kinds,
      from: froms,
      until: untils,
      leaves,
      usesOf,
      resources,
      owner,
    } = this.space;
    const kind = kinds[column] ?? 0;
    const from = froms[column] ?? 0;
    const until = untils[column] ?? 0;
    const own = this.left[kind];
    if (!own) return false;
    for (let time = from; time < until; time += 1) if ((own[time] ?? 0) < 1) return false;
    const person = owner[column] ?? 0;
    for (const index of usesOf[kind] ?? []) {
      const resource = resources[index];
      const left = this.left[index];
      if (!resource || !left || resource.over) continue;
      const amount = resource.amounts ? (resource.amounts[person] ?? 0) : 1;
      if (amount === 0) continue;
      const end = resource.withRest ? until : (leaves[column] ?? 0);
      for (let time = from; time < end; time += 1) if ((left[time] ?? 0) < amount) return false;
    }
    for (const other of this.apart[person] ?? [])
      if (this.meets(column, this.chosen[other] ?? -1)) return false;
    return true;
  }

  put(column: number): void {
    this.chosen[this.space.owner[column] ?? 0] = column;
    this.change(column, -1);
  }

  take(person: number): void {
    const column = this.chosen[person] ?? -1;
    if (column === -1) return;
    this.chosen[person] = -1;
    this.change(column, 1);
  }

  /** Whether two stays are in one city at one time. */
  meets(column: number, other: number): boolean {
    const { classes, kind, from, leaves } = this.space;
    if (other === -1 || classes[kind[column] ?? 0]?.city !== classes[kind[other] ?? 0]?.city)
      return false;
    return (from[column] ?? 0) < (leaves[other] ?? 0) && (from[other] ?? 0) < (leaves[column] ?? 0);
  }

  /** What is chosen, as columns. */
  columns(): number[] {
    return [...this.chosen].filter((column) => column !== -1);
  }

  /** What the stays are worth, less what is paid for too much of anything. */
  worth(): number {
    return this.total;
  }

  /** What one more stay would add to what is paid. */
  extraCost(column: number): number {
    if (!this.isPriced) return 0;
    const { resources, classes, sums, sumsOf, kind } = this.space;
    let extra = 0;
    eachUse(this.space, column, (resource, from, until, amount) => {
      const left = this.left[resource] ?? new Int32Array();
      const over = resources[resource]?.over;
      if (over) {
        for (let time = from; time < until; time += 1)
          extra +=
            (Math.max(0, amount - (left[time] ?? 0)) - Math.max(0, -(left[time] ?? 0))) *
            (over[time] ?? 0);
      }
      const { opening = 0, places = [] } = classes[resource] ?? {};
      if (opening === 0) return;
      let least = places.length;
      for (const free of left) least = Math.min(least, free);
      let there = places.length;
      for (let time = from; time < until; time += 1) there = Math.min(there, left[time] ?? 0);
      if (there - 1 < least) extra += opening;
    });
    for (const sum of sumsOf[kind[column] ?? 0] ?? []) {
      const { factor = 1, price = 0 } = sums[sum] ?? {};
      const left = this.sumLeft[sum] ?? 0;
      extra +=
        (Math.max(0, factor * (this.space.nights[column] ?? 0) - left) - Math.max(0, -left)) *
        price;
    }
    return extra;
  }

  /** What is paid when nobody has a place. */
  private cost(): number {
    let cost = 0;
    for (const [index, { price }] of this.space.sums.entries())
      cost += Math.max(0, -(this.sumLeft[index] ?? 0)) * price;
    return cost;
  }

  private change(column: number, by: 1 | -1): void {
    const { space } = this;
    const kind = space.kind[column] as number;
    const from = space.from[column] as number;
    const until = space.until[column] as number;
    const leaves = space.leaves[column] as number;
    this.total -= by * (space.worth[column] as number);
    const opening = (space.classes[kind] as PlaceClass).opening;
    const own = this.left[kind] as Int32Array;
    const before = opening > 0 ? least(own) : 0;
    for (let time = from; time < until; time += 1) own[time] = (own[time] as number) + by;
    if (opening > 0) this.total += opening * (least(own) - before);
    for (const index of space.usesOf[kind] as readonly number[]) {
      const { amounts, withRest, over } = space.resources[index] as Resource;
      const amount = by * (amounts ? (amounts[space.owner[column] as number] as number) : 1);
      if (amount === 0) continue;
      const left = this.left[index] as Int32Array;
      const end = withRest ? until : leaves;
      for (let time = from; time < end; time += 1) {
        const had = left[time] as number;
        left[time] = had + amount;
        if (over)
          this.total += (Math.max(0, -had) - Math.max(0, -had - amount)) * (over[time] as number);
      }
    }
    for (const sum of space.sumsOf[kind] as readonly number[]) {
      const { factor, price } = space.sums[sum] as Sum;
      const had = this.sumLeft[sum] as number;
      const has = had + by * factor * (space.nights[column] as number);
      this.sumLeft[sum] = has;
      this.total += (Math.max(0, -had) - Math.max(0, -has)) * price;
    }
  }
}

const least = (left: Int32Array): number => {
  let smallest = Infinity;
  for (const one of left) if (one < smallest) smallest = one;
  return smallest;
};
