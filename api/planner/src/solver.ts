import type { Highs, ModelData } from 'highs';
import { loadHighs } from './load-highs.ts';
import { eachUse, personOf, type PlanSpace } from './plan-space.ts';

/** A pair and the city and time at which both would be: never both. */
export type Meeting = { readonly a: number; readonly b: number; readonly city: number; readonly time: number };

/** What the solver may spend. In nodes, not seconds, so that the same input gives the same plan. */
export type Effort = { readonly nodes: number; readonly gap: number };

/** What came out: the columns that are used, and the most that any choice among those given could be worth. */
export type Choice = { readonly columns: number[]; readonly worth: number; readonly bound: number; readonly isBest: boolean };

type Sparse = { row: number; value: number }[];

/** A model in the making: rows, the entries of each variable (stays first, then what is in use), and where each inventory stands. */
type Built = {
  readonly rows: { isEquation: boolean; upper: number }[];
  readonly entries: Sparse[];
  readonly upper: number[];
  readonly inventories: Map<number, { readonly moments: readonly number[]; readonly firstRow: number }>;
};

/** HiGHS in WebAssembly: one model after the other, each thrown away. */
export class Solver {
  private readonly highs: Highs;

  private constructor(highs: Highs) {
    this.highs = highs;
  }

  static async load(): Promise<Solver> {
    return new Solver(await loadHighs());
  }

  /**
   * The best choice among some columns, with so much of each resource left. Each resource is an inventory: what is free
   * after a moment is what was free before, less what begins, plus what ends; five times fewer entries than a row for each place and week.
   */
  choose(space: PlanSpace, columns: Int32Array, capacity: readonly Int32Array[], meetings: readonly Meeting[], begin: readonly number[], effort: Effort): Choice {
    const built = this.build(space, columns, capacity);
    for (const meeting of meetings) addMeeting(space, columns, meeting, built.rows, built.entries);
    return this.run(space, columns, built, begin, effort);
  }

  /** The prices of the model without whole numbers, over every stay there is: of each resource, of each moment. */
  relaxedPrices(space: PlanSpace): Float64Array[] {
    const columns = Int32Array.from(space.kind.keys());
    if (columns.length === 0) return space.capacity.map(({ length }) => new Float64Array(length));
    const built = this.build(space, columns, space.capacity);
    const model = this.highs.createModel(this.dataOf(space, columns, built));
    try {
      model.options.set({ output_flag: false, random_seed: 1 });
      model.run();
      const { rowDual } = model.getSolution();
      return space.capacity.map((capacity, resource) => {
        const price = new Float64Array(capacity.length);
        const { moments = [], firstRow = 0 } = built.inventories.get(resource) ?? {};
        for (const [index, moment] of moments.entries()) {
          const next = moments[index + 1];
          if (next === undefined) continue;
          // All that is paid between two moments stands at one of them: nothing begins or ends in between.
          price[moment] = Math.max(0, (rowDual[firstRow + index + 1] ?? 0) - (rowDual[firstRow + index] ?? 0));
        }
        return price;
      });
    } finally {
      model.dispose();
    }
  }

  private build(space: PlanSpace, columns: Int32Array, capacity: readonly Int32Array[]): Built {
    const rows: Built['rows'] = [];
    const entries: Sparse[] = Array.from(columns, () => []);
    const rowOfPerson = new Map<number, number>();
    const uses = new Map<number, { column: number; from: number; until: number }[]>();
    for (const [index, column] of columns.entries()) {
      const person = personOf(space, column);
      let row = rowOfPerson.get(person);
      if (row === undefined) {
        row = rows.push({ isEquation: false, upper: 1 }) - 1;
        rowOfPerson.set(person, row);
      }
      entries[index]?.push({ row, value: 1 });
      eachUse(space, person, column, (resource, from, until) => {
        const list = uses.get(resource);
        if (list) list.push({ column: index, from, until });
        else uses.set(resource, [{ column: index, from, until }]);
      });
    }
    const upper: number[] = Array.from(columns, () => this.highs.infinity);
    const inventories: Built['inventories'] = new Map();
    for (const [resource, list] of uses) {
      const moments = [...new Set(list.flatMap(({ from, until }) => [from, until]))].sort((x, y) => x - y);
      inventories.set(resource, { moments, firstRow: rows.length });
      this.addInventory(list, moments, capacity[resource] ?? new Int32Array(), { rows, entries, upper, inventories });
    }
    return { rows, entries, upper, inventories };
  }

