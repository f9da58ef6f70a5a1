import type { Track } from '@shelter-city/contract/vocabulary';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import type { StayDays } from '@shelter-city/domain/stays/occupied-nights';
import type { Stay } from '@shelter-city/domain/stays/stay';
import type { HeldVisa } from '@shelter-city/domain/visa/held-visa';
import type { SchengenPresence } from '@shelter-city/domain/visa/ninety-in-one-eighty';
import type { KeptDecision } from './kept-decision.ts';

/** A stay with what its page shows and its rules read. Moments are ISO texts in UTC. */
export type StayRecord = Stay & {
  readonly version: number;
  readonly codeName: string;
  readonly visaNeeded: boolean;
  readonly heldVisas: readonly HeldVisa[];
  readonly place: { readonly id: string; readonly label: string };
  readonly city: { readonly id: string; readonly slug: string; readonly name: string };
  readonly holdExpiresAt: string | null;
  readonly track: Track | null;
  readonly caseLead: { readonly id: string; readonly displayName: string } | null;
  readonly whyThisCity: string | null;
  readonly reasonCode: string | null;
  readonly reasonNote: string | null;
  readonly returnReviewedOn: CalendarDate | null;
  readonly proposedAt: string | null;
  readonly answeredAt: string | null;
  /** The dates that the city said yes to instead, while the proposal waits. */
  readonly offered: DateSpan | null;
  readonly continuesId: string | null;
  /** Days of the person in the Schengen area outside our stays. */
  readonly presences: readonly SchengenPresence[];
  /** The person's other stays, whatever their state. */
  readonly otherStays: readonly StayDays[];
};

/** What a change writes; what isn't named stays. */
export type StayFacts = {
  readonly status?: Stay['status'];
  readonly placeId?: string;
  readonly cityId?: string;
  readonly plannedArrival?: CalendarDate;
  readonly plannedDeparture?: CalendarDate;
  readonly actualArrival?: CalendarDate;
  readonly actualDeparture?: CalendarDate;
  readonly holdExpiresAt?: Date | null;
  readonly whyThisCity?: string;
  readonly reasonCode?: string | null;
  readonly reasonNote?: string | null;
  readonly returnReviewedOn?: CalendarDate;
  readonly proposedAt?: Date;
  readonly answeredAt?: Date | null;
  readonly offered?: null;
  readonly restDays?: number;
  readonly decidedOnFacts?: KeptDecision;
};

/** A stay that doesn't exist yet, as it will be shown once it does. */
export type NewStay = Omit<StayRecord, 'id'> & {
  readonly status: 'DRAFT' | 'PROPOSED';
  readonly callId: string | null;
  readonly restDays: number;
  readonly decidedOnFacts: KeptDecision | null;
};
