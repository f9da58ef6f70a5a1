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
  /** What each place of it costs that is used at all. */
  readonly opening: number;
};

/** Puts places into classes, in the order of their first place. */
export function classesOf(input: PlanInput): PlaceClass[] {
  const { places, people, limits, reserves = [], shares = [] } = input;
  const groups = [limits, reserves, shares].map((list) => list.map((one) => new Set(one.places)));
  const byKey = new Map<string, PlaceClass & { readonly places: number[] }>();
  for (const [index, place] of places.entries()) {
    const inGroups = groups.map((list) =>
      list.flatMap((named, group) => (named.has(index) ? [group] : [])),
    );
    const { city, gap, opening = 0 } = place;
    const key = JSON.stringify([
      city,
      gap,
      opening,
      daysOf(place),
      inGroups,
      worthKeyOf(index, people),
    ]);
    const found = byKey.get(key);
    if (found) found.places.push(index);
    else
      byKey.set(key, { city, gap, opening, places: [index], open: place.open, taken: place.taken });
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
