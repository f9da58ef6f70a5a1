import { addDays } from '../calendar/calendar-date.ts';
import { nightsIn } from '../calendar/date-span.ts';
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

/**
 * What is fair to ask of each city: of all nights that the plan needs, the part that the city has of all nights that are
 * offered, and one stay of average length more or less, because nobody stays in halves.
 *
 * Units   nights; whole numbers, the least rounded down and the most up.
 * Source  "person-weeks per open place-week and city kept in a band".
 */
export function fairParts({ cities, arrivals, people }: Pick<PlanAsk, 'cities' | 'arrivals' | 'people'>, seats: readonly PlannedSeat[]): FairPart[] {
  const longest = people.reduce((most, { lengthNights }) => Math.max(most, lengthNights), 0);
  const within = { from: arrivals.from, until: addDays(arrivals.until, Math.max(0, longest - 1)) };
  const open = new Map(cities.map(({ cityId, places, gapDays }) => [cityId, places.reduce((sum, place) => sum + freeNights(place, within, gapDays), 0)]));
  const openInAll = [...open.values()].reduce((sum, nights) => sum + nights, 0);
  const planned = nightsByCity(cities, seats);
  const needed = seats.reduce((sum, { span }) => sum + nightsIn(span), 0);
  const aStay = seats.length === 0 ? 0 : needed / seats.length;
  return cities.map(({ cityId }) => {
    const [openNights, plannedNights] = [open.get(cityId) ?? 0, planned.get(cityId) ?? 0];
    const fair = openInAll === 0 ? 0 : (needed * openNights) / openInAll;
    const [least, most] = [Math.max(0, Math.floor(fair - aStay)), Math.ceil(fair + aStay)];
    if (openNights === 0) return { cityId, openNights, plannedNights, least: 0, most: 0, side: 'NOTHING_OFFERED' };
    return { cityId, openNights, plannedNights, least, most, side: plannedNights < least ? 'BELOW' : plannedNights > most ? 'ABOVE' : 'WITHIN' };
  });
}

/** By how many nights all cities together are asked for less or more than their fair part. */
export function nightsOutOfBand(parts: readonly FairPart[]): number {
  return parts.reduce((sum, { side, plannedNights, least, most }) => (side === 'NOTHING_OFFERED' ? sum : sum + Math.max(0, least - plannedNights, plannedNights - most)), 0);
}
