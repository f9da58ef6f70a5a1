import type { Occupancy } from './occupancy.ts';
import type { Seat } from './plan-input.ts';
import type { PlanSpace } from './plan-space.ts';

/** Lays stays of a class out in its places: in the order in which they begin, each in the first place that is free. */
export function seatsOf(space: PlanSpace, { chosen }: Pick<Occupancy, 'chosen'>): Seat[] {
  const stays = [...chosen].flatMap((column, person) => {
    if (column === -1) return [];
    const one = space.input.people[person];
    const start = space.start[column] ?? 0;
    const from = one?.starts[start] ?? 0;
    return [
      { person, kind: space.kind[column] ?? 0, from, until: from + (one?.nights[start] ?? 0) },
    ];
  });
  const freeFrom = new Map<number, number>();
  return stays
    .sort((a, b) => a.from - b.from || a.person - b.person)
    .map(({ person, kind, from, until }) => {
      const { places = [], gap = 0 } = space.classes[kind] ?? {};
      const place =
        places.find((index) => (freeFrom.get(index) ?? Number.NEGATIVE_INFINITY) <= from) ?? -1;
      freeFrom.set(place, until + gap);
      return { person, place, from, until };
    });
}
