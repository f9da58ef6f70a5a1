import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

/** Everything the counting functions say up to a day: numbers per year, city and call, never a person's row. */
export type RawCounts = {
  readonly smallestShown: number;
  readonly years: readonly {
    readonly year: number; readonly persons: number; readonly stays: number; readonly countries: number; readonly cities: number;
    readonly persons_so_far: number; readonly countries_so_far: number; readonly cities_so_far: number;
  }[];
  readonly cityYears: readonly {
    readonly year: number; readonly city_id: string; readonly city: string;
    readonly persons: number; readonly stays: number; readonly nights: number; readonly nights_offered: number;
  }[];
  readonly calls: readonly { readonly call: string; readonly persons: number; readonly countries: number }[];
};

const sql = `SELECT counting.smallest_shown() AS "smallestShown",
  (SELECT json_agg(y ORDER BY y.year) FROM counting.years($1::date) y)::text AS years,
  (SELECT json_agg(c ORDER BY c.year, c.city) FROM counting.city_years($1::date) c)::text AS "cityYears",
  (SELECT json_agg(json_build_object('call', c.call, 'persons', c.persons, 'countries', c.countries) ORDER BY c.stays_from) FROM counting.calls($1::date) c)::text AS calls`;

type Row = { readonly smallestShown: number; readonly years: string | null; readonly cityYears: string | null; readonly calls: string | null };

/** Asks the counting functions, the only thing a manager's role may ask about stays. */
@Injectable()
export class CountsRepository {
  constructor(private readonly database: Database) {}

  /** In a transaction of its own. */
  async read(asAt: CalendarDate): Promise<RawCounts> {
    return parsed(await this.database.select<Row>(sql, [asAt]));
  }

  /** In the transaction that is open, which an export is. */
  async now(asAt: CalendarDate): Promise<RawCounts> {
    return parsed(await this.database.client.$queryRawUnsafe<Row[]>(sql, asAt));
  }
}

function parsed([row]: readonly Row[]): RawCounts {
  if (!row) throw new Error('The counting functions answered nothing');
  const part = <K extends 'years' | 'cityYears' | 'calls'>(name: K) => JSON.parse(row[name] ?? '[]') as RawCounts[K];
  return { smallestShown: row.smallestShown, years: part('years'), cityYears: part('cityYears'), calls: part('calls') };
}
