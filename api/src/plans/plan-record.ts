import type { PlanStatus } from '@shelter-city/contract/plans';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import type { Placement } from '@shelter-city/domain/matching/city-option';
import type { DecidedFacts } from '@shelter-city/domain/planning/decided-facts';

/** One of a draft's cohort, as the database has them. */
export type PersonRecord = {
  readonly defenderId: string;
  readonly pinned: boolean;
  readonly bannedCityIds: readonly string[];
  readonly seat: Placement | null;
  readonly before: Placement | null;
  readonly options: number | null;
  readonly decidedOn: DecidedFacts | null;
  readonly stayId: string | null;
  /** The city of the seat that fairness between cities moved the person from. */
  readonly evenedFromCityId: string | null;
};

/** A draft without its people, as a list shows it. Moments are ISO texts in UTC. */
export type PlanLineRecord = {
  readonly id: string;
  readonly name: string;
  /** A run that nobody answers for any more was stopped. */
  readonly status: PlanStatus;
  readonly arrivals: DateSpan;
  readonly placesKeptFree: number;
  readonly madeBy: { readonly id: string; readonly displayName: string };
  readonly changedAt: string;
  readonly plannedAt: string | null;
  readonly publishedAt: string | null;
  readonly people: number;
  readonly placed: number;
  readonly worth: number | null;
  readonly bound: number | null;
  readonly morePeopleAtMost: number | null;
  readonly version: number;
};

/** A draft with its people. */
export type PlanRecord = PlanLineRecord & {
  readonly phase: string | null;
  readonly placedSoFar: number | null;
  readonly rulesVersion: number | null;
  readonly weightsVersion: number | null;
  readonly cohort: readonly PersonRecord[];
};

/** What a coordinator says of a draft. */
export type PlanWords = { readonly name: string; readonly from: CalendarDate; readonly until: CalendarDate; readonly placesKeptFree: number };
