import type { AccessNeed, LanguageLevel, Track } from '@shelter-city/contract/vocabulary';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { AgeBand, CityPart } from '@shelter-city/domain/disclosure/city-parts';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import type { Stay } from '@shelter-city/domain/stays/stay';

/** A stay with everything its own city could be shown in any phase; what it is shown is the presenter's. */
export type CityStayRecord = Stay & {
  readonly version: number;
  readonly codeName: string;
  readonly isSelected: boolean;
  readonly place: { readonly id: string; readonly label: string };
  readonly householdSize: number;
  readonly languages: readonly { readonly language: string; readonly level: LanguageLevel }[];
  readonly interpreter: string | null;
  readonly needs: readonly AccessNeed[];
  readonly track: Track | null;
  readonly why: string | null;
  readonly proposedOn: CalendarDate | null;
  readonly answeredOn: CalendarDate | null;
  readonly returnReviewedOn: CalendarDate | null;
  readonly offered: DateSpan | null;
  readonly instructions: readonly string[];
  /** All that a city knows of the days of a proposal. */
  readonly arrivalMonth: string;
  readonly nights: number;
  readonly companions: readonly AgeBand[];
  readonly sharesName: boolean;
  readonly sharesContact: boolean;
  /** The sealed parts that the row policies open to the city now. */
  readonly parts: readonly CityPart[];
};

/** What a city's answer writes; what isn't named stays. */
export type CityStayFacts = {
  readonly status?: 'CONFIRMED' | 'DECLINED' | 'IN_STAY' | 'DEPARTED';
  readonly actualArrival?: CalendarDate;
  readonly actualDeparture?: CalendarDate;
  readonly reasonCode?: string;
  readonly reasonNote?: string | null;
  readonly answeredAt?: Date;
  readonly holdExpiresAt?: null;
  readonly offered?: DateSpan | null;
};

/** What of a city's capacity waits for the city, or isn't known yet. */
export type CapacitySummary = {
  readonly unanswered: number;
  readonly unconfirmed: number;
  readonly confirmedUntil: CalendarDate | null;
  readonly languagesKnown: boolean;
  readonly careKnown: boolean;
  readonly stepFreeKnown: boolean;
  readonly quietKnown: boolean;
  readonly dietKnown: boolean;
  readonly addressesKnown: boolean;
  readonly nextYearConfirmed: boolean;
};
