import type { Highs } from 'highs';
import { FlowModel, type Meeting, type Room } from './flow-model.ts';
import { loadHighs } from './load-highs.ts';
import { Occupancy } from './occupancy.ts';
import type { PlanSpace } from './plan-space.ts';
import type { PriceList } from './prices.ts';

/** What the solver may spend. In nodes, so that the same input gives the same plan; seconds only where solvers are compared. */
export type Effort = { readonly nodes: number; readonly seconds?: number };

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

  /** The best choice among some columns, with so much room; `begin` is one that is known. */
  choose(
    space: PlanSpace,
    columns: Int32Array,
    room: Room,
    meetings: readonly Meeting[],
    begin: readonly number[],
    { nodes, seconds }: Effort,
  ): Choice {
    const flow = new FlowModel(space, columns, room);
    for (const meeting of meetings) flow.addMeeting(meeting);
    const data = flow.data();
    const { variableType, modelStatus } = this.highs.constants;
    const model = this.highs.createModel({
      ...data,
      integrality: Array.from({ length: data.numCols }, (_, index) =>
        index < columns.length ? variableType.integer : variableType.continuous,
      ),
    });
    try {
      model.options.set({
        output_flag: false,
        random_seed: 1,
        mip_max_nodes: nodes,
        ...(seconds !== undefined && { time_limit: seconds }),
        mip_rel_gap: 0,
        mip_abs_gap: 0.5,
      });
      if (begin.length > 0) {
        const chosen = new Set(begin);
        const indices = [...columns.keys()].filter((index) => chosen.has(columns[index] ?? -1));
        model.setSolution({ indices, values: indices.map(() => 1) });
      }
      const { modelStatus: status } = model.run();
      const isFound = Number(model.info.get('primal_solution_status')) === 2;
      const value = isFound ? model.getSolution().colValue : new Float64Array(data.numCols);
      const worth = isFound
        ? Math.round(-Number(model.info.get('objective_function_value')))
        : -Infinity;
      const isBest = isFound && status === modelStatus.optimal;
      const bound = isBest
        ? worth
        : Math.max(worth, Math.floor(-Number(model.info.get('mip_dual_bound')) + 1e-6));
      return {
        columns: [...columns].filter((_, index) => (value[index] ?? 0) > 0.5),
        worth,
        bound,
        isBest,
      };
    } finally {
      model.dispose();
    }
  }

  /** The best choice among all stays there are, by one exact model; for comparing, pairs who must not meet aren't in it. */
  chooseAll(space: PlanSpace, seconds: number): Choice {
    const { remaining: left, remainingSums: sums } = new Occupancy(space);
    return this.choose(space, Int32Array.from(space.kind.keys()), { left, sums }, [], [], {
      nodes: 1_000_000,
      seconds,
    });
  }

  /** The whole model in the words of other solvers (MPS), to compare with them. */
  written(space: PlanSpace): Uint8Array {
    const columns = Int32Array.from(space.kind.keys());
    const { remaining: left, remainingSums: sums } = new Occupancy(space);
    const data = new FlowModel(space, columns, { left, sums }).data();
    const { variableType } = this.highs.constants;
    const integrality = Array.from({ length: data.numCols }, (_, index) =>
      index < columns.length ? variableType.integer : variableType.continuous,
    );
    const model = this.highs.createModel({ ...data, integrality });
    try {
      return model.exportModel('mps');
    } finally {
      model.dispose();
    }
  }

  /** What the best choice among some columns would be worth if people could be divided, and the prices that go with it. */
  relax(
    space: PlanSpace,
    columns: Int32Array,
  ): { readonly worth: number; readonly prices: PriceList } {
    const { remaining, remainingSums } = new Occupancy(space);
    const flow = new FlowModel(space, columns, { left: remaining, sums: remainingSums });
    const model = this.highs.createModel(flow.data());
    try {
      // From within, and no corner: of all prices that are right these are the middle ones, and few rounds of columns do.
      model.options.set({
        output_flag: false,
        random_seed: 1,
        solver: 'ipm',
        run_crossover: 'off',
      });
      model.run();
      return {
        worth: -Number(model.info.get('objective_function_value')),
        prices: flow.pricesFrom(model.getSolution().rowDual),
      };
    } finally {
      model.dispose();
    }
  }
}
