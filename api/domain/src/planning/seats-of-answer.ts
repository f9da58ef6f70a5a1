import { dateOfEpochDay, epochDayOf } from '../calendar/calendar-date.ts';
import { pinnedSeats, type BuiltPlan } from './build-plan-input.ts';
import type { AskedPerson, PlannedSeat } from './plan-ask.ts';

/** Where a planner placed somebody: indices into what it was given, days as there. */
export type AnsweredSeat = { readonly person: number; readonly place: number; readonly from: number; readonly until: number };

/** The seats of a plan in ids and days, the pinned ones included. */
export function seatsOfAnswer({ input, people }: Pick<BuiltPlan, 'input' | 'people'>, answered: readonly AnsweredSeat[], cohort: readonly AskedPerson[]): PlannedSeat[] {
  const placed = answered.flatMap(({ person, place, from, until }) => {
    const defenderId = people[person]?.defender.defenderId;
    const placeId = input.places[place]?.id;
    return defenderId === undefined || placeId === undefined ? [] : [{ defenderId, placeId, span: { from: dateOfEpochDay(from), until: dateOfEpochDay(until) } }];
  });
  return [...pinnedSeats(cohort), ...placed];
}

/**
 * The seats as a planner takes them; `null` when one of them no longer keeps the rules, so that there is nothing to ask
 * about before the plan is made anew. The pinned are guests there, not seats.
 */
export function seatsForPlanner({ input }: Pick<BuiltPlan, 'input'>, seats: readonly PlannedSeat[], cohort: readonly AskedPerson[]): AnsweredSeat[] | null {
  const pinned = new Set(pinnedSeats(cohort).map(({ defenderId }) => defenderId));
  const found: AnsweredSeat[] = [];
  for (const { defenderId, placeId, span } of seats.filter((seat) => !pinned.has(seat.defenderId))) {
    const person = input.people.findIndex(({ id }) => id === defenderId);
    const place = input.places.findIndex(({ id }) => id === placeId);
    const start = input.people[person]?.starts.indexOf(epochDayOf(span.from)) ?? -1;
    if ((input.people[person]?.worth[place]?.[start] ?? -1) < 0) return null;
    found.push({ person, place, from: epochDayOf(span.from), until: epochDayOf(span.until) });
  }
  return found;
}
