import { dateOfEpochDay } from '../calendar/calendar-date.ts';
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

/** How many more people any plan could place than one of this worth. */
export function morePeopleAtMost({ worth, bound }: { readonly worth: number; readonly bound: number }, placed: number): number {
  return Math.max(0, Math.floor((bound - worth) / placed));
}