  private addInventory(
    list: readonly { readonly column: number; readonly from: number; readonly until: number }[],
    moments: readonly number[],
    capacity: Int32Array,
    { rows, entries, upper }: Built,
  ): void {
    const at = new Map(moments.map((moment, index) => [moment, index]));
    const firstRow = rows.length;
    for (const [index, moment] of moments.entries()) {
      rows.push({ isEquation: true, upper: 0 });
      // What is in use after this moment, up to the next.
      const next = moments[index + 1] ?? capacity.length;
      const most = Math.min(...capacity.subarray(moment, Math.max(next, moment + 1)));
      upper.push(Number.isFinite(most) ? most : this.highs.infinity);
      const inUse: Sparse = [{ row: firstRow + index, value: -1 }];
      if (index + 1 < moments.length) inUse.push({ row: firstRow + index + 1, value: 1 });
      entries.push(inUse);
    }
    for (const { column, from, until } of list) {
      entries[column]?.push({ row: firstRow + (at.get(from) ?? 0), value: 1 }, { row: firstRow + (at.get(until) ?? 0), value: -1 });
    }
  }

  private dataOf(space: PlanSpace, columns: Int32Array, { rows, entries, upper }: Built): ModelData {
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const list of entries) {
      for (const { row, value } of list.sort((x, y) => x.row - y.row)) {
        indices.push(row);
        values.push(value);
      }
      starts.push(indices.length);
    }
    // Minimised with the sign turned: the other direction gave duals of the wrong sign.
    return {
      numCols: entries.length,
      numRows: rows.length,
      colCost: entries.map((_, index) => (index < columns.length ? -(space.worth[columns[index] ?? 0] ?? 0) : 0)),
      colLower: new Float64Array(entries.length),
      colUpper: upper,
      rowLower: rows.map(({ isEquation }) => (isEquation ? 0 : -this.highs.infinity)),
      rowUpper: rows.map((row) => row.upper),
      matrix: { format: 'csc', numRows: rows.length, numCols: entries.length, starts, indices, values },
    };
  }

  private run(space: PlanSpace, columns: Int32Array, built: Built, begin: readonly number[], { nodes, gap }: Effort): Choice {
    const { entries } = built;
    const { variableType, modelStatus } = this.highs.constants;
    const model = this.highs.createModel({
      ...this.dataOf(space, columns, built),
      integrality: entries.map((_, index) => (index < columns.length ? variableType.integer : variableType.continuous)),
    });
    try {
      model.options.set({ output_flag: false, random_seed: 1, mip_max_nodes: nodes, mip_rel_gap: gap, mip_abs_gap: gap === 0 ? 0.5 : 1e-6 });
      if (begin.length > 0) {
        const chosen = new Set(begin);
        const indicesOf = [...columns.keys()].filter((index) => chosen.has(columns[index] ?? -1));
        model.setSolution({ indices: indicesOf, values: indicesOf.map(() => 1) });
      }
      const { modelStatus: status } = model.run();
      const value = Number(model.info.get('primal_solution_status')) === 2 ? model.getSolution().colValue : new Float64Array(entries.length);
      const used = [...columns].filter((_, index) => (value[index] ?? 0) > 0.5);
      const worth = used.reduce((sum, column) => sum + (space.worth[column] ?? 0), 0);
      const isBest = status === modelStatus.optimal && gap === 0;
      return { columns: used, worth, bound: isBest ? worth : Math.max(worth, Math.floor(-Number(model.info.get('mip_dual_bound')) + 1e-6)), isBest };
    } finally {
      model.dispose();
    }
  }
}

/** At most one of the two is in that city at that time. */
function addMeeting(space: PlanSpace, columns: Int32Array, { a, b, city, time }: Meeting, rows: Built['rows'], entries: Sparse[]): void {
  const row = rows.push({ isEquation: false, upper: 1 }) - 1;
  for (const [index, column] of columns.entries()) {
    const person = personOf(space, column);
    const isThere = (space.from[column] ?? 0) <= time && time < (space.leaves[column] ?? 0) && space.classes[space.kind[column] ?? 0]?.city === city;
    if (isThere && (person === a || person === b)) entries[index]?.push({ row, value: 1 });
  }
}
