import { classesOf, type PlaceClass } from './place-classes.ts';
import type { PlanInput } from './plan-input.ts';
import { resourcesOf, type Resources } from './resources.ts';

/** Every stay that no rule about the two alone forbids, in columns; those of a person lie together. */
export type PlanSpace = Resources & {
  readonly input: PlanInput;
  readonly classes: readonly PlaceClass[];
  /**
   * The days on which anything could begin: what holds on these holds on all days. Where too much has a price by the night,
   * every day on which anything could begin or end.
   */
  readonly times: Int32Array;
  /** `first[p]` up to `first[p + 1]` are the columns of person p. */
  readonly first: Int32Array;
  /** Whose column it is. */
  readonly owner: Int16Array;
  readonly kind: Int16Array;
  /** Index among the person's starts. */
  readonly start: Int16Array;
  /** The times that the stay with its rest covers: `[from, until)`. */
  readonly from: Int16Array;
  readonly until: Int16Array;
  /** The end without the rest, for limits and for who is near whom. */
  readonly leaves: Int16Array;
  /** Nights of the stay. */
  readonly nights: Int16Array;
  readonly worth: Float64Array;
  /** People who use the same amounts of everything are one group: of each person, and one person of each. */
  readonly groupOf: Int32Array;
  readonly groups: readonly number[];
};

/** Says which resources a stay uses, from when until when, and how much. */
export function eachUse(
  space: PlanSpace,
  column: number,
  visit: (resource: number, from: number, until: number, amount: number) => void,
): void {
  const kind = space.kind[column] ?? 0;
  const from = space.from[column] ?? 0;
  visit(kind, from, space.until[column] ?? 0, 1);
  for (const resource of space.usesOf[kind] ?? []) {
    const { amounts, withRest } = space.resources[resource] ?? { amounts: null, withRest: false };
    const amount = amounts ? (amounts[space.owner[column] ?? 0] ?? 0) : 1;
    if (amount > 0)
      visit(resource, from, (withRest ? space.until[column] : space.leaves[column]) ?? 0, amount);
  }
}

/** How much of a resource one of a group uses. */
export const amountFor = (
  { resources, groups }: PlanSpace,
  resource: number,
  group: number,
): number => resources[resource]?.amounts?.[groups[group] ?? -1] ?? 1;

/** Puts places into classes and stays into columns. */
export function spaceOf(input: PlanInput): PlanSpace {
  const { people } = input;
  const classes = classesOf(input);
  const times = timesOf(input);
  const atOrAfter = firstAtOrAfter(times);
  const first = new Int32Array(people.length + 1);
  const found = allowed(input, classes);
  const columns = found.count;
  const space = {
    owner: new Int16Array(columns),
    kind: new Int16Array(columns),
    start: new Int16Array(columns),
    from: new Int16Array(columns),
    until: new Int16Array(columns),
    leaves: new Int16Array(columns),
    nights: new Int16Array(columns),
    worth: new Float64Array(columns),
  };
  let column = 0;
  found.each((person, kind, start, day, leaves, worth) => {
    space.owner[column] = person;
    space.kind[column] = kind;
    space.start[column] = start;
    space.from[column] = atOrAfter(day);
    space.until[column] = atOrAfter(leaves + (classes[kind]?.gap ?? 0));
    space.leaves[column] = atOrAfter(leaves);
    space.nights[column] = leaves - day;
    space.worth[column] = worth;
    column += 1;
    first[person + 1] = column;
  });
  for (let person = 0; person < people.length; person += 1)
    first[person + 1] = Math.max(first[person + 1] ?? 0, first[person] ?? 0);
  const resources = resourcesOf(input, classes, times);
  return { input, classes, times, first, ...space, ...resources, ...groupsOf(input, resources) };
}

function groupsOf(
  { people }: PlanInput,
  { resources }: Resources,
): Pick<PlanSpace, 'groupOf' | 'groups'> {
  const particular = resources.flatMap(({ amounts }) => amounts ?? []);
  const groups: number[] = [];
  const byAmounts = new Map<string, number>();
  const groupOf = Int32Array.from(people, (_, person) => {
    const key = particular.map((amounts) => amounts[person]).join();
    const known = byAmounts.get(key) ?? groups.push(person) - 1;
    byAmounts.set(key, known);
    return known;
  });
  return { groupOf, groups };
}

type Visit = (
  person: number,
  kind: number,
  start: number,
  day: number,
  leaves: number,
  worth: number,
) => void;

/** The stays that are allowed: first counted, so that what holds them is made in the size it needs. */
function allowed({ people }: PlanInput, classes: readonly PlaceClass[]) {
  const each = (visit: Visit): void => {
    for (const [p, { starts, nights, worth }] of people.entries()) {
      for (const [k, { places, open, taken, gap }] of classes.entries()) {
        const worths = worth[places[0] ?? -1];
        for (const [s, day] of starts.entries()) {
          const value = worths?.[s] ?? -1;
          const leaves = day + (nights[s] ?? 0);
          if (value < 0 || !open.some((days) => day >= days.from && leaves <= days.until)) continue;
          if (!taken.some((days) => day < days.until && days.from < leaves + gap))
            visit(p, k, s, day, leaves, value);
        }
      }
    }
  };
  let count = 0;
  each(() => {
    count += 1;
  });
  return { count, each };
}

function timesOf({ people, limits, places, reserves = [], shares = [] }: PlanInput): Int32Array {
  const days = new Set<number>();
  for (const { starts } of people) for (const day of starts) days.add(day);
  for (const { standing } of limits) for (const { from } of standing) days.add(from);
  const isPriced =
    reserves.length > 0 ||
    shares.length > 0 ||
    limits.some(({ overPrice }) => overPrice !== undefined);
  if (isPriced) {
    const gaps = new Set([0, ...places.map(({ gap }) => gap)]);
    for (const { starts, nights } of people)
      for (const [index, day] of starts.entries())
        for (const gap of gaps) days.add(day + (nights[index] ?? 0) + gap);
    for (const { standing } of limits) for (const { until } of standing) days.add(until);
    for (const { open, taken } of places)
      for (const { from, until } of [...open, ...taken]) days.add(from).add(until);
  }
  return Int32Array.from(days).sort();
}

function firstAtOrAfter(times: Int32Array): (day: number) => number {
  return (day) => {
    let low = 0;
    for (let high = times.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((times[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
