import { classesOf } from './place-classes.ts';
import type { PlanInput, PlanPerson, Seat } from './plan-input.ts';

/** Somewhere and some time, as far as it is said. */
export type Where = { readonly place?: number; readonly city?: number; readonly from?: number };

/** What a stay is worth once something was decided about it; -1 forbids it. */
type Decide = (worth: number, place: number, from: number) => number;

/** The input with what one person's stays are worth decided anew. */
export function decided(input: PlanInput, person: number, decide: Decide): PlanInput {
  const change = (one: PlanPerson): PlanPerson => ({
    ...one,
    worth: input.places.map((_, place) =>
      one.starts.map((from, start) => decide(one.worth[place]?.[start] ?? -1, place, from)),
    ),
  });
  return {
    ...input,
    people: input.people.map((one, index) => (index === person ? change(one) : one)),
  };
}

/** Whether a stay is where it was said to be. */
export const isThere = (
  { places }: PlanInput,
  where: Where,
  place: number,
  from: number,
): boolean =>
  (where.place ?? place) === place &&
  (where.city ?? places[place]?.city) === places[place]?.city &&
  (where.from ?? from) === from;

/**
 * Pins a person: there or nowhere. `bonus` makes leaving them out dearer; more than all worths together (see `everything`) is
 * never paid, so that a pinned person misses only where pins contradict each other or a rule.
 */
export const pinned = (input: PlanInput, person: number, where: Where, bonus = 0): PlanInput =>
  decided(input, person, (worth, place, from) =>
    worth >= 0 && isThere(input, where, place, from) ? worth + bonus : -1,
  );

/** Bans a person from somewhere. */
export const banned = (input: PlanInput, person: number, where: Where): PlanInput =>
  decided(input, person, (worth, place, from) => (isThere(input, where, place, from) ? -1 : worth));

/** Makes staying where they are worth `price` more to those who have a seat: it takes that much to move one of them. */
export function kept(input: PlanInput, seats: readonly Seat[], price: number): PlanInput {
  // In every place of its kind, so that places which are alike stay alike.
  const kindOf = new Map(
    classesOf(input).flatMap(({ places }) =>
      places.map((place) => [place, new Set(places)] as const),
    ),
  );
  return seats.reduce(
    (changed, seat) =>
      decided(changed, seat.person, (worth, place, from) =>
        worth >= 0 && from === seat.from && (kindOf.get(seat.place)?.has(place) ?? false)
          ? worth + price
          : worth,
      ),
    input,
  );
}

/** More than any plan is worth. */
export const everything = ({ people, shares = [] }: PlanInput): number =>
  1 +
  people.reduce(
    (sum, { worth }) =>
      sum + Math.max(0, ...worth.map((list) => list.reduce((a, b) => Math.max(a, b), 0))),
    0,
  ) +
  shares.reduce((sum, { least, price }) => sum + least * price, 0);

/**
 * Whole-number weights of levels, the most important first: one step of a level outweighs all that the levels after it can add
 * up to for everybody together. `most` is the highest that one person can have on each level (1 for being placed at all).
 *
 * Errors  throws where the numbers get too large to be added exactly: fewer or coarser levels then.
 */
export function rankedWeights(people: number, most: readonly number[]): number[] {
  const weights: number[] = [];
  let below = 0;
  for (const highest of most.toReversed()) {
    const weight = 1 + people * below;
    weights.unshift(weight);
    below += weight * highest;
  }
  if (people * below > 2 ** 50)
    throw new RangeError('These levels are too many or too fine to be weighed exactly.');
  return weights;
}
