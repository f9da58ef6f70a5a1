import type { ModelData } from 'highs';
import { eachUse, type PlanSpace } from './plan-space.ts';
import type { PriceList } from './prices.ts';

/** A pair and the city and time at which both would be: never both. */
export type Meeting = {
  readonly a: number;
  readonly b: number;
  readonly city: number;
  readonly time: number;
};

/** How much there is of each resource at each time, and of each sum: of everything, or of what others left. */
export type Room = { readonly left: readonly Int32Array[]; readonly sums: Float64Array };

type Sparse = { readonly row: number; readonly value: number }[];
type Variable = {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly entries: Sparse;
};
type Use = {
  readonly column: number;
  readonly from: number;
  readonly until: number;
  readonly amount: number;
};

/**
 * Each resource is an inventory: what is in use after a moment is what was before, plus what begins, less what ends; five
 * times fewer entries than a row for each place and week. The first variables are the stays.
 */
export class FlowModel {
  readonly columns: Int32Array;
  private readonly space: PlanSpace;
  private readonly room: Room;
  private readonly rows: { lower: number; upper: number }[] = [];
  private readonly variables: Variable[] = [];
  private readonly inventories = new Map<
    number,
    { readonly moments: readonly number[]; readonly firstRow: number }
  >();
  private readonly sumRows: number[] = [];
  /** What is paid already, whatever is chosen. */
  private offset = 0;

  constructor(space: PlanSpace, columns: Int32Array, room: Room) {
    this.space = space;
    this.columns = columns;
    this.room = room;
    const rowOf = new Map<number, number>();
    const uses = new Map<number, Use[]>();
    for (const [index, column] of columns.entries()) {
      const person = space.owner[column] ?? 0;
      let row = rowOf.get(person);
      if (row === undefined) rowOf.set(person, (row = this.row(-Infinity, 1)));
      // No upper bound: the row of the person is one, and a bound's price would hide in what the stay seems to cost.
      this.variables.push({
        cost: -(space.worth[column] ?? 0),
        lower: 0,
        upper: Infinity,
        entries: [{ row, value: 1 }],
      });
      eachUse(space, column, (resource, from, until, amount) => {
        const list = uses.get(resource);
        const use = { column: index, from, until, amount };
        if (list) list.push(use);
        else uses.set(resource, [use]);
      });
    }
    for (const [resource, list] of uses) this.addInventory(resource, list);
    for (const [sum] of space.sums.entries()) this.addSum(sum);
  }

  private row(lower: number, upper: number): number {
    return this.rows.push({ lower, upper }) - 1;
  }

  private addInventory(resource: number, list: readonly Use[]): void {
    const { resources, classes } = this.space;
    const left = this.room.left[resource] ?? new Int32Array();
    const over = resources[resource]?.over ?? null;
    const { opening = 0, places = [] } = classes[resource] ?? {};
    const moments = [...new Set(list.flatMap(({ from, until }) => [from, until]))].sort(
      (x, y) => x - y,
    );
    const at = new Map(moments.map((moment, index) => [moment, index]));
    const firstRow = this.rows.length;
    this.inventories.set(resource, { moments, firstRow });
    for (let count = moments.length; count > 0; count -= 1) this.row(0, 0);
    const least = left.reduce((a, b) => Math.min(a, b), places.length);
    const opened =
      opening > 0
        ? this.variables.push({
            cost: opening,
            lower: places.length - least,
            upper: places.length,
            entries: [],
          }) - 1
        : -1;
    if (opened !== -1) this.offset -= opening * (places.length - least);
    for (const [index, moment] of moments.slice(0, -1).entries()) {
      const entries = [
        { row: firstRow + index, value: -1 },
        { row: firstRow + index + 1, value: 1 },
      ];
      const span = { from: moment, until: moments[index + 1] ?? moment };
      if (over) {
        for (const { size, cost } of this.steps(left, over, span))
          this.variables.push({ cost, lower: 0, upper: size, entries });
      } else {
        const most = left
          .subarray(span.from, span.until)
          .reduce((a, b) => Math.min(a, b), left[span.from] ?? 0);
        if (opened === -1) this.variables.push({ cost: 0, lower: 0, upper: most, entries });
        else {
          const row = this.row(-Infinity, most - places.length);
          this.variables.push({
            cost: 0,
            lower: 0,
            upper: most,
            entries: [...entries, { row, value: 1 }],
          });
          this.variables[opened]?.entries.push({ row, value: -1 });
        }
      }
    }
    for (const { column, from, until, amount } of list)
      this.variables[column]?.entries.push(
        { row: firstRow + (at.get(from) ?? 0), value: amount },
        { row: firstRow + (at.get(until) ?? 0), value: -amount },
      );
  }

