import type { Days, PlanInput } from './plan-input.ts';
import type { PlaceClass } from './place-classes.ts';

/** Something that stays use while they last: the places of a class, a limit, the places that are kept free. */
export type Resource = {
  /** How much there is at each time. */
  readonly capacity: Int32Array;
  /** What each unit too many costs at each time, for as long as the time lasts; null where too many are forbidden. */
  readonly over: Float64Array | null;
  /** Whether the rest after a stay uses it too. */
  readonly withRest: boolean;
  /** How much each person uses; null when everybody uses one. */
  readonly amounts: Int32Array | null;
};

/** A sum over the whole plan: `factor` times the nights in some classes, beyond `capacity` at a price. */
export type Sum = { readonly factor: 1 | -1; readonly capacity: number; readonly price: number };

/** Resources and sums, and which of them the stays of each class use besides the class itself. */
export type Resources = {
  readonly resources: readonly Resource[];
  readonly usesOf: readonly (readonly number[])[];
  readonly sums: readonly Sum[];
  readonly sumsOf: readonly (readonly number[])[];
};

const covers = ({ from, until }: Days, day: number): boolean => from <= day && day < until;

/** Everything that is scarce, at each time. */
export function resourcesOf(
  input: PlanInput,
  classes: readonly PlaceClass[],
  times: Int32Array,
): Resources {
  const { limits, people, places, reserves = [], shares = [] } = input;
  const usesOf: number[][] = classes.map(() => []);
  const sumsOf: number[][] = classes.map(() => []);
  const lasts = Int32Array.from(times, (day, index) => (times[index + 1] ?? day) - day);
  const priced = (price: number) => Float64Array.from(lasts, (days) => days * price);
  const resources: Resource[] = classes.map((kind) => ({
    capacity: new Int32Array(times.length).fill(kind.places.length),
    over: null,
    withRest: true,
    amounts: null,
  }));
  const isIn = (kind: PlaceClass, named: ReadonlySet<number>) => named.has(kind.places[0] ?? -1);
  const count = (named: readonly number[]) => {
    const set = new Set(named);
    for (const [index, kind] of classes.entries())
      if (isIn(kind, set)) usesOf[index]?.push(resources.length);
  };
  for (const limit of limits) {
    count(limit.places);
    const concerned = limit.people && new Set(limit.people);
    resources.push({
      capacity: Int32Array.from(times, (day) =>
        Math.max(0, limit.atOnce - limit.standing.filter((days) => covers(days, day)).length),
      ),
      over: limit.overPrice === undefined ? null : priced(limit.overPrice),
      withRest: false,
      amounts:
        concerned || limit.amounts
          ? Int32Array.from(people, (_, person) =>
              !concerned || concerned.has(person) ? (limit.amounts?.[person] ?? 1) : 0,
            )
          : null,
    });
  }
  for (const { places: named, keep, price } of reserves) {
    count(named);
    const kept = named.flatMap((index) => places[index] ?? []);
    const isFree = (day: number) =>
      kept.filter(
        ({ open, taken }) =>
          open.some((days) => covers(days, day)) && !taken.some((days) => covers(days, day)),
      );
    resources.push({
      capacity: Int32Array.from(times, (day) => Math.max(0, isFree(day).length - keep)),
      over: price === null ? null : priced(price),
      withRest: true,
      amounts: null,
    });
  }
  const sums: Sum[] = [];
  for (const { places: named, least, most, price } of shares) {
    const set = new Set(named);
    for (const [index, kind] of classes.entries())
      if (isIn(kind, set)) sumsOf[index]?.push(sums.length, sums.length + 1);
    sums.push({ factor: 1, capacity: most, price }, { factor: -1, capacity: -least, price });
  }
  return { resources, usesOf, sums, sumsOf };
}
