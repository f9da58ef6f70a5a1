import type { Days, PlanInput, PlanPlace } from './plan-input.ts';

/**
 * Places that are the same in everything the plan can see. Joining them is exact: stays that are never more than there are
 * places at one moment can always be laid out in them, each beginning in a place that is free (interval graphs are perfect).
 */
export type PlaceClass = {
  readonly city: number;
  readonly gap: number;
  readonly places: readonly number[];
  readonly open: readonly Days[];
  readonly taken: readonly Days[];
  /** The limits that count stays here. */
  readonly limits: readonly number[];
};

/** Every stay that no rule about the two alone forbids, in columns; those of a person lie together. */
export type PlanSpace = {
  readonly input: PlanInput;
  readonly classes: readonly PlaceClass[];
  /** Every day on which anything could begin: what holds on these holds on all days. */
  readonly times: Int32Array;
  /** `first[p]` up to `first[p + 1]` are the columns of person p. */
  readonly first: Int32Array;
  readonly kind: Int16Array;
  /** Index among the person's starts. */
  readonly start: Int16Array;
  /** The times that the stay with its rest covers: `[from, until)`. */
  readonly from: Int16Array;
  readonly until: Int16Array;
  /** The end without the rest, for limits and for who is near whom. */
  readonly leaves: Int16Array;
  readonly worth: Float64Array;
  /** Of each limit, who is concerned. */
  readonly concerns: readonly Uint8Array[];
  /** How much there is at each time: of each class, then of each limit. */
  readonly capacity: readonly Int32Array[];
};

/** Says which resources a stay uses, and from when until when. */
export function eachUse(
  space: PlanSpace,
  person: number,
  column: number,
  visit: (resource: number, from: number, until: number) => void,
): void {
  const kind = space.kind[column] ?? 0;
  const from = space.from[column] ?? 0;
  visit(kind, from, space.until[column] ?? 0);
  for (const limit of space.classes[kind]?.limits ?? [])
    if (space.concerns[limit]?.[person] === 1)
      visit(space.classes.length + limit, from, space.leaves[column] ?? 0);
}

/** Whose stay a column is. */
export function personOf({ first }: PlanSpace, column: number): number {
  let low = 0;
  for (let high = first.length - 1; high - low > 1;) {
    const middle = (low + high) >> 1;
    if ((first[middle] ?? 0) <= column) low = middle;
    else high = middle;
  }
  return low;
}

/** Puts places into classes and stays into columns. */
export function spaceOf(input: PlanInput): PlanSpace {
  const { people, limits } = input;
  const classes = classesOf(input);
  const begins = [
    ...people.flatMap(({ starts }) => starts),
    ...limits.flatMap(({ standing }) => standing.map(({ from }) => from)),
  ];
  const times = Int32Array.from(new Set(begins)).sort();
  const timeAt = new Map([...times].map((day, index) => [day, index]));
  const firstAtOrAfter = (day: number): number => {
    let low = 0;
    for (let high = times.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((times[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const first = new Int32Array(people.length + 1);
  const columns: {
    kind: number[];
    start: number[];
    from: number[];
    until: number[];
    leaves: number[];
    worth: number[];
  } = { kind: [], start: [], from: [], until: [], leaves: [], worth: [] };
  for (const [p, person] of people.entries()) {
    for (const [k, { places, open, taken, gap }] of classes.entries()) {
      const worths = person.worth[places[0] ?? -1];
      for (const [s, day] of person.starts.entries()) {
        const worth = worths?.[s] ?? -1;
        const leaves = day + (person.nights[s] ?? 0);
        if (worth < 0 || !open.some((days) => day >= days.from && leaves <= days.until)) continue;
        if (taken.some((days) => day < days.until && days.from < leaves + gap)) continue;
        columns.kind.push(k);
        columns.start.push(s);
        columns.from.push(timeAt.get(day) ?? 0);
        columns.until.push(firstAtOrAfter(leaves + gap));
        columns.leaves.push(firstAtOrAfter(leaves));
        columns.worth.push(worth);
      }
    }
    first[p + 1] = columns.kind.length;
  }
  return {
    input,
    classes,
    times,
    first,
    kind: Int16Array.from(columns.kind),
    start: Int16Array.from(columns.start),
    from: Int16Array.from(columns.from),
    until: Int16Array.from(columns.until),
    leaves: Int16Array.from(columns.leaves),
    worth: Float64Array.from(columns.worth),
    concerns: limits.map((limit) =>
      Uint8Array.from(people, (_, p) =>
        limit.people === null || limit.people.includes(p) ? 1 : 0,
      ),
    ),
    capacity: [
      ...classes.map(({ places }) => new Int32Array(times.length).fill(places.length)),
      ...limits.map(({ atOnce, standing }) =>
        Int32Array.from(times, (day) =>
          Math.max(
            0,
            atOnce - standing.filter(({ from, until }) => from <= day && day < until).length,
          ),
        ),
      ),
    ],
  };
}

function classesOf({ places, people, limits }: PlanInput): PlaceClass[] {
  const byKey = new Map<string, PlaceClass & { readonly places: number[] }>();
  for (const [index, place] of places.entries()) {
    const inLimits = limits.flatMap(({ places: named }, limit) =>
      named.includes(index) ? [limit] : [],
    );
    const key = JSON.stringify([
      place.city,
      place.gap,
      daysOf(place),
      inLimits,
      worthKeyOf(index, people),
    ]);
    const found = byKey.get(key);
    if (found) found.places.push(index);
    else
      byKey.set(key, {
        city: place.city,
        gap: place.gap,
        places: [index],
        open: place.open,
        taken: place.taken,
        limits: inLimits,
      });
  }
  return [...byKey.values()];
}

const daysOf = ({ open, taken }: PlanPlace) =>
  [open, taken].map((list) => list.map(({ from, until }) => [from, until]));

/** A fingerprint of what everybody's stays are worth in a place: two 32-bit sums, cheap for thousands of people. */
function worthKeyOf(place: number, people: PlanInput['people']): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (const { worth } of people) {
    for (const value of worth[place] ?? []) {
      a = Math.imul(a ^ value, 0x01000193);
      b = Math.imul((b << 5) ^ (b >>> 2) ^ value, 0x85ebca6b);
    }
  }
  return [a >>> 0, b >>> 0];
}
