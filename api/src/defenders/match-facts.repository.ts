import type { ApplicationStatus } from '@shelter-city/contract/vocabulary';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import type { MatchDefender, SpokenLanguage } from '@shelter-city/domain/matching/match-input';
import type { RiskNote } from '@shelter-city/domain/risk/constraints-of-notes';
import type { WithheldCity } from '@shelter-city/domain/risk/withheld-cities';
import type { HeldVisa } from '@shelter-city/domain/visa/held-visa';
import type { VisaKind } from '@shelter-city/domain/visa/visa-kinds';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';
import { cohortFactsSql, matchFactsSql } from './match-facts-sql.ts';

/** What the database holds of a defender for matching; days are texts, because all of it comes as one JSON value. */
export type MatchFacts = {
  readonly id: string;
  readonly codeName: string;
  readonly selection: ApplicationStatus;
  readonly version: number;
  readonly profileAsOf: CalendarDate;
  readonly womenOnlyAllowed: boolean;
  readonly languages: readonly SpokenLanguage[];
  readonly interpreter: string | null;
  readonly needs: MatchDefender['accessNeeds'];
  readonly householdSize: number;
  readonly themes: MatchDefender['themes'];
  readonly wishes: readonly { readonly cityId: string; readonly kind: 'PREFER' | 'AVOID' }[];
  readonly publicity: MatchDefender['publicity'];
  readonly track: MatchDefender['track'];
  readonly passportValidUntil: CalendarDate | null;
  readonly visaNeeded: boolean;
  readonly visaLeadDays: number | null;
  readonly heldVisas: readonly HeldVisa[];
  readonly earliestArrival: CalendarDate | null;
  readonly latestArrival: CalendarDate | null;
  readonly nightsWished: number;
  readonly presences: readonly {
    readonly enteredOn: CalendarDate;
    readonly leftOn: CalendarDate;
    readonly source: string;
    readonly basis: VisaKind;
  }[];
  readonly otherStays: readonly DateSpan[];
  /** The rules stand only at the notes that the reader may open. */
  readonly notes: readonly RiskNote[];
  /** How many rules the others give, and which cities those close. */
  readonly hiddenRules: { readonly count: number; readonly cities: readonly string[] };
  readonly withheldCities: readonly WithheldCity[];
};

/** Reads what matching needs of a defender. */
@Injectable()
export class MatchFactsRepository {
  constructor(private readonly database: Database) {}

  /** The facts of one defender, without the nights of `exceptStayId`, which is about to move. */
  async find(codeName: string, exceptStayId: string | null, today: CalendarDate): Promise<MatchFacts | null> {
    const [row] = await this.database.select<{ facts: string }>(matchFactsSql, [codeName, exceptStayId, today]);
    return row ? (JSON.parse(row.facts) as MatchFacts) : null;
  }

  /** The same of several people at once, in the order of their code names. */
  async ofCohort(ids: readonly string[], today: CalendarDate): Promise<MatchFacts[]> {
    const rows = await this.database.select<{ facts: string }>(cohortFactsSql, [ids, null, today]);
    return rows.map(({ facts }) => JSON.parse(facts) as MatchFacts);
  }
}
