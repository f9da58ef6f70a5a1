import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Role } from '../accounts/roles.ts';
import type { StayStatus } from './stay-status.ts';

/** What the rules read of a stay. Planned and actual days are both kept. */
export type Stay = {
  readonly id: string;
  readonly defenderId: string;
  readonly placeId: string;
  readonly cityId: string;
  readonly status: StayStatus;
  readonly plannedArrival: CalendarDate;
  readonly plannedDeparture: CalendarDate;
  readonly actualArrival: CalendarDate | null;
  readonly actualDeparture: CalendarDate | null;
  /** The last day on which the place is held; from the next day on the proposal lapses. */
  readonly holdUntil: CalendarDate | null;
};

/** Who asks for a change: an account, or the timed job that lets proposals lapse. */
export type StayActor =
  | { readonly role: Role; readonly cityId: string | null }
  | { readonly role: 'TIMED_JOB'; readonly cityId: null };
