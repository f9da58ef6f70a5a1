import { addDays, daysBetween, type CalendarDate } from '../calendar/calendar-date.ts';
import { intersect, intersectAll, nightsIn, type DateSpan } from '../calendar/date-span.ts';
import { freeSpans } from '../capacity/free-spans.ts';
import { bandOf, daysOfPlan } from './fair-parts.ts';
import type { PlanAsk, PlannedSeat } from './plan-ask.ts';

/** Fairness is looked at over so many days as well as over the whole plan. */
export const fairWeeksDays = 84;

/** What a plan asks of a city in twelve weeks. Units: nights. */
export type WeeksPart = { readonly from: CalendarDate; readonly openNights: number; readonly plannedNights: number };

/** The twelve weeks of a plan in which a city is asked for most and for least of what it has open, and those that are furthest from fair. */
export type FairWeeks = {
  readonly cityId: string;
  readonly fullest: WeeksPart;
  readonly emptiest: WeeksPart;
  /** `null` where the city is asked for its fair part in any twelve weeks. */
  readonly outside: (WeeksPart & { readonly least: number; readonly most: number }) | null;
};

/** How many nights of a city lie before each day. */
type Sums = { readonly cityId: string; readonly open: Int32Array; readonly planned: Int32Array };

/**
 * Fairness over any twelve weeks that begin and end inside the plan's days: of all nights that the plan needs in them, the
 * part that each city has of all that are open then, one stay of average length more or less. A city with nothing open in
 * some twelve weeks is left out of them; one that never has anything open, or a plan of fewer days, has none to tell of.
 *
 * Units   nights; of equal ones the earliest weeks.
 * Source  "person-weeks per open place-week and city kept in a band, also over any 12 weeks".
 */
export function fairWeeks(ask: Pick<PlanAsk, 'cities' | 'arrivals' | 'people'>, seats: readonly PlannedSeat[]): FairWeeks[] {
  const within = daysOfPlan(ask);
  const windows = nightsIn(within) - fairWeeksDays + 1;
  if (windows <= 1) return [];
  const aStay = seats.length === 0 ? 0 : Math.min(fairWeeksDays, seats.reduce((sum, { span }) => sum + nightsIn(span), 0) / seats.length);
  const cities = sumsOf(ask.cities, within, seats);
  const found = new Map<string, FairWeeks>();
  for (let at = 0; at < windows; at += 1) {
    const from = addDays(within.from, at);
    const parts = cities
      .map(({ cityId, open, planned }) => ({ cityId, part: { from, openNights: inWindow(open, at), plannedNights: inWindow(planned, at) } }))
      .filter(({ part }) => part.openNights > 0);
    const openInAll = parts.reduce((sum, { part }) => sum + part.openNights, 0);
    const needed = parts.reduce((sum, { part }) => sum + part.plannedNights, 0);
    for (const { cityId, part } of parts) {
      const known = found.get(cityId) ?? { cityId, fullest: part, emptiest: part, outside: null };
      const judged = { ...part, ...bandOf({ openNights: part.openNights, openInAll }, needed, aStay) };
      found.set(cityId, {
        cityId,
        fullest: shareOf(part) > shareOf(known.fullest) ? part : known.fullest,
        emptiest: shareOf(part) < shareOf(known.emptiest) ? part : known.emptiest,
        outside: nightsOutside(judged) > nightsOutside(known.outside) ? judged : known.outside,
      });
    }
  }
  return ask.cities.flatMap(({ cityId }) => found.get(cityId) ?? []);
}

/** By how many nights a city is asked for less or more than is fair in some twelve weeks. */
export function nightsOutside(part: FairWeeks['outside']): number {
  return part === null ? 0 : Math.max(0, part.least - part.plannedNights, part.plannedNights - part.most);
}

const shareOf = ({ openNights, plannedNights }: WeeksPart): number => plannedNights / openNights;
const inWindow = (sums: Int32Array, at: number): number => (sums[at + fairWeeksDays] ?? 0) - (sums[at] ?? 0);

function sumsOf(cities: PlanAsk['cities'], within: DateSpan, seats: readonly PlannedSeat[]): Sums[] {
  const seatsAt = Map.groupBy(seats, ({ placeId }) => placeId);
  return cities.map(({ cityId, places, gapDays }) => ({
    cityId,
    open: nightsBefore(within, places.flatMap((place) => intersectAll(freeSpans(place, gapDays), [within]))),
    planned: nightsBefore(within, places.flatMap(({ placeId }) => (seatsAt.get(placeId) ?? []).flatMap(({ span }) => intersect(span, within) ?? []))),
  }));
}

function nightsBefore(within: DateSpan, spans: readonly DateSpan[]): Int32Array {
  const days = nightsIn(within);
  const steps = new Int32Array(days + 1);
  const step = (day: CalendarDate, by: 1 | -1) => {
    const at = daysBetween(within.from, day);
    steps[at] = (steps[at] ?? 0) + by;
  };
  for (const { from, until } of spans) {
    step(from, 1);
    step(until, -1);
  }
  const sums = new Int32Array(days + 1);
  let each = 0;
  for (let day = 0; day < days; day += 1) {
    each += steps[day] ?? 0;
    sums[day + 1] = (sums[day] ?? 0) + each;
  }
  return sums;
}
