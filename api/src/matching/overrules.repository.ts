import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { MatchRule } from '@shelter-city/domain/matching/finding';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

/** How many decisions there were before a day, and how many of them went against each rule. */
export type Overrules = {
  readonly decisions: number;
  readonly rules: readonly { readonly rule: MatchRule; readonly weaker: number; readonly passedOver: number }[];
};

const sql = 'SELECT counting.overrules($1::date)::text AS counted';

/** Asks how often rules were overruled: numbers, whoever asks. */
@Injectable()
export class OverrulesRepository {
  constructor(private readonly database: Database) {}

  /** Of the proposals decided on before a day. */
  async before(day: CalendarDate): Promise<Overrules> {
    const [row] = await this.database.select<{ counted: string }>(sql, [day]);
    if (!row) throw new Error('The counting function answered nothing');
    return JSON.parse(row.counted) as Overrules;
  }
}
