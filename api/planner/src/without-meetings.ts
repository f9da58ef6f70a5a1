import type { Meeting } from './flow-model.ts';
import { Occupancy } from './occupancy.ts';
import type { PlanSpace } from './plan-space.ts';
import type { Effort, Solver } from './solver.ts';

/** What an exact model found, and the most that any choice among its columns could be worth. */
export type Found = {
  readonly occupancy: Occupancy;
  readonly bound: number;
  readonly isBest: boolean;
};

/**
 * An exact model of some columns beside what is fixed; pairs who meet in its answer are forbidden to, and it is asked again.
 * `begin` is a choice that is known.
 */
export function chooseWithoutMeetings(
  space: PlanSpace,
  columns: Int32Array,
  begin: readonly number[],
  solver: Solver,
  effort: Effort,
  fixed: Occupancy = new Occupancy(space),
): Found {
  const meetings: Meeting[] = [];
  for (;;) {
    const choice = solver.choose(
      space,
      columns,
      { left: fixed.remaining, sums: fixed.remainingSums },
      meetings,
      begin,
      effort,
    );
    const occupancy = new Occupancy(space, [...fixed.columns(), ...choice.columns]);
    const met = meetingsIn(space, occupancy);
    if (met.length === 0) return { occupancy, bound: choice.bound, isBest: choice.isBest };
    meetings.push(...met);
  }
}

/** The pairs who are in one city at one time though they must not be, with the moment. */
function meetingsIn(space: PlanSpace, occupancy: Occupancy): Meeting[] {
  return space.input.apart.flatMap(([a, b]) => {
    const one = occupancy.chosen[a] ?? -1;
    const two = occupancy.chosen[b] ?? -1;
    if (one === -1 || two === -1 || !occupancy.meets(one, two)) return [];
    const time = Math.max(space.from[one] ?? 0, space.from[two] ?? 0);
    return [{ a, b, city: space.classes[space.kind[one] ?? 0]?.city ?? -1, time }];
  });
}
