import {
  clampToYear,
  intersect,
  nightsIn,
  yearSpan,
  type DateSpan,
} from '../calendar/date-span.ts';
import { occupancy } from '../capacity/free-spans.ts';

/** One stay as the counts read it: who, where and the nights really used. No name, no place. */
export type CountedStay = {
  readonly stayId: string;
  readonly defenderId: string;
  readonly cityId: string;
  readonly used: DateSpan;
};

/** One place's capacity as the counts read it. */
export type CountedPlace = {
  readonly placeId: string;
  readonly cityId: string;
  readonly confirmed: readonly DateSpan[];
  readonly blocked: readonly DateSpan[];
  readonly occupied: readonly DateSpan[];
};

/** The figures of one cell. `occupancyShare` is `null` where nothing was offered. */
export type Counts = {
  readonly persons: number;
  readonly stays: number;
  readonly nights: number;
  readonly availableNights: number;
  readonly occupancyShare: number | null;
};

/** The figures of one city in one year. */
export type CityYear = Counts & { readonly cityId: string; readonly year: number };

/** Every figure of the yearly report. Totals count each person once, so they can be less than the sum. */
export type YearlyCounts = {
  readonly cityYears: readonly CityYear[];
  readonly years: readonly (Counts & { readonly year: number })[];
  readonly cities: readonly (Counts & { readonly cityId: string })[];
  readonly total: Counts;
};

/**
 * Persons hosted, stays, nights and occupancy per city and year.
 *
 * Units   a stay counts in each year in which it has a used night; its nights go to the year in which they were slept.
 *         A person counts once in a cell, however many stays. A transferred person's two stays are two stays and one
 *         person. Occupancy is nights used inside available (confirmed, not blocked) nights ÷ available nights.
 * Errors  nothing is thrown; years and cities with neither a stay nor capacity have no row in `cityYears`.
 * Source  the programme's yearly report: "persons hosted, stays, nights, occupancy per city".
 */
export function yearlyCounts(
  stays: readonly CountedStay[],
  places: readonly CountedPlace[],
  years: { readonly first: number; readonly last: number },
): YearlyCounts {
  const cities = [...new Set([...stays, ...places].map(({ cityId }) => cityId))].sort();
  const all = Array.from(
    { length: Math.max(0, years.last - years.first + 1) },
    (_, i) => years.first + i,
  );
  const whole = { from: yearSpan(years.first).from, until: yearSpan(years.last).until };
  const placesOf = Map.groupBy(places, ({ cityId }) => cityId);
  const staysOf = Map.groupBy(stays, ({ cityId }) => cityId);
  return {
    cityYears: cities.flatMap((cityId) =>
      all.flatMap((year) => {
        const counts = countsIn(
          staysOf.get(cityId) ?? [],
          placesOf.get(cityId) ?? [],
          yearSpan(year),
        );
        return counts.stays === 0 && counts.availableNights === 0
          ? []
          : [{ cityId, year, ...counts }];
      }),
    ),
    years: all.map((year) => ({ year, ...countsIn(stays, places, yearSpan(year)) })),
    cities: cities.map((cityId) => ({
      cityId,
      ...countsIn(staysOf.get(cityId) ?? [], placesOf.get(cityId) ?? [], whole),
    })),
    total: countsIn(stays, places, whole),
  };
}

/** The figures of any stays and places in a window; `yearlyCounts` is this, cell by cell. */
export function countsIn(
  stays: readonly CountedStay[],
  places: readonly CountedPlace[],
  within: DateSpan,
): Counts {
  const persons = new Set<string>();
  let stayCount = 0;
  let nights = 0;
  for (const { defenderId, used } of stays) {
    const part = intersect(used, within);
    if (part === null) continue;
    persons.add(defenderId);
    stayCount += 1;
    nights += nightsIn(part);
  }
  let availableNights = 0;
  let occupiedNights = 0;
  for (const place of places) {
    const use = occupancy(place, within);
    availableNights += use.availableNights;
    occupiedNights += use.occupiedNights;
  }
  return {
    persons: persons.size,
    stays: stayCount,
    nights,
    availableNights,
    occupancyShare: availableNights === 0 ? null : occupiedNights / availableNights,
  };
}

/** Does a stay count in this year? */
export function countsInYear(stay: CountedStay, year: number): boolean {
  return clampToYear(stay.used, year) !== null;
}
