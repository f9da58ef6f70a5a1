import { eachUse, nightsOf, type PlanSpace } from './plan-space.ts';

/** What a plan in the making uses of everything, moment by moment, and who is where. */
export class Occupancy {
  /** Column of each person, or -1. */
  readonly chosen: Int32Array;
  private readonly space: PlanSpace;
  private readonly left: readonly Int32Array[];
  private readonly sumLeft: Float64Array;
  private readonly apart: readonly (readonly number[])[];
  private readonly isPriced: boolean;

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
    let sum = -this.cost();
    for (const column of this.chosen) if (column !== -1) sum += this.space.worth[column] ?? 0;
    return sum;
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
        (Math.max(0, factor * nightsOf(this.space, column) - left) - Math.max(0, -left)) * price;
    }
    return extra;
  }

  private cost(): number {
    if (!this.isPriced) return 0;
    let cost = 0;
    for (const [index, { over }] of this.space.resources.entries()) {
      const left = this.left[index];
      if (!over || !left) continue;
      for (let time = 0; time < left.length; time += 1)
        cost += Math.max(0, -(left[time] ?? 0)) * (over[time] ?? 0);
    }
    for (const [kind, { opening, places }] of this.space.classes.entries())
      if (opening > 0)
        cost +=
          opening *
          (places.length -
            (this.left[kind] ?? new Int32Array()).reduce((a, b) => Math.min(a, b), places.length));
    for (const [index, { price }] of this.space.sums.entries())
      cost += Math.max(0, -(this.sumLeft[index] ?? 0)) * price;
    return cost;
  }

  private change(column: number, by: number): void {
    eachUse(this.space, column, (resource, from, until, amount) => {
      const left = this.left[resource];
      if (left)
        for (let time = from; time < until; time += 1) left[time] = (left[time] ?? 0) + by * amount;
    });
    for (const sum of this.space.sumsOf[this.space.kind[column] ?? 0] ?? [])
      this.sumLeft[sum] =
        (this.sumLeft[sum] ?? 0) +
        by * (this.space.sums[sum]?.factor ?? 0) * nightsOf(this.space, column);
  }
}
