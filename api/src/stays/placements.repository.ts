import type { Track } from '@shelter-city/contract/vocabulary';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import type { MatchDefender } from '@shelter-city/domain/matching/match-input';
import type { RiskNote } from '@shelter-city/domain/risk/constraints-of-notes';
import type { WithheldCity } from '@shelter-city/domain/risk/withheld-cities';
import type { Stay } from '@shelter-city/domain/stays/stay';
import type { StayDays } from '@shelter-city/domain/stays/occupied-nights';
import type { HeldVisa } from '@shelter-city/domain/visa/held-visa';
import type { SchengenPresence } from '@shelter-city/domain/visa/ninety-in-one-eighty';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';
import { allLocksSql, factsSql, hiddenRuleSql, locksSql } from './placement-sql.ts';
import type { StayRecord } from './stay-record.ts';

/** Another stay that can be in the way. */
export type OtherStay = Pick<Stay, 'id' | 'defenderId' | 'cityId'> &
  StayDays & { readonly version: number; readonly restDays: number; readonly holdExpiresAt: string | null };

/** Everything that decides whether a person can be in a place on some nights. */
export type PlacementFacts = {
  readonly place: {
    readonly id: string;
    readonly label: string;
    readonly cityId: string;
    readonly city: StayRecord['city'];
    /** Days the city asks between two guests. */
    readonly restDays: number;
    readonly retiredOn: CalendarDate | null;
    readonly cityIsActive: boolean;
    /** Days the city's own screening takes. */
    readonly screeningDays: number;
    readonly guestsAtOnceAtMost: number | null;
    readonly stepFree: boolean | null;
    readonly womenOnly: boolean;
    readonly alone: boolean;
    readonly sleeps: number;
    readonly track: Track | null;
  } | null;
  readonly defender: {
    readonly codeName: string;
    readonly isSelected: boolean;
    /** The days of arrival that the person named; null where none was. */
    readonly earliestArrival: CalendarDate | null;
    readonly latestArrival: CalendarDate | null;
    readonly visaNeeded: boolean;
    readonly passportValidUntil: CalendarDate | null;
    readonly track: Track | null;
    readonly needs: MatchDefender['accessNeeds'];
    readonly householdSize: number;
    readonly womenOnlyAllowed: boolean;
    /** Days the consulate takes; null when not known. */
    readonly visaLeadDays: number | null;
    readonly heldVisas: readonly HeldVisa[];
    /** Who leads the case; whoever asks when nobody does. */
    readonly caseLead: NonNullable<StayRecord['caseLead']>;
    /** The newest call that the person was selected in. */
    readonly callId: string | null;
    readonly presences: readonly SchengenPresence[];
  };
  /** Stays of the place around the nights. */
  readonly neighbours: readonly OtherStay[];
  readonly confirmed: readonly (DateSpan & { readonly track: Track | null })[];
  readonly blocked: readonly DateSpan[];
  /** Every other stay of the person. */
  readonly otherStays: readonly OtherStay[];
  /** Notes in force about the person, and those of others that name the person: the rules only of those the reader may open. */
  readonly notes: readonly RiskNote[];
  /** Stays in the same city of those that a note which the reader may open keeps apart from the person. */
  readonly apart: readonly OtherStay[];
  /** Cities to which nothing of the person may be given. */
  readonly withheldCities: readonly WithheldCity[];
  /** Stays of the city around the nights; none where it named no number of guests at once. */
  readonly cityGuests: readonly OtherStay[];
  /** Nights of the city's guests whom the asker may not see. */
  readonly hiddenGuests: readonly DateSpan[];
  /** Nights that the stay which is about to move has in the city already. */
  readonly alreadyThere: DateSpan | null;
  /** The person needs an interpreter, and another guest of the city has it on some of the nights. */
  readonly interpreterTaken: boolean;
};

/** A person, by id or by code name. */
export type Named = { readonly defenderId: string; readonly codeName?: never } | { readonly codeName: string; readonly defenderId?: never };

/** Locks, and reads what a placement is judged by. */
@Injectable()
export class PlacementsRepository {
  constructor(private readonly database: Database) {}

  /** The id of the person with this code name. */
  async defenderNamed(codeName: string): Promise<string | null> {
    const found = await this.database.client.defender.findUnique({ where: { codeName }, select: { id: true } });
    return found?.id ?? null;
  }

  /**
   * Makes other writers of these places and of this person wait, always in the same order: cities, then places, then
   * people, each by id. Answers the person's id, or null when nobody has the code name.
   */
  async lock(placeIds: readonly string[], { defenderId, codeName }: Named): Promise<string | null> {
    const [person] = await this.database.ask<{ id: string }>(locksSql, [placeIds, defenderId ?? null, codeName ?? null]);
    return person?.id ?? null;
  }

  /** The same for several people, whoever else locks some of them: nobody waits in a circle. */
  async lockAll(placeIds: readonly string[], defenderIds: readonly string[]): Promise<void> {
    await this.database.ask(allLocksSql, [placeIds, defenderIds]);
  }

  /** Whether a rule that the asker may not read keeps the person out of a city on some nights: not which, not about whom. */
  async hiddenRuleForbids(defenderId: string, cityId: string, nights: DateSpan): Promise<boolean> {
    const [row] = await this.database.ask<{ forbids: boolean }>(hiddenRuleSql, [defenderId, cityId, nights.from, nights.until]);
    return row?.forbids !== false;
  }

  /** The facts about a person in a place on some nights, without `exceptStayId`; ask them under {@link lock}. */
  async facts(defenderId: string, placeId: string, nights: DateSpan, exceptStayId: string | null, askerId: string): Promise<PlacementFacts> {
    const [row] = await this.database.ask<{ facts: string }>(factsSql, [defenderId, placeId, nights.from, nights.until, exceptStayId, askerId]);
    if (!row) throw new Error('The defender of a stay is gone');
    return JSON.parse(row.facts) as PlacementFacts;
  }
}