  /** What being in use costs, in steps that get dearer: first what is left everywhere, then what is too much somewhere. */
  private steps(
    left: Int32Array,
    over: Float64Array,
    { from, until }: { readonly from: number; readonly until: number },
  ): { size: number; cost: number }[] {
    const priceFrom = new Map<number, number>([[0, 0]]);
    for (let time = from; time < until; time += 1) {
      const free = Math.max(0, left[time] ?? 0);
      this.offset += Math.max(0, -(left[time] ?? 0)) * (over[time] ?? 0);
      priceFrom.set(free, (priceFrom.get(free) ?? 0) + (over[time] ?? 0));
    }
    const begins = [...priceFrom.keys()].sort((a, b) => a - b);
    let cost = 0;
    return begins.map((begin, index) => {
      cost += priceFrom.get(begin) ?? 0;
      return { size: (begins[index + 1] ?? Infinity) - begin, cost };
    });
  }

  private addSum(sum: number): void {
    const { sums, sumsOf, kind } = this.space;
    const { factor = 1, price = 0 } = sums[sum] ?? {};
    const row = this.row(-Infinity, this.room.sums[sum] ?? 0);
    this.sumRows.push(row);
    for (const [index, column] of this.columns.entries())
      if (sumsOf[kind[column] ?? 0]?.includes(sum))
        this.variables[index]?.entries.push({
          row,
          value: factor * (this.space.nights[column] ?? 0),
        });
    this.variables.push({ cost: price, lower: 0, upper: Infinity, entries: [{ row, value: -1 }] });
  }

  /** At most one of the two is in that city at that time. */
  addMeeting({ a, b, city, time }: Meeting): void {
    const { owner, from, leaves, classes, kind } = this.space;
    const row = this.row(-Infinity, 1);
    for (const [index, column] of this.columns.entries()) {
      const person = owner[column];
      const isThere =
        (from[column] ?? 0) <= time &&
        time < (leaves[column] ?? 0) &&
        classes[kind[column] ?? 0]?.city === city;
      if (isThere && (person === a || person === b))
        this.variables[index]?.entries.push({ row, value: 1 });
    }
  }

  /** As HiGHS takes it. Minimised with the sign turned: the other direction gave duals of the wrong sign. */
  data(): ModelData {
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const { entries } of this.variables) {
      for (const { row, value } of entries.toSorted((x, y) => x.row - y.row)) {
        indices.push(row);
        values.push(value);
      }
      starts.push(indices.length);
    }
    const { variables, rows } = this;
    return {
      numCols: variables.length,
      numRows: rows.length,
      offset: this.offset,
      colCost: variables.map(({ cost }) => cost),
      colLower: variables.map(({ lower }) => lower),
      colUpper: variables.map(({ upper }) => upper),
      rowLower: rows.map(({ lower }) => lower),
      rowUpper: rows.map(({ upper }) => upper),
      matrix: {
        format: 'csc',
        numRows: rows.length,
        numCols: variables.length,
        starts,
        indices,
        values,
      },
    };
  }

  /** The prices that the duals of the rows say. */
  pricesFrom(rowDual: ArrayLike<number>): PriceList {
    const { resources, sums } = this.space;
    const at = resources.map(({ capacity, over }, resource) => {
      const price = new Float64Array(capacity.length);
      const { moments = [], firstRow = 0 } = this.inventories.get(resource) ?? {};
      for (const [index, from] of moments.slice(0, -1).entries()) {
        const times = Array.from(
          { length: (moments[index + 1] ?? from) - from },
          (_, offset) => from + offset,
        );
        times.sort((a, b) => (capacity[a] ?? 0) - (capacity[b] ?? 0) || a - b);
        let whole = Math.max(
          0,
          (rowDual[firstRow + index + 1] ?? 0) - (rowDual[firstRow + index] ?? 0),
        );
        // All that is paid between two moments is paid where least is left: nothing begins or ends in between.
        for (const time of times) {
          price[time] = Math.min(whole, over?.[time] ?? Infinity);
          whole -= price[time];
        }
      }
      return price;
    });
    return {
      at,
      sums: Float64Array.from(sums, ({ price }, sum) =>
        Math.min(price, Math.max(0, -(rowDual[this.sumRows[sum] ?? -1] ?? 0))),
      ),
    };
  }
}
