import type {
  AccessNeed,
  ApplicationStatus,
  LanguageLevel,
  StayStatus,
  Track,
} from '@shelter-city/contract/vocabulary';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';
import { defenderLinesQuery, type LineFilter } from './defender-lines-sql.ts';

/** One line of the list, as one row. */
export type LineRow = {
  readonly id: string;
  readonly code_name: string;
  readonly selection: ApplicationStatus;
  readonly selected_on: CalendarDate | null;
  readonly languages: readonly { readonly language: string; readonly level: LanguageLevel }[];
  readonly needs: readonly AccessNeed[];
  readonly household_size: number;
  readonly earliest_arrival: CalendarDate | null;
  readonly latest_arrival: CalendarDate | null;
  readonly nights_wished: number;
  readonly track: Track | null;
  readonly lead_id: string | null;
  readonly lead_name: string | null;
  readonly stay: {
    readonly id: string;
    readonly status: StayStatus;
    readonly city: { readonly id: string; readonly slug: string; readonly name: string };
    readonly placeLabel: string;
    readonly span: { readonly from: CalendarDate; readonly until: CalendarDate };
    readonly version: number;
  } | null;
  readonly version: number;
  /** The day that the order goes by, with a stand-in where there is none. */
  readonly sort_day: string | null;
};

/** The list of defenders: the hot read of this part, so one SQL, prepared once per kind of question. */
@Injectable()
export class DefenderLinesRepository {
  constructor(private readonly database: Database) {}

  page(filter: LineFilter): Promise<LineRow[]> {
    const { text, values } = defenderLinesQuery(filter);
    return this.database.select<LineRow>(text, values);
  }
}
