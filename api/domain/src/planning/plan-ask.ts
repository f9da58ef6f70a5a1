import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { DateSpan } from '../calendar/date-span.ts';
import type { Placement } from '../matching/city-option.ts';
import type { MatchCity, MatchDefender } from '../matching/match-input.ts';

/** One of a cohort. */
export type AskedPerson = {
  readonly defender: MatchDefender;
  /** Days on which the person can arrive, both included. */
  readonly window: { readonly earliest: CalendarDate; readonly latest: CalendarDate };
  readonly lengthNights: number;
  /** Where a coordinator wants the person to stay, come what may. */
  readonly pinned: Placement | null;
  /** Cities a coordinator wants the person not to be in. */
  readonly bannedCities: readonly string[];
  /** Where an earlier plan had the person: tried again, whatever other days are. */
  readonly kept: Placement | null;
};

/** Two of the cohort who must not be in one city at a time; who may know of it is nobody's business here. */
export type PairApart = readonly [string, string];

/**
 * Everything a plan for a cohort is made from, as plain data.
 *
 * Units   `arrivals` are days of arrival, half-open; people, cities and places are known by their ids.
 */
export type PlanAsk = {
  readonly today: CalendarDate;
  readonly arrivals: DateSpan;
  readonly cities: readonly MatchCity[];
  readonly people: readonly AskedPerson[];
  readonly apart: readonly PairApart[];
  /** So many places stay free on every night, for whoever must come at once. */
  readonly placesKeptFree: number;
  /** Whether where people were is kept wherever that leaves nobody out. */
  readonly keeps: boolean;
};

/** Where a plan has somebody. */
export type PlannedSeat = Placement & { readonly defenderId: string };
