import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

type Person = {
  readonly id: string;
  readonly codeName: string;
  readonly earliestArrival: CalendarDate | null;
  readonly latestArrival: CalendarDate | null;
  readonly nightsWished: number;
};

/** By the index of those who wait, which is short whatever there is besides. */
const awaitingSql = `SELECT d.id, d.code_name AS "codeName", d.earliest_arrival AS "earliestArrival", d.latest_arrival AS "latestArrival",
  d.nights_wished AS "nightsWished" FROM defender d WHERE d.awaits_place ORDER BY d.code_name LIMIT 500`;

/** Reads who awaits a place. */
@Injectable()
export class AwaitingRepository {
  constructor(private readonly database: Database) {}

  all(): Promise<Person[]> {
    return this.database.select<Person>(awaitingSql, []);
  }
}
