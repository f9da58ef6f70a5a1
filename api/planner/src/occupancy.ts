import { eachUse, type PlanSpace } from './plan-space.ts';

/** What a plan in the making uses of everything, moment by moment, and who is where. */
export class Occupancy {
  /** Column of each person, or -1. */
  readonly chosen: Int32Array;
  private readonly space: PlanSpace;
  private readonly left: readonly Int32Array[];
  private readonly apart: readonly (readonly number[])[];

  constructor(
    space: PlanSpace,
    columns: readonly (readonly [person: number, column: number])[] = [],
  ) {
    this.space = space;
    this.left = space.capacity.map((capacity) => capacity.slice());
    this.chosen = new Int32Array(space.input.people.length).fill(-1);
    const apart: number[][] = space.input.people.map(() => []);
    for (const [a, b] of space.input.apart) {
      apart[a]?.push(b);
      apart[b]?.push(a);
    }
    this.apart = apart;
    for (const [person, column] of columns) this.put(person, column);
  }

  /** How much of a resource is left, moment by moment. */
  get remaining(): readonly Int32Array[] {
    return this.left;
  }

  /** Whether a stay still fits. */
  fits(person: number, column: number): boolean {
    let full = 0;
    eachUse(this.space, person, column, (resource, from, until) => {
      const left = this.left[resource];
      for (let time = from; time < until && full === 0; time += 1)
        if ((left?.[time] ?? 0) < 1) full = 1;
    });
    return (
      full === 0 &&
      (this.apart[person]?.every((other) => !this.meets(column, this.chosen[other] ?? -1)) ?? true)
    );
  }

  put(person: number, column: number): void {
    this.chosen[person] = column;
    this.change(person, column, -1);
  }

  take(person: number): void {
    const column = this.chosen[person] ?? -1;
    if (column === -1) return;
    this.chosen[person] = -1;
    this.change(person, column, 1);
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

  worth(): number {
    return this.columns().reduce((sum, column) => sum + (this.space.worth[column] ?? 0), 0);
  }

  private change(person: number, column: number, by: number): void {
    eachUse(this.space, person, column, (resource, from, until) => {
      const left = this.left[resource];
      if (left) for (let time = from; time < until; time += 1) left[time] = (left[time] ?? 0) + by;
    });
  }
}
