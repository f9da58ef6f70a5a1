import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';
import { boardSql } from './board-sql.ts';

/** Reads a window of the board. */
@Injectable()
export class BoardRepository {
  constructor(private readonly database: Database) {}

  /** What lies in the window, of one city when its slug is given, as the reply's JSON; null when there is no such city. */
  async window(
    { from, until }: DateSpan,
    citySlug: string | null,
    today: CalendarDate,
  ): Promise<string | null> {
    const [row] = await this.database.select<{ known: boolean; board: string }>(boardSql, [
      from,
      until,
      citySlug,
      today,
    ]);
    return row?.known === true ? row.board : null;
  }
}
