import type { Occupancy } from './occupancy.ts';
import type { Seat } from './plan-input.ts';
import type { PlanSpace } from './plan-space.ts';

/**
 * Lays stays of a class out in its places: in the order in which they begin, each in the place it had `before` where that is
 * free, else in the first one nobody comes back to, else in the first free one. Any free place will do: there are never more
 * stays at one moment than places.
 */
export function seatsOf(
  space: PlanSpace,
  { chosen }: Pick<Occupancy, 'chosen'>,
  before: readonly Seat[] = [],
): Seat[] {
  const had = new Map(before.map((seat) => [seat.person, seat]));
  const stays = [...chosen].flatMap((column, person) => {
    if (column === -1) return [];
    const one = space.input.people[person];
    const start = space.start[column] ?? 0;
    const from = one?.starts[start] ?? 0;
    const { places = [], gap = 0 } = space.classes[space.kind[column] ?? 0] ?? {};
    const own = had.get(person);
    return [
      {
        person,
        places,
        gap,
        from,
        until: from + (one?.nights[start] ?? 0),
        before: own?.from === from ? own.place : -1,
      },
    ];
  });
  const comesBack = new Set(stays.map((stay) => stay.before));
  const freeFrom = new Map<number, number>();
  return stays
    .sort(
      (a, b) =>
        a.from - b.from || Number(b.before !== -1) - Number(a.before !== -1) || a.person - b.person,
    )
    .map((stay) => {
      const free = stay.places.filter(
        (index) => (freeFrom.get(index) ?? Number.NEGATIVE_INFINITY) <= stay.from,
      );
      const place =
        free.find((index) => index === stay.before) ??
        free.find((index) => !comesBack.has(index)) ??
        free[0] ??
        -1;
      freeFrom.set(place, stay.until + stay.gap);
      return { person: stay.person, place, from: stay.from, until: stay.until };
    });
}

/** The columns that seats are; what the plan doesn't know as a stay is left out. */
export function columnsOf(space: PlanSpace, seats: readonly Seat[]): number[] {
  const kindOf = new Map(
    space.classes.flatMap(({ places }, kind) => places.map((place) => [place, kind] as const)),
  );
  return seats.flatMap(({ person, place, from }) => {
    const start = space.input.people[person]?.starts.indexOf(from) ?? -1;
    for (
      let column = space.first[person] ?? 0;
      column < (space.first[person + 1] ?? 0);
      column += 1
    )
      if (space.kind[column] === kindOf.get(place) && space.start[column] === start)
        return [column];
    return [];
  });
}
