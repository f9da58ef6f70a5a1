import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { DateSpan } from '../calendar/date-span.ts';
import type { Ask, FactCode, Finding, MatchRule, Verdict } from './finding.ts';

/** What can be said of a whole city, best first. `FULL`: all would fit but other guests have the nights. */
export const cityVerdicts = ['FITS', 'UNKNOWN', 'FULL', 'BLOCKED'] as const;
export type CityVerdict = (typeof cityVerdicts)[number];

/** A place and the nights someone could have there. */
export type Placement = { readonly placeId: string; readonly span: DateSpan };

/** A stay shorter than this is never offered as the way out: it is too short to come to rest. Units: nights. */
export const shortestNightsOffered = 14;

/**
 * One change that would help; security rules are never among them. `rule` is the one that it lifts; with `null` the city
 * fits then.
 */
export type NeededChange =
  | {
      readonly change: 'OTHER_ARRIVAL';
      readonly placement: Placement;
      readonly daysMoved: number;
      readonly rule: MatchRule | null;
    }
  | {
      readonly change: 'SHORTER_LENGTH';
      readonly placement: Placement;
      readonly nights: number;
      readonly rule: MatchRule | null;
    }
  | { readonly change: 'OTHER_PLACE'; readonly placeId: string; readonly rule: MatchRule }
  | { readonly change: 'LONGER_PASSPORT'; readonly validUntil: CalendarDate }
  | { readonly change: 'CONFIRM_CAPACITY'; readonly placement: Placement }
  | { readonly change: 'NEXT_FREE_DATE'; readonly placeId: string; readonly freeFrom: CalendarDate }
  | {
      readonly change: 'ANSWER';
      readonly rule: MatchRule;
      readonly code: FactCode;
      readonly ask: Ask;
    };

/** The explained answer for one city. */
export type CityOption = {
  readonly cityId: string;
  readonly verdict: CityVerdict;
  /** The best place and the earliest nights that fit; for a city that doesn't, the nearest miss. `null` without places. */
  readonly best: Placement | null;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Every rule's answer for `best`, in the rules' order; each failing rule is kept, not only the first. */
  readonly findings: readonly Finding[];
  /** Later arrivals in the person's window in other places of this city. */
  readonly ifWeWait: readonly Placement[];
  readonly whatWouldHaveToChange: readonly NeededChange[];
};

/** Rises by one whenever a rule changes its answers, so that an old list can say by which rules it was made. */
export const rulesVersion = 3;
