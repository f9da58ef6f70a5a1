import type { Highs } from 'highs';
import { addMeeting, flowModel, modelData, type FlowModel, type Meeting } from './flow-model.ts';
import { loadHighs } from './load-highs.ts';
import { personOf, type PlanSpace } from './plan-space.ts';

/** What the solver may spend. In nodes, not seconds, so that the same input gives the same plan. */
export type Effort = { readonly nodes: number; readonly gap: number };

/** What came out: the columns that are used, and the most that any choice among those given could be worth. */
export type Choice = {
  readonly columns: number[];
  readonly worth: number;
  readonly bound: number;
  readonly isBest: boolean;
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
  choose(
    space: PlanSpace,
    columns: Int32Array,
    capacity: readonly Int32Array[],
    meetings: readonly Meeting[],
    begin: readonly number[],
    effort: Effort,
  ): Choice {
    const built = flowModel(space, columns, capacity);
    for (const meeting of meetings) addMeeting(space, columns, meeting, built.rows, built.entries);
    return this.run(space, columns, built, begin, effort);
  }

  /** The prices of the model without whole numbers, over every stay there is: of each resource, of each moment. */
  relaxedPrices(space: PlanSpace): Float64Array[] {
    const columns = Int32Array.from(space.kind.keys());
    if (columns.length === 0) return space.capacity.map(({ length }) => new Float64Array(length));
    const built = flowModel(space, columns, space.capacity);
    const model = this.highs.createModel(modelData(space, columns, built));
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
          price[moment] = Math.max(
            0,
            (rowDual[firstRow + index + 1] ?? 0) - (rowDual[firstRow + index] ?? 0),
          );
        }
        return price;
      });
    } finally {
      model.dispose();
    }
  }

  private run(
    space: PlanSpace,
    columns: Int32Array,
    built: FlowModel,
    begin: readonly number[],
    { nodes, gap }: Effort,
  ): Choice {
    const { entries } = built;
    const { variableType, modelStatus } = this.highs.constants;
    const model = this.highs.createModel({
      ...modelData(space, columns, built),
      integrality: entries.map((_, index) =>
        index < columns.length ? variableType.integer : variableType.continuous,
      ),
    });
    try {
      model.options.set({
        output_flag: false,
        random_seed: 1,
        mip_max_nodes: nodes,
        mip_rel_gap: gap,
        mip_abs_gap: gap === 0 ? 0.5 : 1e-6,
      });
      if (begin.length > 0) {
        const chosen = new Set(begin);
        const indicesOf = [...columns.keys()].filter((index) => chosen.has(columns[index] ?? -1));
        model.setSolution({ indices: indicesOf, values: indicesOf.map(() => 1) });
      }
      const { modelStatus: status } = model.run();
      const value =
        Number(model.info.get('primal_solution_status')) === 2
          ? model.getSolution().colValue
          : new Float64Array(entries.length);
      const used = [...columns].filter((_, index) => (value[index] ?? 0) > 0.5);
      const worth = used.reduce((sum, column) => sum + (space.worth[column] ?? 0), 0);
      const isBest = status === modelStatus.optimal && gap === 0;
      return {
        columns: used,
        worth,
        bound: isBest
          ? worth
          : Math.max(worth, Math.floor(-Number(model.info.get('mip_dual_bound')) + 1e-6)),
        isBest,
      };
    } finally {
      model.dispose();
    }
  }
}
