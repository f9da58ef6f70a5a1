import type { QueueItem } from '@shelter-city/contract/today';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';
import { queueSql } from './queue-sql.ts';

/** Whose queue, and by which days it is judged. */
export type QueueAsked = {
  readonly today: CalendarDate;
  readonly citySlug: string | null;
  readonly caseLeadId: string | null;
  /** What was asked on this day or earlier has waited too long. */
  readonly askedBy: CalendarDate;
  readonly endOfNextQuarter: CalendarDate;
};

/** A line of the queue as it comes from the database. */
export type QueueLine = Omit<QueueItem, 'key' | 'defender'> & { readonly codeName: string | null; readonly defenderId: string | null };

/** Reads today's queue. */
@Injectable()
export class QueueRepository {
  constructor(private readonly database: Database) {}

  async read({ today, citySlug, caseLeadId, askedBy, endOfNextQuarter }: QueueAsked): Promise<{ isCityKnown: boolean; lines: readonly QueueLine[] }> {
    const [row] = await this.database.select<{ known: boolean; lines: string | null }>(queueSql, [today, citySlug, caseLeadId, askedBy, endOfNextQuarter]);
    return { isCityKnown: row?.known ?? false, lines: JSON.parse(row?.lines ?? '[]') as QueueLine[] };
  }
}
