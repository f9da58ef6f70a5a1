import type { Occupancy } from './occupancy.ts';
import type { PlanSpace } from './plan-space.ts';
import type { Waiting } from './waiting.ts';

/** Of one class of places, the stays that are tried in it, in the order in which they begin. */
type InClass = { readonly columns: Int32Array; readonly values: Float64Array };

/**
 * Fills what is free of a place with the stays that are best together, one after the other: the longest way through its
 * moments. What a stay counts for is its worth less what the person could gain elsewhere.
 */
export class Chains {
  private readonly space: PlanSpace;
  private readonly byKind: readonly InClass[];
  private readonly best: Float64Array;
  private readonly step: Int32Array;

  constructor(space: PlanSpace, stays: readonly Int32Array[], gain: Float64Array) {
    this.space = space;
    this.best = new Float64Array(space.times.length + 2);
    this.step = new Int32Array(space.times.length + 2);
    const lists: number[][] = space.classes.map(() => []);
    for (const own of stays) for (const column of own) lists[space.kind[column] ?? 0]?.push(column);
    this.byKind = lists.map((list) => {
      const columns = Int32Array.from(list).sort(
        (a, b) => (space.from[a] ?? 0) - (space.from[b] ?? 0) || a - b,
      );
      const values = Float64Array.from(
        columns,
        (column) => (space.worth[column] ?? 0) - (gain[space.owner[column] ?? 0] ?? 0),
      );
      return { columns, values };
    });
  }

  /** Stays of people who wait, the best ones together that fit; one who would have two of them may appear twice. */
  fill(
    kind: number,
    occupancy: Occupancy,
    waiting: Waiting,
    isPassedOver: (column: number) => boolean,
  ): number[] {
    const { columns, values } = this.byKind[kind] ?? {
      columns: new Int32Array(),
      values: new Float64Array(),
    };
    const { from, until, owner } = this.space;
    const { best, step } = this;
    best.fill(0);
    step.fill(-1);
    let time = best.length - 1;
    for (let index = columns.length - 1; index >= 0; index -= 1) {
      const column = columns[index] as number;
      const begin = from[column] as number;
      for (; time > begin; time -= 1) {
        best[time - 1] = best[time] as number;
      }
      const whole = (values[index] as number) + (best[until[column] as number] as number);
      if (whole <= (best[begin] as number) || !waiting.has(owner[column] as number)) continue;
      if (isPassedOver(column) || !occupancy.fits(column)) continue;
      best[begin] = whole;
      step[begin] = column;
    }
    const chain: number[] = [];
    for (let at = 0; at < step.length;) {
      const column = step[at] as number;
      if (column === -1) at += 1;
      else {
        chain.push(column);
        at = until[column] as number;
      }
    }
    return chain;
  }
}
