import { addDays } from '../calendar/calendar-date.ts';
import { nightsIn, type DateSpan } from '../calendar/date-span.ts';
import { freeNights } from '../capacity/free-spans.ts';
import { nightsByCity } from './nights-by-city.ts';
import type { PlanAsk, PlannedSeat } from './plan-ask.ts';

/** Whether a city is asked for its fair part of a plan. NOTHING_OFFERED: it has no night free, so nothing would be fair. */
export const fairSides = ['WITHIN', 'BELOW', 'ABOVE', 'NOTHING_OFFERED'] as const;
export type FairSide = (typeof fairSides)[number];

/** What a plan asks of one city, beside what is fair. Units: nights. */
export type FairPart = {
  readonly cityId: string;
  /** Confirmed, open and not taken, between the first arrival and the last departure that the plan allows. */
  readonly openNights: number;
  readonly plannedNights: number;
  readonly least: number;
  readonly most: number;
  readonly side: FairSide;
};

/** The days of a plan: from the first arrival that it allows to the last departure. */
export function daysOfPlan({ arrivals, people }: Pick<PlanAsk, 'arrivals' | 'people'>): DateSpan {
  const longest = people.reduce((most, { lengthNights }) => Math.max(most, lengthNights), 0);
  return { from: arrivals.from, until: addDays(arrivals.until, Math.max(0, longest - 1)) };
}

/** Between which nights a city is asked for its part of all that are needed: a stay more or less, because nobody stays in halves. */
export function bandOf(open: { readonly openNights: number; readonly openInAll: number }, needed: number, aStay: number): { readonly least: number; readonly most: number } {
  const fair = open.openInAll === 0 ? 0 : (needed * open.openNights) / open.openInAll;
  return { least: Math.max(0, Math.floor(fair - aStay)), most: Math.ceil(fair + aStay) };
}

/**
 * What is fair to ask of each city: of all nights that the plan needs, the part that the city has of all nights that are
 * offered, and one stay of average length more or less, because nobody stays in halves.
 *
 * Units   nights; whole numbers, the least rounded down and the most up.
 * Source  "person-weeks per open place-week and city kept in a band".
 */
export function fairParts({ cities, arrivals, people }: Pick<PlanAsk, 'cities' | 'arrivals' | 'people'>, seats: readonly PlannedSeat[]): FairPart[] {
  const within = daysOfPlan({ arrivals, people });
  const open = new Map(cities.map(({ cityId, places, gapDays }) => [cityId, places.reduce((sum, place) => sum + freeNights(place, within, gapDays), 0)]));
  const openInAll = [...open.values()].reduce((sum, nights) => sum + nights, 0);
  const planned = nightsByCity(cities, seats);
  const needed = seats.reduce((sum, { span }) => sum + nightsIn(span), 0);
  const aStay = seats.length === 0 ? 0 : needed / seats.length;
  return cities.map(({ cityId }) => {
    const [openNights, plannedNights] = [open.get(cityId) ?? 0, planned.get(cityId) ?? 0];
    const { least, most } = bandOf({ openNights, openInAll }, needed, aStay);
    if (openNights === 0) return { cityId, openNights, plannedNights, least: 0, most: 0, side: 'NOTHING_OFFERED' };
    return { cityId, openNights, plannedNights, least, most, side: plannedNights < least ? 'BELOW' : plannedNights > most ? 'ABOVE' : 'WITHIN' };
  });
}

/** By how many nights all cities together are asked for less or more than their fair part. */
export function nightsOutOfBand(parts: readonly FairPart[]): number {
  return parts.reduce((sum, { side, plannedNights, least, most }) => (side === 'NOTHING_OFFERED' ? sum : sum + Math.max(0, least - plannedNights, plannedNights - most)), 0);
}
