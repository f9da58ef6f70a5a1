import type { BlockReason, Track } from '../capacity/capacity-status.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AccessNeed, PublicityLevel, Theme } from '../defenders/profile-words.ts';

/** What a rule says of one placement. Only a hard rule blocks; only a soft rule is weaker. */
export const verdicts = ['FITS', 'WEAKER', 'UNKNOWN', 'BLOCKED'] as const;
export type Verdict = (typeof verdicts)[number];

/** Every rule of matching, in the order in which a page shows them. `HIDDEN_RULE` stands for one the reader may not see. */
export const matchRules = [
  'CAPACITY',
  'ARRIVAL_WINDOW',
  'LENGTH',
  'VISA_DAYS',
  'PASSPORT',
  'VISA_LEAD_TIME',
  'OTHER_STAY',
  'HIDDEN_RULE',
  'RISK_CITY',
  'RISK_NEARBY',
  'STEP_FREE',
  'WOMEN_ONLY',
  'SLEEPS_ALONE',
  'HOUSEHOLD',
  'TRACK',
  'SCREENING',
  'GUESTS_AT_ONCE',
  'INTERPRETER_LOAD',
  'URGENCY',
  'LANGUAGE',
  'WISHES',
  'EXPERTISE',
  'CARE_NEARBY',
  'PRACTICAL_NEEDS',
  'CITY_LOAD',
  'AGREEMENT',
  'FAIRNESS',
  'PUBLICITY',
] as const;
export type MatchRule = (typeof matchRules)[number];

/** Where a fact comes from. */
export const factSources = [
  'CAPACITY',
  'STAYS',
  'DEFENDER_PROFILE',
  'CITY_PROFILE',
  'PLACE_PROFILE',
  'RISK_NOTE',
  'PROGRAMME_RULE',
] as const;
export type FactSource = (typeof factSources)[number];

