import type { BlockReason, PlaceKind, Track } from '../capacity/capacity-status.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { DateSpan } from '../calendar/date-span.ts';
import type {
  AccessNeed,
  Gender,
  LanguageLevel,
  PublicityLevel,
  Theme,
} from '../defenders/profile-words.ts';
import type { RiskConstraints } from '../risk/constraints-of-notes.ts';
import type { HeldVisa } from '../visa/held-visa.ts';
import type { SchengenPresence } from '../visa/ninety-in-one-eighty.ts';

/** A language someone speaks. `code` is BCP 47 (`fr`, `ar`, `es`). */
export type SpokenLanguage = { readonly code: string; readonly level: LanguageLevel };

/** What matching reads of a defender: needs and wishes, never a name, a nationality or a diagnosis. */
export type MatchDefender = {
  readonly defenderId: string;
  /** When the profile was last confirmed; every finding about it says so. */
  readonly profileAsOf: CalendarDate;
  /** Read only where a place or a need requires it; `null` or `NOT_SAID` is unknown. */
  readonly gender: Gender | null;
  readonly languages: readonly SpokenLanguage[];
  readonly interpreterNeeded: boolean;
  readonly accessNeeds: readonly AccessNeed[];
  /** Dependants who come along; 0 for someone alone. `null` when nobody asked. */
  readonly companions: number | null;
  readonly themes: readonly Theme[];
  readonly citiesPreferred: readonly string[];
  readonly citiesToAvoid: readonly string[];
  /** The most publicity the person agreed to. */
  readonly publicity: PublicityLevel;
  /** The person's own track, or `null` for the general programme. */
  readonly track: Track | null;
  readonly passportValidUntil: CalendarDate | null;
  readonly visa: {
    /** `null` when nobody has asked yet. */
    readonly needed: boolean | null;
    /** The visas and permits that the person holds; a stay that they cover needs no lead time. */
    readonly held: readonly HeldVisa[];
    /** Days the consulate takes; `null` when not known. */
    readonly leadTimeDays: number | null;
  };
  /**
   * Every known presence in the Schengen area, past and planned, **without** the stays in `otherStays`;
   * `null` when nobody has asked yet.
   */
  readonly presences: readonly SchengenPresence[] | null;
  /** Nights of the person's other occupying stays, anywhere. */
  readonly otherStays: readonly DateSpan[];
  readonly risk: RiskConstraints;
};

/** Nights that an occupying stay takes. */
export type OccupiedSpan = DateSpan & {
  readonly defenderId: string;
  readonly interpreterNeeded: boolean;
};

/** One place: exactly one guest with companions at a time. `null` is "not recorded", never "no". */
export type MatchPlace = {
  readonly placeId: string;
  readonly kind: PlaceKind;
  readonly profileAsOf: CalendarDate | null;
  readonly stepFree: boolean | null;
  readonly quiet: boolean | null;
  readonly prayerSpace: boolean | null;
  readonly dietPossible: boolean | null;
  readonly womenOnly: boolean;
  /** The guest has the place alone, not shared. */
  readonly alone: boolean | null;
  /** How many people can live there, the guest included. */
  readonly sleeps: number | null;
  /** A place kept for a track takes only guests of that track. */
  readonly track: Track | null;
  readonly confirmed: readonly (DateSpan & {
    readonly confirmedOn: CalendarDate;
    readonly track: Track | null;
  })[];
  /** Asked for or offered, and not signed by the city. */
  readonly unconfirmed: readonly DateSpan[];
  readonly blocked: readonly (DateSpan & { readonly reason: BlockReason })[];
  readonly occupied: readonly OccupiedSpan[];
};

/** One host city with its places. `null` is "not recorded", never "no". */
export type MatchCity = {
  readonly cityId: string;
  readonly profileAsOf: CalendarDate | null;
  /** Languages in which daily life and care are possible there, as BCP 47 codes. */
  readonly languages: readonly string[] | null;
  readonly themes: readonly Theme[] | null;
  readonly specialisedCare: boolean | null;
  /** Days the city's own screening takes before an arrival; 0 when it has none. */
  readonly screeningDays: number;
  /** Does the city want its guests in public? `null` when not recorded. */
  readonly publicEvents: 'NONE' | 'SMALL' | 'OPEN' | null;
  /** Nights left empty between two guests of one place. */
  readonly gapDays: number;
  readonly guestsAtOnceAtMost: number | null;
  readonly guestsAYearAtMost: number | null;
  readonly agreementUntil: CalendarDate | null;
  /** Nights guests use and nights the city offered in the last twelve months: the fairness figure. */
  readonly load: { readonly usedNights: number; readonly offeredNights: number };
  readonly places: readonly MatchPlace[];
};

/**
 * Everything that matching reads, as plain data; it reads nothing else, so the same input gives the same answer.
 *
 * Units   `window` holds arrival **days**, both included; `lengthNights` are nights; spans are half-open.
 */
export type MatchInput = {
  readonly today: CalendarDate;
  readonly defender: MatchDefender;
  readonly window: { readonly earliest: CalendarDate; readonly latest: CalendarDate };
  readonly lengthNights: number;
  readonly cities: readonly MatchCity[];
};