/** The fact behind a verdict, in codes and numbers; the web says it in the reader's language. */
export type Fact =
  // Capacity and days
  | {
      readonly code: 'PLACE_FREE';
      readonly params: { readonly from: CalendarDate; readonly until: CalendarDate };
    }
  | {
      readonly code: 'CAPACITY_UNCONFIRMED';
      readonly params: { readonly from: CalendarDate; readonly until: CalendarDate };
    }
  | { readonly code: 'NO_CAPACITY_THEN' }
  | { readonly code: 'PLACE_TAKEN'; readonly params: { readonly freeFrom: CalendarDate | null } }
  | {
      readonly code: 'PLACE_BLOCKED';
      readonly params: {
        readonly reason: BlockReason;
        readonly from: CalendarDate;
        readonly until: CalendarDate;
      };
    }
  | { readonly code: 'CLEANING_GAP'; readonly params: { readonly gapDays: number } }
  | { readonly code: 'ARRIVAL_IN_WINDOW'; readonly params: { readonly arrival: CalendarDate } }
  | { readonly code: 'ARRIVAL_TOO_EARLY'; readonly params: { readonly earliest: CalendarDate } }
  | { readonly code: 'ARRIVAL_TOO_LATE'; readonly params: { readonly latest: CalendarDate } }
  | { readonly code: 'LENGTH_ALLOWED'; readonly params: { readonly nights: number } }
  | {
      readonly code: 'LENGTH_TOO_LONG';
      readonly params: { readonly nights: number; readonly latestDeparture: CalendarDate };
    }
  | { readonly code: 'LENGTH_ZERO' }
  // The person's papers and other stays
  | {
      readonly code: 'VISA_DAYS_LEFT';
      readonly params: { readonly daysUsed: number; readonly daysLeft: number };
    }
  | {
      readonly code: 'VISA_DAYS_OVER';
      readonly params: {
        readonly firstDayOver: CalendarDate;
        readonly daysOver: number;
        readonly latestDeparture: CalendarDate | null;
      };
    }
  | {
      readonly code: 'VISA_DAYS_NOT_COUNTED' | 'VISA_OF_LIMITED_TERRITORY';
      readonly params: { readonly validUntil: CalendarDate };
    }
  | {
      readonly code: 'VISA_DAYS_UNDER_SEVERAL';
      readonly params: {
        readonly notCounted: number;
        readonly limited: number;
        readonly daysUsed: number;
        readonly daysLeft: number;
      };
    }
  | { readonly code: 'VISA_DAYS_NOT_KNOWN' }
  | { readonly code: 'PASSPORT_VALID'; readonly params: { readonly validUntil: CalendarDate } }
  | {
      readonly code: 'PASSPORT_SHORTER_THAN_WISHED';
      readonly params: { readonly validUntil: CalendarDate; readonly wishedUntil: CalendarDate };
    }
  | {
      readonly code: 'PASSPORT_TOO_SHORT';
      readonly params: { readonly validUntil: CalendarDate; readonly requiredUntil: CalendarDate };
    }
  | { readonly code: 'PASSPORT_NOT_KNOWN' }
  | { readonly code: 'VISA_NOT_NEEDED' }
  | { readonly code: 'VISA_GRANTED' }
  | { readonly code: 'VISA_IN_TIME'; readonly params: { readonly readyOn: CalendarDate } }
  | { readonly code: 'VISA_TOO_LATE'; readonly params: { readonly readyOn: CalendarDate } }
  | { readonly code: 'VISA_LEAD_TIME_NOT_KNOWN' }
  | { readonly code: 'NO_OTHER_STAY' }
  | {
      readonly code: 'OTHER_STAY_THEN';
      readonly params: { readonly from: CalendarDate; readonly until: CalendarDate };
    }
  // Risk: never more than that there is a rule
  | { readonly code: 'HIDDEN_RULE' }
  | { readonly code: 'RISK_CITY_TO_AVOID' }
  | { readonly code: 'CITY_WITHHELD' }
  | { readonly code: 'RISK_GUEST_NEARBY' }
  | { readonly code: 'NO_RISK_RULE' }
  // The place
  | {
      readonly code: 'NEED_MET' | 'NEED_NOT_MET' | 'NEED_NOT_RECORDED';
      readonly params: { readonly need: AccessNeed };
    }
  | { readonly code: 'PLACE_FOR_WOMEN' }
  | { readonly code: 'PLACE_FOR_WOMEN_ONLY' }
  | { readonly code: 'GENDER_NOT_SAID' }
  | {
      readonly code: 'ROOM_ENOUGH' | 'ROOM_TOO_SMALL';
      readonly params: { readonly people: number; readonly sleeps: number };
    }
  | { readonly code: 'ROOM_NOT_RECORDED'; readonly params: { readonly people: number } }
  | { readonly code: 'HOUSEHOLD_NOT_KNOWN' }
  | { readonly code: 'TRACK_SUITS'; readonly params: { readonly track: Track } }
  | { readonly code: 'TRACK_KEPT_FOR_OTHERS'; readonly params: { readonly track: Track } }
  // The city
  | { readonly code: 'SCREENING_IN_TIME'; readonly params: { readonly readyOn: CalendarDate } }
  | { readonly code: 'SCREENING_TOO_LATE'; readonly params: { readonly readyOn: CalendarDate } }
  | {
      readonly code: 'GUESTS_AT_ONCE_OK' | 'GUESTS_AT_ONCE_FULL';
      readonly params: { readonly atMost: number };
    }
  | { readonly code: 'INTERPRETER_FREE' }
  | { readonly code: 'INTERPRETER_TAKEN' }
  // Soft
  | {
      readonly code: 'ARRIVES_AFTER_READY';
      readonly params: { readonly days: number; readonly urgent: boolean };
    }
  | { readonly code: 'LANGUAGE_SHARED'; readonly params: { readonly languages: readonly string[] } }
  | {
      readonly code: 'LANGUAGE_NOT_SHARED';
      readonly params: { readonly languages: readonly string[] };
    }
  | {
      readonly code: 'LANGUAGE_NOT_RECORDED';
      readonly params: { readonly languages: readonly string[] };
    }
  | { readonly code: 'CITY_PREFERRED' }
  | { readonly code: 'CITY_NOT_WISHED' }
  | { readonly code: 'THEMES_SHARED'; readonly params: { readonly themes: readonly Theme[] } }
  | { readonly code: 'THEMES_NOT_SHARED' }
  | { readonly code: 'THEMES_NOT_RECORDED' }
  | {
      readonly code: 'GUESTS_A_YEAR_OK' | 'GUESTS_A_YEAR_REACHED';
      readonly params: { readonly year: number; readonly guests: number; readonly atMost: number };
    }
  | { readonly code: 'AGREEMENT_VALID'; readonly params: { readonly until: CalendarDate } }
  | { readonly code: 'AGREEMENT_ENDS'; readonly params: { readonly until: CalendarDate } }
  | {
      readonly code: 'LOAD_FAIR' | 'LOAD_HIGH';
      readonly params: { readonly usedNights: number; readonly offeredNights: number };
    }
  | { readonly code: 'PUBLICITY_SUITS'; readonly params: { readonly consent: PublicityLevel } }
  | {
      readonly code: 'PUBLICITY_LESS_THAN_CITY_WANTS';
      readonly params: { readonly consent: PublicityLevel };
    }
  | { readonly code: 'PUBLICITY_NOT_RECORDED' };

/** Every code a fact can have; the web's catalogue has a sentence for each. */
export type FactCode = Fact['code'];

/** Whom to ask when a fact is missing: the question itself follows from the fact. */
export type Ask = { readonly whom: 'CITY' | 'DEFENDER' | 'COORDINATOR' };

/** One rule's answer for one placement, with its fact, where it comes from and how old it is. */
export type Finding = {
  readonly rule: MatchRule;
  readonly verdict: Verdict;
  readonly fact: Fact;
  readonly source: FactSource;
  /** The day on which the fact was last recorded, or `null` when nothing is recorded or nothing may be said. */
  readonly asOf: CalendarDate | null;
  readonly ask?: Ask;
};
